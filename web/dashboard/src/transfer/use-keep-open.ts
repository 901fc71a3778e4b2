import { useEffect } from "react";

/** Lets the browser ask before the page is closed, while that would interrupt something. */
export function useKeepOpen(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isBusy]);
}
