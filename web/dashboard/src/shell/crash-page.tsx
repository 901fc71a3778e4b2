import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Failure } from "../api/failure";
import { strings } from "../strings/common";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { Page } from "../ui/page";

/** Instead of a page that could not be shown: the server's reason, or else a bug of the dashboard. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof Failure) {
    return (
      <Page title={strings.product}>
        <ErrorState error={error} onRetry={retry} />
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
