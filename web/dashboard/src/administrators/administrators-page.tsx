import { useMay } from "../session/use-may";
import { strings } from "../strings/administrators";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";
import { AdministratorList } from "./administrator-list";

/** The administrators page. Only owners see the list. */
export function AdministratorsPage() {
  const mayAdminister = useMay("administer");
  if (mayAdminister) return <AdministratorList />;
  return (
    <Page title={strings.title}>
      <EmptyState icon="lock" {...strings.ownersOnly} />
    </Page>
  );
}
