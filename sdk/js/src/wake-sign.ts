/** What may mean that a connection can be had again, or that one is dead without having said so. */
export type WakeSign = "online" | "offline" | "visible";

/**
 * Reports what happens around a page; outside of one, nothing.
 * @returns a function that ends it.
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
