import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import "./user.css";
import { strings } from "../strings/user";
import { UserStatus } from "../users/user-status";
import { Avatar } from "../ui/avatar";
import { ButtonLink } from "../ui/button-link";
import { Callout } from "../ui/callout";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { NotUpToDate } from "../ui/not-up-to-date";
import { Page } from "../ui/page";
import { Skeleton } from "../ui/skeleton";
import { Blocked } from "./blocked";
import { Friends } from "./friends";
import { Profile } from "./profile";
import { userQuery } from "./queries";
import { Sessions } from "./sessions";
import { useAllArrived } from "./use-all-arrived";
import { UserActions } from "./user-actions";
import { UserAudit } from "./user-audit";

/** The page of one user of an app. */
export function UserPage() {
  const { appId, uid } = useParams({ from: "/signed-in/apps/$appId/users/$uid" });
  const profile = useQuery(userQuery(appId, uid));
  const { data: user, isError, error, refetch } = profile;
  const allArrived = useAllArrived(appId, uid, user);
  const back = (
    <ButtonLink to="/apps/$appId/users" params={{ appId }}>
      {strings.notFound.back}
    </ButtonLink>
  );
  if (user === null) {
    return (
      <Page title={strings.notFound.title} context={appId}>
        <EmptyState icon="user" text={strings.notFound.text(uid)}>
          {back}
        </EmptyState>
      </Page>
    );
  }
  if (!user || !allArrived) {
    return (
      <Page
        title={user?.name ?? uid}
        context={appId}
        lead={<code>{uid}</code>}
        picture={<Avatar name={user?.name ?? uid} src={user?.avatar} large />}
      >
        {isError ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={12} />
        )}
      </Page>
    );
  }
  const isActive = user.deactivatedAt === 0;
  return (
    <Page
      title={user.name}
      context={appId}
      lead={
        <span className="user-lead">
          <code>{user.uid}</code>
          <UserStatus user={user} />
        </span>
      }
      picture={<Avatar name={user.name} src={user.avatar} large />}
      actions={<UserActions appId={appId} user={user} />}
    >
      {!isActive && <Callout tone="warn">{strings.deactivated}</Callout>}
      {isActive ? <Sessions appId={appId} user={user} /> : <NotUpToDate query={profile} />}
      <div className="user-columns">
        <Profile user={user} />
        {isActive && (
          <div className="user-relations">
            <Friends key={`friends of ${user.uid}`} appId={appId} uid={user.uid} />
            <Blocked key={`blocked of ${user.uid}`} appId={appId} uid={user.uid} />
          </div>
        )}
      </div>
      <UserAudit appId={appId} uid={user.uid} />
    </Page>
  );
}
