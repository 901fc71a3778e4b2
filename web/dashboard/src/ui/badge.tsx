import type { ReactNode } from "react";
import "./badge.css";

export type Tone = "neutral" | "good" | "warn" | "bad" | "accent";

interface Props {
  tone?: Tone;
  /** With a dot before the words, as for what is on or off. */
  dot?: boolean;
  children: ReactNode;
}

/** One or two words about the state of something; the colour only repeats them. */
export function Badge({ tone = "neutral", dot, children }: Props) {
  return (
    <span className={`badge ${tone}`}>
      {dot && <span className="badge-dot" aria-hidden="true" />}
      {children}
    </span>
  );
}
