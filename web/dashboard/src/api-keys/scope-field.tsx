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

/** The scope of a key, with what it means. */
export function ScopeField(props: Props) {
  return <ChoiceCards {...props} label={strings.scope.label} choices={CHOICES} />;
}
