import "./skeleton.css";
import { strings } from "../strings/common";

interface Props {
  /** How many lines what is loading will take; the room is kept for it. */
  lines?: number;
}

/** Keeps the place of what is still loading. */
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
