import type { ReactNode } from "react";
import "./given.css";

interface Props {
  children: ReactNode;
}

/**
 * Text that somebody typed. Whatever it is made of, it stays within its own lines and does not
 * reorder the text around it.
 */
export function Given({ children }: Props) {
  return <bdi className="given">{children}</bdi>;
}
