import type { ReactNode } from "react";
import "./given.css";

interface Props {
  /** It is a sentence of the dashboard that quotes such text. */
  sentence?: boolean;
  children: ReactNode;
}

/**
 * Text that somebody typed. Whatever it is made of, it stays within its own lines and does not
 * reorder the text around it.
 */
export function Given({ sentence, children }: Props) {
  if (sentence) return <span className="given">{children}</span>;
  return <bdi className="given">{children}</bdi>;
}
