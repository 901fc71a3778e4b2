import type { ApiKey } from "../api/types";
import { strings } from "../strings/api-keys";
import { ChoiceCards } from "../ui/choice-cards";

interface Props {
  value: ApiKey["scope"];
  onChange: (scope: ApiKey["scope"]) => void;
  error?: string | undefined;
}

const CHOICES = (["authOnly", "fullAccess"] as const).map((id) => ({
  id,
  label: strings.scope[id].name,
  text: strings.scope[id].text,
}));

/** Chooses the scope of a key. Each choice says what it allows. */
export function ScopeField(props: Props) {
  return <ChoiceCards {...props} label={strings.scope.label} choices={CHOICES} />;
}
