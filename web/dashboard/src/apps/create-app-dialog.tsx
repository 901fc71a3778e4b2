import { Form } from "react-aria-components/Form";
import { api } from "../api/client";
import type { App, NewApp } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { checkLength } from "../form/checks";
import { useForm } from "../form/use-form";
import { strings } from "../strings/apps";
import { strings as common } from "../strings/common";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { FailureCallout } from "../ui/failure-callout";
import { TextField } from "../ui/text-field";
import { checkAppId } from "./app-values";
import { ModeField } from "./mode-field";

interface Props {
  onCreated: (created: NewApp) => void;
  onClose: () => void;
}

const LONGEST_NAME = 100;

/** Creates an app. Open while mounted. */
export function CreateAppDialog({ onCreated, onClose }: Props) {
  const form = useForm<Pick<App, "appId" | "name" | "mode">, NewApp>({
    initial: { appId: "", name: "", mode: "development" },
    checks: {
      appId: ({ appId }) => checkAppId(appId),
      name: ({ name }) => checkLength(name, 1, LONGEST_NAME),
    },
    save: ({ appId, name, mode }) =>
      unwrapData(api.POST("/apps", { body: { name, mode, ...(appId && { appId }) } })),
    onSaved: onCreated,
  });
  return (
    <Dialog title={strings.form.createTitle} isOpen onClose={onClose}>
      <Form className="dialog-body" ref={form.ref} onSubmit={form.submit}>
        <FailureCallout error={form.failure} />
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
        <div className="dialog-actions">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button type="submit" kind="primary" isPending={form.isPending}>
            {strings.form.submit}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
