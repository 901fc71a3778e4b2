import { strings } from "../strings/apps";
import { Card } from "../ui/card";
import { TextField } from "../ui/text-field";
import type { AppForm } from "./app-form";
import { LifetimeField } from "./lifetime-field";

interface Props {
  form: AppForm;
}

/** Edits how long sessions last and how many each user can have. */
export function SessionSettings({ form }: Props) {
  return (
    <Card title={strings.card.sessions} lead={strings.card.sessionsLead}>
      <div className="app-settings-fields">
        <LifetimeField
          {...form.field("tokenTtl")}
          label={strings.tokenTtl}
          description={strings.tokenTtlHint}
          never={strings.neverExpires}
        />
        <LifetimeField
          {...form.field("idleTimeout")}
          label={strings.idleTimeout}
          description={strings.idleTimeoutHint}
          never={strings.noTimeout}
        />
        <TextField
          {...form.field("maxTokensPerUser")}
          label={strings.maxTokensPerUser}
          description={strings.maxTokensPerUserHint}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </Card>
  );
}
