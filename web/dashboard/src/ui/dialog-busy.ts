import { createContext, useContext, useLayoutEffect } from "react";

/** Receives whether the content of the dialog is waiting for a response. */
export const DialogBusyContext = createContext<(isBusy: boolean) => void>(() => undefined);

/** Keeps the dialog around the caller open while `isBusy`. */
export function useDialogBusy(isBusy: boolean): void {
  const setBusy = useContext(DialogBusyContext);
  useLayoutEffect(() => {
    setBusy(isBusy);
    return () => setBusy(false);
  }, [isBusy, setBusy]);
}
