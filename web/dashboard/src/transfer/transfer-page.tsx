import { useParams } from "@tanstack/react-router";
import { useMay } from "../session/use-may";
import { strings } from "../strings/transfer";
import { Page } from "../ui/page";
import { ExportCard } from "./export-card";
import { ImportCard } from "./import-card";

/** Imports and exports the users of an app. Viewers can only export. */
export function TransferPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/transfer" });
  const mayChange = useMay("change");
  return (
    <Page title={strings.title} lead={strings.lead} context={appId}>
      {mayChange && <ImportCard key={appId} appId={appId} />}
      <ExportCard key={`${appId} export`} appId={appId} />
    </Page>
  );
}
