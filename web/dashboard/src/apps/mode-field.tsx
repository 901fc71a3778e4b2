import type { App } from "../api/types";
import { strings } from "../strings/apps";
import { ChoiceCards } from "../ui/choice-cards";

interface Props {
  hideLabel?: boolean;
  value: App["mode"];
  onChange: (mode: App["mode"]) => void;
  error?: string | undefined;
}

const CHOICES = (["development", "production"] as const).map((id) => ({
  id,
  label: strings.mode[id].name,
  text: strings.mode[id].text,
}));

/** Chooses the mode of an app. Each choice says what it changes. */
export function ModeField(props: Props) {
  return <ChoiceCards {...props} label={strings.mode.label} choices={CHOICES} />;
}
