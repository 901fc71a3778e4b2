import type { ApiKey } from "../api/types";
import { checkName } from "../form/checks";
import { DialogForm } from "../form/dialog-form";
import { useForm } from "../form/use-form";
import { strings } from "../strings/api-keys";
import { Callout } from "../ui/callout";
import { TextField } from "../ui/text-field";
import { ScopeField } from "./scope-field";

export type KeyValues = Pick<ApiKey, "name" | "scope">;

interface Props<Saved> {
  initial: KeyValues;
  /** The current scope; undefined for a new key. */
  current?: ApiKey["scope"];
  submit: string;
  save: (values: KeyValues, before: KeyValues) => Promise<Saved>;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
}

/** The form for the name and scope of a key. */
export function KeyForm<Saved>(props: Props<Saved>) {
  const { initial, current, submit, save, onSaved, onCancel } = props;
  const form = useForm<KeyValues, Saved>({
    initial,
    checks: { name: ({ name }) => checkName(name) },
    save,
    onSaved,
  });
  return (
    <DialogForm form={form} submit={submit} onCancel={onCancel}>
      <TextField
        {...form.field("name")}
        label={strings.form.name}
        description={strings.form.nameHint}
        autoComplete="off"
        autoFocus
      />
      <ScopeField
        value={form.values.scope}
        onChange={(scope) => form.set("scope", scope)}
        error={form.errorOf("scope")}
      />
      {current === "fullAccess" && form.values.scope === "authOnly" && (
        <Callout tone="warn" alert>
          {strings.form.narrower}
        </Callout>
      )}
    </DialogForm>
  );
}
