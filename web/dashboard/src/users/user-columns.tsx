import type { User } from "../api/types";
import { strings } from "../strings/users";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { TagList } from "../ui/tag-list";
import { UserName } from "./user-name";
import { UserStatus } from "./user-status";

const helper = columnsOf<User>();
const MOST_TAGS = 2;

/** Columns for the list of users of an app. */
export function userColumns(appId: string) {
  return helper.columns([
    helper.display({
      id: "user",
      meta: { label: strings.column.user, sortBy: "name" },
      cell: ({ row }) => <UserName appId={appId} user={row.original} />,
    }),
    helper.display({
      id: "uid",
      meta: { label: strings.column.uid, sortBy: "uid", shown: "wide" },
      cell: ({ row: { original } }) => (
        <span className="mono user-uid" title={original.uid}>
          {original.uid}
        </span>
      ),
    }),
    helper.display({
      id: "status",
      meta: { label: strings.column.status, sortBy: "status" },
      cell: ({ row }) => <UserStatus user={row.original} />,
    }),
    helper.display({
      id: "role",
      meta: { label: strings.column.role, shown: "wide" },
      cell: ({ row }) => row.original.role,
    }),
    helper.display({
      id: "tags",
      meta: { label: strings.column.tags, shown: "wide" },
      cell: ({ row }) => (
        <TagList label={strings.column.tags} tags={row.original.tags ?? []} most={MOST_TAGS} />
      ),
    }),
    helper.display({
      id: "lastActive",
      meta: { label: strings.column.lastActive, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.lastActiveAt} />,
    }),
    helper.display({
      id: "created",
      meta: { label: strings.column.created, shown: "no" },
      cell: ({ row }) => <Moment at={row.original.createdAt} />,
    }),
    helper.display({
      id: "updated",
      meta: { label: strings.column.updated, shown: "no" },
      cell: ({ row }) => <Moment at={row.original.updatedAt} />,
    }),
  ]);
}
