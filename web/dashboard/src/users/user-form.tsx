import { useQuery } from "@tanstack/react-query";
import "./user-form.css";
import type { User } from "../api/types";
import { checkJsonObject, checkLength, checkName, checkUid, checkUrl } from "../form/checks";
import { DialogForm } from "../form/dialog-form";
import { MetadataField } from "../form/metadata-field";
import { useForm } from "../form/use-form";
import { rolesQuery } from "../roles/queries";
import { strings } from "../strings/users";
import { Select } from "../ui/select";
import { TagField } from "../ui/tag-field";
import { TextField } from "../ui/text-field";
import type { UserValues } from "./user-values";

interface Props {
  appId: string;
  initial: UserValues;
  /** Whether the user is new. The UID can only be chosen at creation. */
  isNew: boolean;
  submit: string;
  save: (values: UserValues, before: UserValues) => Promise<User>;
  onSaved: (user: User) => void;
  onCancel: () => void;
}

const LONGEST_STATUS = 255;
const { form: texts } = strings;

/** The form for a user. */
export function UserForm({ appId, initial, isNew, submit, save, onSaved, onCancel }: Props) {
  const { data: roles = [] } = useQuery(rolesQuery(appId));
  const form = useForm<UserValues, User>({
    initial,
    checks: {
      ...(isNew && { uid: ({ uid }) => checkUid(uid) }),
      name: ({ name }) => checkName(name),
      avatar: ({ avatar }) => checkUrl(avatar),
      link: ({ link }) => checkUrl(link),
      statusMessage: ({ statusMessage }) => checkLength(statusMessage, 0, LONGEST_STATUS),
      metadata: ({ metadata }) => checkJsonObject(metadata),
    },
    blame: { ERR_UID_ALREADY_EXISTS: "uid", ERR_LIMIT_EXCEEDED: "tags" },
    save,
    onSaved,
  });
  const roleIds = new Set([...roles.map(({ role }) => role), form.values.role]);
  return (
    <DialogForm form={form} submit={submit} onCancel={onCancel}>
      <div className="user-form">
        {isNew && (
          <TextField
            {...form.field("uid")}
            label={texts.uid}
            description={texts.uidHint}
            autoComplete="off"
            autoFocus
            mono
          />
        )}
        <TextField {...form.field("name")} label={texts.name} autoComplete="off" />
        <Select
          label={texts.role}
          choices={[...roleIds].map((id) => ({
            id,
            label: roles.find(({ role }) => role === id)?.name ?? id,
          }))}
          value={form.values.role}
          onChange={(role) => form.set("role", role)}
          error={form.errorOf("role")}
        />
        <TextField {...form.field("statusMessage")} label={texts.statusMessage} optional />
        <TextField {...form.field("avatar")} label={texts.avatar} type="url" optional />
        <TextField {...form.field("link")} label={texts.link} type="url" optional />
        <div className="user-form-wide">
          <TagField
            label={texts.tags}
            value={form.values.tags}
            onChange={(tags) => form.set("tags", tags)}
            error={form.errorOf("tags")}
          />
        </div>
        <div className="user-form-wide">
          <MetadataField {...form.field("metadata")} description={texts.metadataHint} lines={5} />
        </div>
      </div>
    </DialogForm>
  );
}
