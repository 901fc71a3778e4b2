/**
 * Combines the waits of tasks that run at the same time. Returns a function that makes the `onWait`
 * of one task; `onWait` receives the longest of the waits that are running.
 */
export function longestWait(onWait: (seconds: number) => void) {
  const waits = new Map<symbol, number>();
  return () => {
    const task = Symbol();
    return (seconds: number) => {
      if (seconds > 0) waits.set(task, seconds);
      else waits.delete(task);
      onWait(Math.max(0, ...waits.values()));
    };
  };
}
