import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import "./transfer.css";
import { saveFile, today } from "../base/save-file";
import { strings as common } from "../strings/common";
import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FailureCallout } from "../ui/failure-callout";
import { showToast } from "../ui/toast";
import { exportUsers } from "./export-users";
import type { FileFormat } from "./format";
import { ProgressStep } from "./progress-step";
import { TYPES } from "./user-line";

interface Props {
  appId: string;
}

const texts = strings.export;
const START = { count: 0, total: 0, wait: 0 };

/** Saves all users of an app as a file. */
export function ExportCard({ appId }: Props) {
  const [progress, setProgress] = useState(START);
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);
  const exporting = useMutation({
    mutationFn: async (format: FileFormat) => {
      controller.current = new AbortController();
      setProgress(START);
      const { signal } = controller.current;
      const { parts, count } = await exportUsers({
        appId,
        format,
        signal,
        onWait: (wait) => setProgress((before) => ({ ...before, wait })),
        onProgress: (count, total) => setProgress({ count, total, wait: 0 }),
      });
      saveFile(`users-${appId}-${today()}.${format}`, parts, TYPES[format]);
      showToast(texts.done(count));
    },
  });
  const cancel = () => {
    controller.current.abort();
    exporting.reset();
  };
  const { count, total, wait } = progress;
  return (
    <Card title={texts.title} lead={texts.lead}>
      <div className="transfer-steps">
        <FailureCallout error={exporting.error} />
        {exporting.isPending ? (
          <ProgressStep
            label={texts.working}
            {...(total > 0 && { value: count, max: total })}
            text={total > 0 ? strings.import.ofRows(count, total) : ""}
            wait={wait}
          >
            <Button onPress={cancel}>{common.cancel}</Button>
          </ProgressStep>
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
