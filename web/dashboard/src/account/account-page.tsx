import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import "./account.css";
import { sessionQuery } from "../session/queries";
import { useAdministrator } from "../session/use-administrator";
import { strings } from "../strings/account";
import { strings as shell } from "../strings/shell";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";
import { Moment } from "../ui/moment";
import { Page } from "../ui/page";
import { showToast } from "../ui/toast";
import { OwnSessions } from "./own-sessions";
import { PasswordForm } from "./password-form";

/** The account page: profile, password and sessions of the signed-in administrator. */
export function AccountPage() {
  const administrator = useAdministrator();
  const client = useQueryClient();
  // A new key remounts the form after a save, which clears the typed password.
  const [changes, setChanges] = useState(0);
  const { name, email, role, hasPassword, lastSignedInAt, createdAt } = administrator;
  const onPasswordSaved = () => {
    setChanges(changes + 1);
    showToast(strings.password.saved);
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    void client.invalidateQueries({ queryKey: ["own-sessions"] });
  };
  return (
    <Page title={strings.title}>
      <div className="account-columns">
        <Card title={strings.facts.title}>
          <Facts
            facts={[
              [strings.facts.name, name],
              [strings.facts.email, email],
              [
                strings.facts.role,
                <>
                  {shell.roles[role]} <p className="muted">{strings.roleMeaning[role]}</p>
                </>,
              ],
              [strings.facts.lastSignedIn, <Moment at={lastSignedInAt} />],
              [strings.facts.createdAt, <Moment at={createdAt} />],
            ]}
          />
        </Card>
        <Card
          title={strings.password.title}
          lead={hasPassword ? strings.password.leadChange : strings.password.leadSet}
        >
          <PasswordForm
            key={changes}
            hasPassword={hasPassword}
            submit={hasPassword ? strings.password.submit : strings.password.set}
            onSaved={onPasswordSaved}
          />
        </Card>
      </div>
      <OwnSessions />
    </Page>
  );
}
