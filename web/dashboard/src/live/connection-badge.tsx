import { strings } from "../strings/live";
import { Badge } from "../ui/badge";
import type { LiveState } from "./watch-live";

interface Props {
  state: LiveState;
  paused: boolean;
}

/** The state of the connection. A lost connection takes precedence over a pause. */
export function ConnectionBadge({ state, paused }: Props) {
  const tone = state === "lost" ? "bad" : state === "open" && !paused ? "good" : "neutral";
  const text = paused && state === "open" ? strings.state.paused : strings.state[state];
  return (
    <span role="status">
      <Badge tone={tone} dot>
        {text}
      </Badge>
    </span>
  );
}
