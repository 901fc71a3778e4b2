import "./audit.css";
import { strings } from "../strings/audit";
import { useSearchText } from "../users/use-search-text";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import type { AuditFilters } from "./filters";
import { fromLocalTime, toLocalTime } from "./local-time";

interface Props {
  filters: AuditFilters;
  /** Whether this is the log of the server, whose targets are all administrators. */
  ofServer: boolean;
  onChange: (filters: AuditFilters) => void;
}

const { filter: texts } = strings;
const ANY = "any";

const choicesOf = (labels: Record<string, string>, any: string) => [
  { id: ANY, label: any },
  ...Object.entries(labels).map(([id, label]) => ({ id, label })),
];
const ACTORS = choicesOf(strings.actorKind, texts.anyActor);
const TARGETS = choicesOf(strings.targetKind, texts.anyTarget);
const ACTIONS = choicesOf({ ...strings.noun, ...strings.action }, texts.anyAction);
const SERVER_ACTIONS = ACTIONS.filter(({ id }) => id === ANY || id.startsWith("administrator"));

/** The filters of an audit log. */
export function AuditFilterBar({ filters, ofServer, onChange }: Props) {
  const change = (part: AuditFilters) => onChange({ ...filters, ...part });
  const setTarget = (target: string | undefined) =>
    change({
      target,
      // An id needs a kind; most ids are UIDs.
      ...(target && { targetKind: filters.targetKind ?? (ofServer ? "administrator" : "user") }),
    });
  const [typed, setTyped] = useSearchText(filters.target, setTarget);
  const chosen = (id: string) => (id === ANY ? undefined : id);
  return (
    <div className="audit-filters" role="search">
      <Select
        label={texts.actorKind}
        choices={ACTORS}
        value={filters.actorKind ?? ANY}
        onChange={(id) => change({ actorKind: chosen(id) as AuditFilters["actorKind"] })}
      />
      <Select
        label={texts.action}
        choices={ofServer ? SERVER_ACTIONS : ACTIONS}
        value={filters.action ?? ANY}
        onChange={(id) => change({ action: chosen(id) })}
      />
      {!ofServer && (
        <Select
          label={texts.targetKind}
          choices={TARGETS}
          value={filters.targetKind ?? ANY}
          onChange={(id) =>
            change({
              targetKind: chosen(id) as AuditFilters["targetKind"],
              ...(id === ANY && { target: undefined }),
            })
          }
        />
      )}
      <TextField
        label={texts.target}
        placeholder={ofServer ? texts.administratorPlaceholder : texts.targetPlaceholder}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        spellCheck="false"
      />
      {(["from", "until"] as const).map((name) => (
        <TextField
          key={name}
          label={texts[name]}
          type="datetime-local"
          value={toLocalTime(filters[name])}
          onChange={(value) => change({ [name]: fromLocalTime(value) })}
        />
      ))}
      {Object.values(filters).some((value) => value !== undefined) && (
        <Button kind="quiet" onPress={() => onChange({})}>
          {texts.clear}
        </Button>
      )}
    </div>
  );
}
