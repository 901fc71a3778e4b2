import type { ReactNode } from "react";
import type { User } from "../api/types";
import { formatNumber } from "../base/number";
import { strings } from "../strings/user";
import { UserName } from "../users/user-name";

interface Props {
  appId: string;
  users: readonly User[];
  /** How many there are altogether. */
  total: number;
  /** What stands behind each name. */
  note?: (user: User) => ReactNode;
}

/** The first people whom a user is related to. */
export function RelationList({ appId, users, total, note }: Props) {
  return (
    <ul className="relation-list">
      {users.map((user) => (
        <li key={user.uid}>
          <UserName appId={appId} user={user} />
          {note?.(user)}
        </li>
      ))}
      {total > users.length && (
        <li className="muted">{strings.relation.more(formatNumber(total - users.length))}</li>
      )}
    </ul>
  );
}
