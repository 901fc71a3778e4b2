import "./table-skeleton.css";
import { strings } from "../strings/common";

interface Props {
  /** The number of rows to reserve space for. */
  rows?: number;
}

/** A placeholder for a table whose first page is loading. */
export function TableSkeleton({ rows = 8 }: Props) {
  return (
    <div className="table-skeleton" role="status">
      <span className="visually-hidden">{strings.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span className="table-skeleton-row" key={index} aria-hidden="true">
          <span className="skeleton-line" />
          <span className="skeleton-line" />
          <span className="skeleton-line" />
        </span>
      ))}
    </div>
  );
}
