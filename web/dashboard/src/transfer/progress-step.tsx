import type { ReactNode } from "react";
import { strings } from "../strings/transfer";
import { Progress } from "../ui/progress";

interface Props {
  label: string;
  value: number;
  max: number;
  text: string;
  /** Seconds until the next attempt, where the server could not be reached; else 0. */
  wait: number;
  note?: string;
  /** Buttons. */
  children: ReactNode;
}

/** How far something is, and whether it is held up. The place for that is kept. */
export function ProgressStep({ label, value, max, text, wait, note, children }: Props) {
  return (
    <>
      <Progress label={label} value={value} max={max} text={text} />
      <p className="muted transfer-note" role="status">
        {wait > 0 ? strings.import.waiting(wait) : (note ?? "")}
      </p>
      <div className="transfer-actions">{children}</div>
    </>
  );
}
