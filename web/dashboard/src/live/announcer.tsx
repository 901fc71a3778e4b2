import { useEffect, useRef, useState } from "react";
import { strings } from "../strings/live";

const PAUSE_MS = 5_000;

interface Props {
  /** How many events have come in all. */
  received: number;
}

/** Tells screen readers now and then how many events are new, instead of reading out each. */
export function Announcer({ received }: Props) {
  const [text, setText] = useState("");
  const latest = useRef(received);
  latest.current = received;
  useEffect(() => {
    let announced = 0;
    const timer = setInterval(() => {
      const count = latest.current - announced;
      announced = latest.current;
      setText(count > 0 ? strings.announce(count) : "");
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
