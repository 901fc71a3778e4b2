import { strings } from "../strings/shell";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";

/** Where one begins on a server without apps. */
export function NoAppsPage() {
  return (
    <Page title={strings.noApps.title}>
      <EmptyState icon="app" title={strings.noApps.title} text={strings.noApps.text} />
    </Page>
  );
}
