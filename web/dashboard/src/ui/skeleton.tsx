import "./skeleton.css";
import { strings } from "../strings/common";

interface Props {
  /** The number of lines to reserve space for. */
  lines?: number;
}

/** A placeholder for content that is loading. */
export function Skeleton({ lines = 3 }: Props) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{strings.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span className="skeleton-line" key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
