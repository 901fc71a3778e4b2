import { useEffect, useState } from "react";
import type { Failure } from "../api/failure";

const SECOND_MS = 1_000;

/** The remaining seconds of the wait that a failure requires; 0 if there is none. */
export function useCountdown(failure: Failure | undefined): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const wait = failure?.retryAfter ?? 0;
    const end = Date.now() + wait * SECOND_MS;
    setSeconds(wait);
    if (wait === 0) return;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / SECOND_MS));
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    }, SECOND_MS);
    return () => clearInterval(timer);
  }, [failure]);
  return seconds;
}
