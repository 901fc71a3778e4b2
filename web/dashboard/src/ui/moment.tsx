import { exactTime } from "../base/exact-time";
import { relativeTime } from "../base/relative-time";
import { useNow } from "../base/use-now";
import { strings } from "../strings/common";

interface Props {
  /** Unix seconds; 0 is never. */
  at: number;
  /** The text to show instead of "Never". */
  never?: string;
}

/** A relative time. Hovering shows the exact time in the viewer's time zone. */
export function Moment({ at, never = strings.never }: Props) {
  const now = useNow();
  if (at === 0) return <span className="muted">{never}</span>;
  return (
    <time dateTime={new Date(at * 1_000).toISOString()} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
