import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import "./transfer.css";
import { saveFile, today } from "../base/save-file";
import { strings as common } from "../strings/common";
import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FailureCallout } from "../ui/failure-callout";
import { Progress } from "../ui/progress";
import { showToast } from "../ui/toast";
import { exportUsers } from "./export-users";
import type { FileFormat } from "./format";
import { TYPES } from "./user-line";

interface Props {
  appId: string;
}

const texts = strings.export;

/** Saves all users of an app as a file. */
export function ExportCard({ appId }: Props) {
  const [progress, setProgress] = useState({ count: 0, total: 0 });
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);
  const exporting = useMutation({
    mutationFn: async (format: FileFormat) => {
      controller.current = new AbortController();
      setProgress({ count: 0, total: 0 });
      const { signal } = controller.current;
      const onProgress = (count: number, total: number) => setProgress({ count, total });
      const { parts, count } = await exportUsers({ appId, format, signal, onProgress });
      saveFile(`users-${appId}-${today()}.${format}`, parts, TYPES[format]);
      showToast(texts.done(count));
    },
  });
  const cancel = () => {
    controller.current.abort();
    exporting.reset();
  };
  const { count, total } = progress;
  return (
    <Card title={texts.title} lead={texts.lead}>
      <div className="transfer-steps">
        <FailureCallout error={exporting.error} />
        {exporting.isPending ? (
          <>
            <Progress
              label={texts.working}
              value={total > 0 ? count : undefined}
              max={total > 0 ? total : undefined}
              text={strings.import.ofRows(count, total)}
            />
            <div className="transfer-actions">
              <Button onPress={cancel}>{common.cancel}</Button>
            </div>
          </>
        ) : (
          <>
            <div className="transfer-actions">
              {(["csv", "ndjson"] as const).map((format) => (
                <Button key={format} icon="download" onPress={() => exporting.mutate(format)}>
                  {texts[format]}
                </Button>
              ))}
            </div>
            <p className="muted">
              {texts.csvText} {texts.ndjsonText} {texts.warning}
            </p>
          </>
        )}
      </div>
    </Card>
  );
}
