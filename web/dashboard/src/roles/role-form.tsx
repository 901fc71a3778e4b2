import type { Role } from "../api/types";
import { checkJsonObject, checkLength, checkName, checkUid } from "../form/checks";
import { DialogForm } from "../form/dialog-form";
import { MetadataField } from "../form/metadata-field";
import { useForm } from "../form/use-form";
import { strings } from "../strings/roles";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import type { RoleValues } from "./role-values";

interface Props {
  initial: RoleValues;
  /** Whether the role is new. The ID can only be chosen at creation. */
  isNew: boolean;
  submit: string;
  save: (values: RoleValues, before: RoleValues) => Promise<Role>;
  onSaved: (role: Role) => void;
  onCancel: () => void;
}

const LONGEST_DESCRIPTION = 255;
const REACHES = [
  { id: "all", label: strings.reach.all },
  { id: "friendsOnly", label: strings.reach.friendsOnly },
] as const;
const { form: texts } = strings;

/** The form for a role. */
export function RoleForm({ initial, isNew, submit, save, onSaved, onCancel }: Props) {
  const form = useForm<RoleValues, Role>({
    initial,
    checks: {
      ...(isNew && { role: ({ role }) => checkUid(role) }),
      name: ({ name }) => checkName(name),
      description: ({ description }) => checkLength(description, 0, LONGEST_DESCRIPTION),
      metadata: ({ metadata }) => checkJsonObject(metadata),
    },
    blame: { ERR_ROLE_ALREADY_EXISTS: "role" },
    save,
    onSaved,
  });
  return (
    <DialogForm form={form} submit={submit} onCancel={onCancel}>
      {isNew && (
        <TextField
          {...form.field("role")}
          label={texts.role}
          description={texts.roleHint}
          autoComplete="off"
          autoFocus
          mono
        />
      )}
      <TextField {...form.field("name")} label={texts.name} autoComplete="off" />
      <TextField {...form.field("description")} label={texts.description} lines={2} optional />
      {(["listUsers", "sendMessagesTo"] as const).map((name) => (
        <Select
          key={name}
          label={texts[name]}
          choices={REACHES}
          value={form.values[name]}
          onChange={(reach) => form.set(name, reach)}
          error={form.errorOf(name)}
        />
      ))}
      <MetadataField {...form.field("metadata")} description={texts.metadataHint} lines={4} />
    </DialogForm>
  );
}
