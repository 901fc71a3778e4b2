import "./user-name.css";
import type { User } from "../api/types";
import { Avatar } from "../ui/avatar";
import { TextLink } from "../ui/text-link";
import { Given } from "../ui/given";

interface Props {
  appId: string;
  user: User;
}

/** The picture and name of a user, with a link to the user's page. */
export function UserName({ appId, user }: Props) {
  return (
    <span className="user-name">
      <Avatar name={user.name} src={user.avatar} />
      <TextLink to="/apps/$appId/users/$uid" params={{ appId, uid: user.uid }}>
        <Given>{user.name}</Given>
      </TextLink>
    </span>
  );
}
