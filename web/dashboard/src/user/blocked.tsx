import { useQuery } from "@tanstack/react-query";
import type { User } from "../api/types";
import { strings } from "../strings/user";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { blockedQuery } from "./queries";
import { RelationList } from "./relation-list";

interface Props {
  appId: string;
  uid: string;
}

/** Whom a user has blocked, and who has blocked the user. */
export function Blocked({ appId, uid }: Props) {
  const blocked = useQuery(blockedQuery(appId, uid));
  const { title, lead, none } = strings.blocked;
  return (
    <Card flush title={title} lead={lead}>
      {blocked.data ? (
        blocked.data.data.length === 0 ? (
          <EmptyState icon="ban" {...none} />
        ) : (
          <RelationList
            appId={appId}
            users={blocked.data.data}
            total={blocked.data.meta.pagination.total}
            note={(user) => <span className="muted">{directionOf(user)}</span>}
          />
        )
      ) : blocked.isError ? (
        <ErrorState error={blocked.error} onRetry={() => void blocked.refetch()} />
      ) : (
        <TableSkeleton rows={3} />
      )}
    </Card>
  );
}

// The list speaks as the user of the page: "me" is that user.
function directionOf({ blockedByMe, hasBlockedMe }: User): string {
  const { byUser, hasBlocked, both } = strings.blocked;
  if (blockedByMe && hasBlockedMe) return both;
  return blockedByMe ? byUser : hasBlocked;
}
