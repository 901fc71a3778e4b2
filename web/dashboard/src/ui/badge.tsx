import type { ReactNode } from "react";
import "./badge.css";

export type Tone = "neutral" | "good" | "warn" | "bad" | "accent";

interface Props {
  tone?: Tone;
  /** Shows a dot before the text, for example for online and offline. */
  dot?: boolean;
  children: ReactNode;
}

/** A state in one or two words. The colour only repeats the text. */
export function Badge({ tone = "neutral", dot, children }: Props) {
  return (
    <span className={`badge ${tone}`}>
      {dot && <span className="badge-dot" aria-hidden="true" />}
      {children}
    </span>
  );
}
