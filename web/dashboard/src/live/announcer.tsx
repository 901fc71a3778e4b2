import { useEffect, useRef, useState } from "react";
import { strings } from "../strings/live";

const PAUSE_MS = 5_000;

interface Props {
  /** The number of events received so far. */
  received: number;
}

/** Announces the number of new events to screen readers every 5 seconds, not each event. */
export function Announcer({ received }: Props) {
  const [said, setSaid] = useState({ turn: 0, text: "" });
  const latest = useRef(received);
  latest.current = received;
  useEffect(() => {
    let announced = 0;
    const timer = setInterval(() => {
      const count = latest.current - announced;
      announced = latest.current;
      const text = count > 0 ? strings.announce(count) : "";
      setSaid(({ turn }) => ({ turn: turn + 1, text }));
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {/* A new element, because an unchanged text is not announced again. */}
      <span key={said.turn}>{said.text}</span>
    </p>
  );
}
