import { useMemo } from "react";
import { Form } from "react-aria-components/Form";
import "./apps.css";
import { api } from "../api/client";
import type { App } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { checkName } from "../form/checks";
import { useForm } from "../form/use-form";
import { strings } from "../strings/apps";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FailureCallout } from "../ui/failure-callout";
import { TextField } from "../ui/text-field";
import { showToast } from "../ui/toast";
import {
  appUpdateOf,
  appValuesOf,
  checkLifetime,
  checkLimit,
  checkMaxTokens,
  checkRegion,
  namingLines,
  type AppValues,
} from "./app-values";
import { ModeSettings } from "./mode-settings";
import { SessionSettings } from "./session-settings";

interface Props {
  app: App;
  onSaved: (app: App) => void;
}

/** Edits the settings of an app. Sends only those that were changed. */
export function AppSettingsForm({ app, onSaved }: Props) {
  const form = useForm<AppValues, App>({
    initial: useMemo(() => appValuesOf(app), [app]),
    followsInitial: true,
    checks: {
      name: ({ name }) => checkName(name),
      region: ({ region }) => checkRegion(region),
      tokenTtl: ({ tokenTtl }) => checkLifetime(tokenTtl),
      idleTimeout: ({ idleTimeout }) => checkLifetime(idleTimeout),
      maxTokensPerUser: ({ maxTokensPerUser }) => checkMaxTokens(maxTokensPerUser),
      corePerMinute: ({ corePerMinute }) => checkLimit(corePerMinute),
      otherPerMinute: ({ otherPerMinute }) => checkLimit(otherPerMinute),
    },
    save: async (values, before) => {
      const body = appUpdateOf(before, values);
      if (Object.keys(body).length === 0) return app;
      return unwrapData(api.PUT("/apps/{appId}", { params: { path: { appId: app.appId } }, body }));
    },
    valuesOf: appValuesOf,
    onSaved: (saved) => {
      showToast(strings.saved);
      onSaved(saved);
    },
  });
  return (
    <Form className="app-settings" ref={form.ref} onSubmit={form.submit}>
      <Card title={strings.card.general}>
        <div className="app-settings-fields">
          <TextField {...form.field("name")} label={strings.form.name} autoComplete="off" />
          <TextField
            label={strings.form.appId}
            description={strings.form.appIdFixed}
            value={app.appId}
            isReadOnly
            mono
          />
          <TextField
            {...form.field("region")}
            label={strings.form.region}
            description={strings.form.regionHint}
            autoComplete="off"
          />
        </div>
      </Card>
      <ModeSettings form={form} current={form.before.mode} />
      <SessionSettings form={form} />
      <Card title={strings.card.access}>
        <TextField
          {...form.field("allowedOrigins")}
          error={namingLines(form.errorOf("allowedOrigins"), form.values.allowedOrigins)}
          label={strings.allowedOrigins}
          description={strings.allowedOriginsHint}
          lines={4}
          spellCheck="false"
          optional
          mono
        />
      </Card>
      <Card title={strings.card.limits} lead={strings.card.limitsLead}>
        <div className="app-settings-fields">
          {(["corePerMinute", "otherPerMinute"] as const).map((name) => (
            <TextField
              key={name}
              {...form.field(name)}
              label={strings[name]}
              description={strings.limitHint}
              inputMode="numeric"
              autoComplete="off"
            />
          ))}
        </div>
      </Card>
      <div className="app-settings-save">
        <FailureCallout error={form.failure} />
        <Button type="submit" kind="primary" isPending={form.isPending}>
          {strings.save}
        </Button>
      </div>
    </Form>
  );
}
