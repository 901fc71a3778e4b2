import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";
import "./progress.css";

interface Props {
  label: string;
  /** Left out while nobody knows how much there is. */
  value?: number;
  max?: number;
  /** How far it is, in words. */
  text: string;
}

/** How much of something long is done. */
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
