import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Failure } from "../api/failure";
import { serverAnswers } from "../base/server-answers";
import { strings } from "../strings/common";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";
import { showFailure } from "../ui/toast";

/** Shown instead of a page that failed: the failure of a call, or a bug in the dashboard. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof Failure) {
    const wasAway = error.status === undefined;
    return (
      <Page title={strings.product}>
        <ErrorState error={error} onRetry={wasAway ? () => void loadAgain() : retry} />
      </Page>
    );
  }
  return (
    <Page title={strings.crash.title} lead={strings.crash.text}>
      <pre className="wrap">{String(error)}</pre>
      <p>
        <Button kind="primary" icon="refresh" onPress={() => location.reload()}>
          {strings.crash.reload}
        </Button>
      </p>
    </Page>
  );
}

/** Reloads only if the server responds; otherwise the browser would show its own error page. */
async function loadAgain(): Promise<void> {
  if (await serverAnswers()) location.reload();
  else showFailure(Failure.unreachable());
}
