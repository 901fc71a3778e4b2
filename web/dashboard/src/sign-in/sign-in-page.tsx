import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import "./sign-in.css";
import type { SignedIn } from "../api/types";
import { rememberSignedIn } from "../session/signed-in";
import { strings as common } from "../strings/common";
import { strings } from "../strings/sign-in";
import { ThemeToggle } from "../theme/theme-toggle";
import { Callout } from "../ui/callout";
import { CodeBlock } from "../ui/code-block";
import { FailureCallout } from "../ui/failure-callout";
import { Skeleton } from "../ui/skeleton";
import { usePageTitle } from "../ui/use-page-title";
import { ChoosePassword } from "./choose-password";
import { SignInForm } from "./sign-in-form";
import { useLink } from "./use-link";

/** Signs in with a password or with the one-time link in the URL, then goes to `next`. */
export function SignInPage() {
  const { why, next } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const client = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const heading = usePageTitle(choosing ? strings.choose.title : strings.title);

  const goOn = () => router.history.push(next ?? "/dashboard/");
  const onSignedIn = (signedIn: SignedIn) => {
    rememberSignedIn(client, signedIn);
    goOn();
  };
  const link = useLink((signedIn) => {
    rememberSignedIn(client, signedIn);
    if (signedIn.administrator.hasPassword) goOn();
    else setChoosing(true);
  });

  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <p className="brand">
          <img src="/assets/logo.svg" alt="" width="32" height="32" />
          {common.product}
        </p>
        <ThemeToggle />
      </header>
      <main className="sign-in-main">
        <h1 tabIndex={-1} ref={heading}>
          {choosing ? strings.choose.title : strings.title}
        </h1>
        <p className="muted">{choosing ? strings.choose.lead : strings.lead}</p>
        {link.isPending ? (
          <Skeleton lines={4} />
        ) : choosing ? (
          <ChoosePassword onDone={goOn} />
        ) : (
          <>
            {why === "ended" && <Callout tone="warn">{strings.ended}</Callout>}
            {why === "signed-out" && <Callout tone="good">{strings.signedOut}</Callout>}
            <FailureCallout error={link.error} />
            <SignInForm onSignedIn={onSignedIn} />
            <div className="sign-in-help">
              <p>{strings.noAccount}</p>
              <CodeBlock title={strings.onServer} code={strings.noAccountCommand} />
            </div>
          </>
        )}
      </main>
    </div>
  );
}
