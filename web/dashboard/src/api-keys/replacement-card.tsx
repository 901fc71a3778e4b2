import type { ApiKey } from "../api/types";
import { useNow } from "../base/use-now";
import { strings } from "../strings/api-keys";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";
import { Moment } from "../ui/moment";
import { roughly, silenceOf } from "./silence";

interface Props {
  old: ApiKey;
  successor: ApiKey;
  onDelete: () => void;
  /** Ends the replacement and keeps both keys. */
  onStop: () => void;
}

const texts = strings.replace;
const TONES = { "in-use": "warn", waiting: "accent", silent: "good" } as const;

/** Shows the old and the new key side by side until the old one is unused and can be deleted. */
export function ReplacementCard({ old, successor, onDelete, onStop }: Props) {
  const { state, seconds } = silenceOf(old, successor, useNow());
  const said = {
    "in-use": texts.stillUsed,
    waiting: texts.waiting(roughly(seconds)),
    silent: texts.silent(roughly(seconds)),
  };
  return (
    <Card
      title={texts.cardTitle(old.name)}
      lead={texts.cardLead}
      actions={
        <Button small kind="quiet" onPress={onStop}>
          {texts.stop}
        </Button>
      }
    >
      <div className="replacement">
        {([texts.old, texts.new] as const).map((title, index) => {
          const key = index === 0 ? old : successor;
          return (
            <section key={key.id} aria-label={title}>
              <h3>{title}</h3>
              <p className="mono">{key.apiKey}</p>
              <Facts
                facts={[
                  [texts.created, <Moment at={key.createdAt} />],
                  [texts.lastUsed, <Moment at={key.lastUsedAt ?? 0} />],
                ]}
              />
            </section>
          );
        })}
        <div className="replacement-state" role="status">
          <Callout tone={TONES[state]}>
            <p>{said[state]}</p>
            {!successor.lastUsedAt && <p>{texts.newUnused}</p>}
          </Callout>
        </div>
        <Button kind={state === "silent" ? "danger" : "normal"} icon="trash" onPress={onDelete}>
          {texts.deleteOld}
        </Button>
      </div>
    </Card>
  );
}
