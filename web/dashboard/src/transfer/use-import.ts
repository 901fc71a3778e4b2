import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { withRetries } from "../api/with-retries";
import { hashOf } from "./file-hash";
import type { CheckedFile, ChosenFile, ImportState, Running } from "./import-state";
import { longestWait } from "./longest-wait";
import { openFile } from "./open-file";
import { linesOf } from "./outcome";
import { START } from "./position";
import { forgetImport, loadImport, saveImport } from "./position-store";
import { runImport } from "./run-import";
import { FileProblem } from "./file-problem";
import { sendBatch } from "./send-batch";

/** Runs the import of a file, from choosing it to the result. Leaving the page pauses it. */
export function useImport(appId: string) {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: "choose" });
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);
  // A mutation, so that the end of the session leads to the sign-in page, as everywhere else.
  const { mutate: run } = useMutation({ mutationFn: (task: () => Promise<void>) => task() });

  const begin = () => {
    controller.current = new AbortController();
    return controller.current.signal;
  };

  const choose = (file: File) =>
    run(async () => {
      const signal = begin();
      setState({ step: "hashing", file });
      const hash = await hashOf(file).catch(() => undefined);
      if (signal.aborted) return;
      if (hash === undefined) {
        setState({ step: "choose", error: new FileProblem("unreadable") });
        return;
      }
      const saved = await loadImport(appId, hash);
      if (signal.aborted) return;
      if (saved) setState({ step: "resumable", file, hash, saved });
      else check({ file, hash });
    });

  const check = ({ file, hash }: ChosenFile) =>
    run(async () => {
      const signal = begin();
      const source = openFile(file);
      let progress = { read: 0, wait: 0 };
      let ignored: string[] = [];
      const show = (part: Partial<typeof progress>) => {
        progress = { ...progress, ...part };
        if (!signal.aborted) setState({ step: "checking", file, hash, ...progress });
      };
      const onWait = longestWait((wait) => show({ wait }));
      show({});
      try {
        const { outcome } = await runImport({
          next: source.next,
          send: (batch) =>
            withRetries(() => sendBatch(batch, { appId, dryRun: true }), {
              signal,
              onWait: onWait(),
            }),
          from: START,
          signal,
          onProgress: (_position, batch) => {
            if (batch.ignored.length > ignored.length) ignored = batch.ignored;
            show({ read: Math.max(progress.read, batch.read) });
          },
        });
        if (signal.aborted) return;
        setState({ step: "checked", file, hash, lines: linesOf(outcome), outcome, ignored });
      } catch (error) {
        if (signal.aborted) return;
        setState({ step: "choose", error });
        throw error;
      } finally {
        source.close();
      }
    });

  const start = ({ file, hash, lines }: CheckedFile) =>
    goOn({ file, hash, lines, position: START });

  const goOn = ({ file, hash, lines, position: from }: Running) =>
    run(async () => {
      const signal = begin();
      const source = openFile(file);
      let running = { file, hash, lines, position: from };
      let wait = 0;
      const show = () => setState({ step: "importing", wait, ...running });
      const onWait = longestWait((seconds) => {
        wait = seconds;
        show();
      });
      show();
      try {
        await runImport({
          next: source.next,
          send: (batch) =>
            withRetries(() => sendBatch(batch, { appId, dryRun: false }), {
              signal,
              onWait: onWait(),
            }),
          from,
          signal,
          onProgress: (position) => {
            running = { ...running, position };
            void saveImport(appId, hash, { position, lines });
            show();
          },
        });
        await forgetImport(appId, hash);
        setState({ step: "done", ...running });
      } catch (error) {
        setState({ step: "stopped", ...running, ...(!signal.aborted && { error }) });
        if (!signal.aborted) throw error;
      } finally {
        source.close();
        void client.invalidateQueries({ queryKey: ["apps", appId] });
      }
    });

  return {
    state,
    choose,
    check,
    start,
    goOn,
    /** Stops after the batches in flight. */
    pause: () => controller.current.abort(),
    /** Goes back to choosing a file. */
    reset: () => {
      controller.current.abort();
      setState({ step: "choose" });
    },
  };
}

export type Import = ReturnType<typeof useImport>;
