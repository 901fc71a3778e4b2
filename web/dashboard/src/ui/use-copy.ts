import { useEffect, useState } from "react";
import { Failure } from "../api/failure";
import { strings } from "../strings/common";
import { showFailure } from "./toast";

const SHOWN_MS = 2_000;

/** `copy(text)` copies text to the clipboard; `copied` is true for two seconds afterwards. */
export function useCopy() {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      showFailure(new Failure({ code: "COPY_FAILED", message: strings.copyFailed }));
    }
  };
  return { copied, copy };
}
