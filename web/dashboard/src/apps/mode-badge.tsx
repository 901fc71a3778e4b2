import type { App } from "../api/types";
import { strings } from "../strings/apps";
import { Badge } from "../ui/badge";

interface Props {
  mode: App["mode"];
}

/** The mode of an app as a badge. */
export function ModeBadge({ mode }: Props) {
  return <Badge tone={mode === "production" ? "good" : "warn"}>{strings.mode[mode].name}</Badge>;
}
