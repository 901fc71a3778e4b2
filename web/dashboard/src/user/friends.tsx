import { useQuery } from "@tanstack/react-query";
import { strings } from "../strings/user";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { friendsQuery } from "./queries";
import { RelationList } from "./relation-list";

interface Props {
  appId: string;
  uid: string;
}

/** The friends of a user. */
export function Friends({ appId, uid }: Props) {
  const friends = useQuery(friendsQuery(appId, uid));
  return (
    <Card flush title={strings.friends.title}>
      {friends.data ? (
        friends.data.data.length === 0 ? (
          <EmptyState icon="users" {...strings.friends.none} />
        ) : (
          <RelationList
            appId={appId}
            users={friends.data.data}
            total={friends.data.meta.pagination.total}
          />
        )
      ) : friends.isError ? (
        <ErrorState error={friends.error} onRetry={() => void friends.refetch()} />
      ) : (
        <TableSkeleton rows={3} />
      )}
    </Card>
  );
}
