import "../ui/page-frame.css";
import { Skeleton } from "../ui/skeleton";

/** While the code of a page is on its way. */
export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={6} />
    </div>
  );
}
