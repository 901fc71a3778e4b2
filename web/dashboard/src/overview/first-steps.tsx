import { useQuery } from "@tanstack/react-query";
import "./first-steps.css";
import { appQuery } from "../apps/queries";
import { serverQuery } from "../session/queries";
import { strings } from "../strings/overview";
import { Card } from "../ui/card";
import { CodeBlock } from "../ui/code-block";
import { CopyButton } from "../ui/copy-button";
import { Facts } from "../ui/facts";
import { loginSnippet } from "./login-snippet";
import { newestUsersQuery } from "./queries";

// The UID in the sample code while the app has no users.
const SOMEBODY = "superhero1";

interface Props {
  appId: string;
}

/** Explains how to log a first user in. Shown until somebody has logged in. */
export function FirstSteps({ appId }: Props) {
  const { data: app } = useQuery(appQuery(appId));
  const { data: server } = useQuery(serverQuery);
  const { data: users } = useQuery(newestUsersQuery(appId));
  const { firstSteps: texts } = strings;
  const region = app?.region ?? "";
  return (
    <Card title={texts.title} lead={texts.lead}>
      <div className="first-steps">
        <Facts
          facts={[
            [
              texts.appId,
              <span className="first-steps-fact">
                <code>{appId}</code>
                <CopyButton text={appId} label={texts.copyAppId} kind="quiet" />
              </span>,
            ],
            [
              texts.region,
              <span className="first-steps-fact">
                <code>{region}</code>
                <CopyButton text={region} label={texts.copyRegion} kind="quiet" />
              </span>,
            ],
          ]}
        />
        <CodeBlock
          title={texts.code}
          code={loginSnippet(
            appId,
            server?.publicUrl ?? location.origin,
            users?.[0]?.uid ?? SOMEBODY,
          )}
        />
        <p className="muted">{texts.production}</p>
      </div>
    </Card>
  );
}
