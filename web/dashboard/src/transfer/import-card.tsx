import "../ui/data-table.css";
import "./transfer.css";
import { strings } from "../strings/transfer";
import { Card } from "../ui/card";
import { ImportSteps } from "./import-steps";
import { useImport } from "./use-import";
import { useKeepOpen } from "./use-keep-open";

interface Props {
  appId: string;
}

/** Imports users from a file. */
export function ImportCard({ appId }: Props) {
  const importing = useImport(appId);
  useKeepOpen(importing.state.step === "importing");
  return (
    <Card title={strings.import.title} lead={strings.import.lead}>
      <div className="transfer-steps">
        <ImportSteps importing={importing} />
      </div>
    </Card>
  );
}
