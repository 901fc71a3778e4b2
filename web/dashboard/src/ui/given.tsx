import type { ReactNode } from "react";
import "./given.css";

interface Props {
  /** Whether this is a sentence of the dashboard that quotes user text. */
  sentence?: boolean;
  children: ReactNode;
}

/**
 * Text entered by a user. Whatever characters it contains, it stays within its lines and does not
 * reorder the surrounding text.
 */
export function Given({ sentence, children }: Props) {
  if (sentence) return <span className="given">{children}</span>;
  return <bdi className="given">{children}</bdi>;
}
