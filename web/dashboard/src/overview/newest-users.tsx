import { useQuery } from "@tanstack/react-query";
import { strings } from "../strings/overview";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Moment } from "../ui/moment";
import { TableSkeleton } from "../ui/table-skeleton";
import { UserName } from "../users/user-name";
import { newestUsersQuery } from "./queries";

interface Props {
  appId: string;
}

/** The most recently created users. */
export function NewestUsers({ appId }: Props) {
  const users = useQuery(newestUsersQuery(appId));
  const { title, all, none } = strings.newest;
  return (
    <Card
      flush
      title={title}
      actions={
        <ButtonLink small kind="quiet" to="/apps/$appId/users" params={{ appId }}>
          {all}
        </ButtonLink>
      }
    >
      {users.data ? (
        users.data.length === 0 ? (
          <EmptyState icon="users" {...none} />
        ) : (
          <ul className="newest">
            {users.data.map((user) => (
              <li key={user.uid}>
                <UserName appId={appId} user={user} />
                <Moment at={user.createdAt} />
              </li>
            ))}
          </ul>
        )
      ) : users.isError ? (
        <ErrorState error={users.error} onRetry={() => void users.refetch()} />
      ) : (
        <TableSkeleton rows={6} />
      )}
    </Card>
  );
}
