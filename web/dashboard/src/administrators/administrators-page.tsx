import { useMay } from "../session/use-may";
import { strings } from "../strings/administrators";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";
import { AdministratorList } from "./administrator-list";

/** Who may sign in. Only owners see it. */
export function AdministratorsPage() {
  const mayAdminister = useMay("administer");
  if (mayAdminister) return <AdministratorList />;
  return (
    <Page title={strings.title}>
      <EmptyState icon="lock" {...strings.ownersOnly} />
    </Page>
  );
}
