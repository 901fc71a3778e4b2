import type { App } from "../api/types";
import { strings } from "../strings/apps";
import { Callout } from "../ui/callout";
import { Card } from "../ui/card";
import type { AppForm } from "./app-form";
import { ModeField } from "./mode-field";

interface Props {
  form: AppForm;
  /** The saved mode. */
  current: App["mode"];
}

/** Changes the mode, with a warning about the effect on clients. */
export function ModeSettings({ form, current }: Props) {
  const { mode } = form.values;
  return (
    <Card title={strings.card.mode}>
      <div className="app-settings-mode">
        <ModeField
          hideLabel
          value={mode}
          onChange={(next) => form.set("mode", next)}
          error={form.errorOf("mode")}
        />
        {mode !== current && (
          <Callout tone="warn" alert>
            {mode === "production" ? strings.toProduction : strings.toDevelopment}
          </Callout>
        )}
      </div>
    </Card>
  );
}
