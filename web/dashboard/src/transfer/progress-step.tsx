import type { ReactNode } from "react";
import { strings } from "../strings/failure";
import { Progress } from "../ui/progress";

interface Props {
  label: string;
  /** Undefined while the total is unknown. */
  value?: number;
  max?: number;
  text: string;
  /** Seconds until the next attempt if the server could not be reached; else 0. */
  wait: number;
  note?: string;
  /** Buttons. */
  children: ReactNode;
}

/** The progress of a step, and whether it is waiting to retry. Space for the note is reserved. */
export function ProgressStep({ wait, note, children, ...progress }: Props) {
  return (
    <>
      <Progress {...progress} />
      <p className="muted transfer-note" role="status">
        {wait > 0 ? strings.waiting(wait) : (note ?? "")}
      </p>
      <div className="transfer-actions">{children}</div>
    </>
  );
}
