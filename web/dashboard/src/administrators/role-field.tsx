import type { AdministratorRole } from "../api/types";
import { strings } from "../strings/administrators";
import { strings as shell } from "../strings/shell";
import { ChoiceCards } from "../ui/choice-cards";

interface Props {
  value: AdministratorRole;
  onChange: (role: AdministratorRole) => void;
  error?: string | undefined;
}

const CHOICES = (["viewer", "developer", "owner"] as const).map((id) => ({
  id,
  label: shell.roles[id],
  text: strings.form.roles[id],
}));

/** Chooses the role of an administrator. Each choice says what it allows. */
export function RoleField(props: Props) {
  return <ChoiceCards {...props} label={strings.form.role} choices={CHOICES} />;
}
