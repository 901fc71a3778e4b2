/** A sign that connecting may succeed again, or that a connection may be dead without a close. */
export type WakeSign = "online" | "offline" | "visible";

/**
 * Reports wake signs of a page. Does nothing outside a page.
 * @returns a function that stops it.
 */
export function watchForSigns(onSign: (sign: WakeSign) => void): () => void {
  if (typeof document === "undefined") return () => undefined;
  const controller = new AbortController();
  const options = { signal: controller.signal };
  globalThis.addEventListener("online", () => onSign("online"), options);
  globalThis.addEventListener("offline", () => onSign("offline"), options);
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") onSign("visible");
    },
    options,
  );
  return () => controller.abort();
}
