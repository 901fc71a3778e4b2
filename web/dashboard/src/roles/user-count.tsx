import { useQuery } from "@tanstack/react-query";
import type { Role } from "../api/types";
import { formatNumber } from "../base/number";
import { strings } from "../strings/roles";
import { TextLink } from "../ui/text-link";
import { userCountQuery } from "./user-count-query";

interface Props {
  appId: string;
  role: Role;
}

/** The number of users with the role, as a link to them. */
export function UserCount({ appId, role: { role, name } }: Props) {
  const { data } = useQuery(userCountQuery(appId, role));
  return (
    <TextLink
      to="/apps/$appId/users"
      params={{ appId }}
      search={{ role, deactivated: "with" }}
      aria-label={`${data ?? ""} ${strings.usersOf(name)}`.trim()}
    >
      {data === undefined ? "…" : formatNumber(data)}
    </TextLink>
  );
}
