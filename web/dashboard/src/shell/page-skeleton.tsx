import "../ui/page-frame.css";
import { Skeleton } from "../ui/skeleton";

/** Shown while the code of a page is loading. */
export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={6} />
    </div>
  );
}
