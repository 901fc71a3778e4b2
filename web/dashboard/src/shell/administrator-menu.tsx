import { useNavigate } from "@tanstack/react-router";
import "./administrator-menu.css";
import { useAdministrator } from "../session/use-administrator";
import { useSignOut } from "../session/use-sign-out";
import { strings } from "../strings/shell";
import { Avatar } from "../ui/avatar";
import { MenuButton } from "../ui/menu-button";

/** Shows the signed-in administrator, with links to the account and to sign out. */
export function AdministratorMenu() {
  const { name, role } = useAdministrator();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <MenuButton
      className="administrator-menu"
      actions={[
        {
          id: "account",
          label: strings.account,
          icon: "user",
          onAction: () => void navigate({ to: "/account" }),
        },
        {
          id: "sign-out",
          label: strings.signOut,
          icon: "signOut",
          onAction: () => signOut.mutate(),
        },
      ]}
    >
      <Avatar name={name} />
      <span className="administrator-menu-text">
        <span className="visually-hidden">{strings.signedInAs} </span>
        <span className="administrator-menu-name">
          <bdi>{name}</bdi>
        </span>
        <span className="administrator-menu-role">{strings.roles[role]}</span>
      </span>
    </MenuButton>
  );
}
