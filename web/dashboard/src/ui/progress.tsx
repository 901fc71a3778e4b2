import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";
import "./progress.css";

interface Props {
  label: string;
  /** Undefined while the total is unknown. */
  value?: number;
  max?: number;
  /** The progress as text. */
  text: string;
}

/** A labelled progress bar. */
export function Progress({ label, value, max, text }: Props) {
  return (
    <ProgressBar
      value={value}
      maxValue={max}
      valueLabel={text}
      isIndeterminate={value === undefined}
      className="progress"
    >
      <Label>{label}</Label>
      <span className="numeric">{text}</span>
      <progress className="progress-bar" value={value} max={max} aria-hidden="true" />
    </ProgressBar>
  );
}
