/**
 * Receives the outcome of a lock request.
 * @private
 */
export interface TabLockHandler {
  /** This tab has the lock. */
  granted(): void;
  /** Another tab has stolen the lock. */
  lost(): void;
  /** The browser denied the request. */
  denied(): void;
}

/** Requests a lock among the tabs of this origin; see Environment.requestLock(). */
export function requestTabLock(
  name: string,
  steal: boolean,
  handler: TabLockHandler,
): (() => void) | null {
  // Only in a page: elsewhere, nothing else shares the session. Not available without https.
  const locks = typeof document === "undefined" ? undefined : navigator.locks;
  if (!locks) return null;
  const waiting = new AbortController();
  let isOver = false;
  let giveBack: (() => void) | null = null;
  const hold = (): Promise<void> | undefined => {
    if (isOver) return undefined;
    const held = new Promise<void>((resolve) => (giveBack = resolve));
    handler.granted();
    return held;
  };
  locks.request(name, steal ? { steal } : { signal: waiting.signal }, hold).catch(() => {
    if (isOver) return;
    isOver = true;
    if (giveBack) handler.lost();
    else handler.denied();
  });
  return () => {
    isOver = true;
    waiting.abort();
    giveBack?.();
  };
}
