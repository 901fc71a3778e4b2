import type { App } from "../api/types";
import { duration } from "../base/duration";
import { formatNumber } from "../base/number";
import { strings } from "../strings/apps";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";
import { ModeBadge } from "./mode-badge";

interface Props {
  app: App;
}

/** The settings of an app, read-only, for viewers. */
export function AppFacts({ app }: Props) {
  const lifetime = (seconds: number, never: string) => (seconds === 0 ? never : duration(seconds));
  const limit = (count: number) => (count === 0 ? strings.serverLimit : formatNumber(count));
  return (
    <Card title={strings.settings}>
      <Facts
        facts={[
          [strings.form.name, app.name],
          [strings.form.appId, <span className="mono">{app.appId}</span>],
          [strings.form.region, app.region],
          [strings.mode.label, <ModeBadge mode={app.mode} />],
          [strings.tokenTtl, lifetime(app.tokenTtl, strings.neverExpires)],
          [strings.idleTimeout, lifetime(app.idleTimeout, strings.noTimeout)],
          [strings.maxTokensPerUser, formatNumber(app.maxTokensPerUser)],
          [strings.allowedOrigins, app.allowedOrigins.join(", ") || strings.anyOrigin],
          [strings.corePerMinute, limit(app.corePerMinute)],
          [strings.otherPerMinute, limit(app.otherPerMinute)],
        ]}
      />
    </Card>
  );
}
