import type { Statistics } from "../api/types";
import { formatNumber } from "../base/number";
import { strings } from "../strings/overview";
import type { Range } from "./range";

interface Props {
  now: Statistics;
  /** The hours to show. */
  logins: Statistics["logins"];
  range: Range;
}

/** The four key figures of an app. */
export function Tiles({ now, logins, range }: Props) {
  const { tiles } = strings;
  const sum = logins.reduce((total, { count }) => total + count, 0);
  const share = now.users === 0 ? 0 : Math.round((now.online / now.users) * 100);
  const perHour = Math.round((sum / logins.length) * 10) / 10;
  return (
    <dl className="tiles">
      <Tile
        name={tiles.users}
        value={now.users}
        hint={now.deactivatedUsers > 0 ? tiles.deactivated(formatNumber(now.deactivatedUsers)) : ""}
      />
      <Tile
        name={tiles.online}
        value={now.online}
        hint={now.users > 0 ? tiles.onlineShare(`${share}%`) : ""}
      />
      <Tile name={tiles.sessions} value={now.sessions} hint={tiles.sessionsHint} />
      <Tile
        name={tiles.logins[range]}
        value={sum}
        hint={sum > 0 ? tiles.perHour(formatNumber(perHour)) : ""}
      />
    </dl>
  );
}

function Tile({ name, value, hint }: { name: string; value: number; hint: string }) {
  return (
    <div className="tile">
      <dt>{name}</dt>
      <dd className="tile-value">{formatNumber(value)}</dd>
      <dd className="tile-hint">{hint}</dd>
    </div>
  );
}
