import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { saveFile, today } from "../base/save-file";
import { strings } from "../strings/audit";
import { strings as common } from "../strings/common";
import { strings as failure } from "../strings/failure";
import { Dialog } from "../ui/dialog";
import { DialogBody } from "../ui/dialog-body";
import { FailureCallout } from "../ui/failure-callout";
import { Progress } from "../ui/progress";
import { showToast } from "../ui/toast";
import { exportAudit } from "./export-audit";
import { TYPES, type ExportFormat } from "./export-format";
import type { AuditFilters } from "./filters";
import type { AuditOf } from "./queries";

interface Props {
  of: AuditOf;
  filters: AuditFilters;
  format: ExportFormat;
  onClose: () => void;
}

/** Fetches the log and saves it as a file. Closing the dialog cancels the export. */
export function ExportDialog({ of, filters, format, onClose }: Props) {
  const [count, setCount] = useState(0);
  const [wait, setWait] = useState(0);
  const latestOnClose = useRef(onClose);
  latestOnClose.current = onClose;
  const { mutate, error } = useMutation({
    mutationFn: (signal: AbortSignal) =>
      exportAudit({ of, filters, format, signal, onWait: setWait, onProgress: setCount }),
    onSuccess: ({ parts, count: all }, signal) => {
      if (signal.aborted) return;
      const name = of === "server" ? "server" : of.appId;
      saveFile(`audit-${name}-${today()}.${format}`, parts, TYPES[format]);
      showToast(strings.export.done(all));
      latestOnClose.current();
    },
  });
  useEffect(() => {
    const controller = new AbortController();
    mutate(controller.signal);
    return () => controller.abort();
  }, [mutate]);
  return (
    <Dialog title={strings.export.title} isOpen onClose={onClose}>
      <DialogBody close={error ? common.close : common.cancel} onClose={onClose}>
        {error ? (
          <FailureCallout error={error} />
        ) : (
          <>
            <Progress label={strings.export.working} text={strings.export.soFar(count)} />
            {wait > 0 && (
              <p className="muted" role="status">
                {failure.waiting(wait)}
              </p>
            )}
          </>
        )}
      </DialogBody>
    </Dialog>
  );
}
