import { api } from "../api/client";
import type { App, NewApp } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { checkName } from "../form/checks";
import { DialogForm } from "../form/dialog-form";
import { useForm } from "../form/use-form";
import { strings } from "../strings/apps";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/text-field";
import { checkAppId } from "./app-values";
import { ModeField } from "./mode-field";

interface Props {
  onCreated: (created: NewApp) => void;
  onClose: () => void;
}

/** Creates an app. Open while mounted. */
export function CreateAppDialog({ onCreated, onClose }: Props) {
  const form = useForm<Pick<App, "appId" | "name" | "mode">, NewApp>({
    initial: { appId: "", name: "", mode: "development" },
    checks: {
      appId: ({ appId }) => checkAppId(appId),
      name: ({ name }) => checkName(name),
    },
    save: ({ appId, name, mode }) =>
      unwrapData(api.POST("/apps", { body: { name, mode, ...(appId && { appId }) } })),
    onSaved: onCreated,
  });
  return (
    <Dialog title={strings.form.createTitle} isOpen onClose={onClose}>
      <DialogForm form={form} submit={strings.form.submit} onCancel={onClose}>
        <TextField {...form.field("name")} label={strings.form.name} autoComplete="off" autoFocus />
        <TextField
          {...form.field("appId")}
          label={strings.form.appId}
          description={strings.form.appIdHint}
          autoComplete="off"
          spellCheck="false"
          optional
          mono
        />
        <ModeField
          value={form.values.mode}
          onChange={(mode) => form.set("mode", mode)}
          error={form.errorOf("mode")}
        />
      </DialogForm>
    </Dialog>
  );
}
