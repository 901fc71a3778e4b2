import type { User } from "../api/types";
import { strings } from "../strings/users";
import { Badge } from "../ui/badge";

interface Props {
  user: User;
}

/** Online, offline, or deactivated. */
export function UserStatus({ user }: Props) {
  if (user.deactivatedAt > 0) return <Badge tone="warn">{strings.status.deactivated}</Badge>;
  return user.status === "available" ? (
    <Badge tone="good" dot>
      {strings.status.online}
    </Badge>
  ) : (
    <Badge dot>{strings.status.offline}</Badge>
  );
}
