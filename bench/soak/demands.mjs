/** What a soak demands: nothing lost, and memory that stays. */
import { growthOf } from "./watch.mjs";

/** MiB a minute: a hundredth of what a server of this size takes would be added in five minutes. */
export const mostGrowth = 1;

const sum = (values) => values.reduce((all, value) => all + value, 0);

/** Rows of { what, wanted, got, isMet }. */
export function demands(measured) {
  const { classes, presence, running, restarted, sockets, samples, before, after } = measured;
  const rows = [];
  const demand = (what, wanted, got) => rows.push({ what, wanted, got, isMet: wanted === got });
  const added = (counter) => after[counter] - before[counter];

  const all = Object.values(classes);
  const answers = sum(all.map((each) => each.answers));
  demand("answers that are a success", answers, answers - sum(all.map(({ errors }) => errors)));
  demand("logins whose token is known", classes.logins.answers, running[1].asked);
  demand("these tokens, asked at the end", running[1].asked, running[1].well);
  demand("live tokens, asked at the end", running[0].asked, running[0].well);
  demand(
    "tokens of the logins, after `kill -9` and a start",
    restarted[1].asked,
    restarted[1].well,
  );
  demand("all tokens from before the soak, then", restarted[0].asked, restarted[0].well);
  demand(
    "messages about changes of presence",
    presence.expected,
    presence.expected - presence.lost,
  );
  demand("told twice, or in the wrong order", 0, presence.unexpected);
  demand("presence left out for slow readers", 0, added("parley_realtime_presence_dropped_total"));
  demand(
    "sockets that stay, at the end",
    sockets.staying,
    Math.min(sockets.staying, after.parley_realtime_sockets_authenticated),
  );
  demand("failures of the database", 0, added("parley_store_failures_total"));

  const growth = growthOf(samples, "resident").aMinute / 2 ** 20;
  rows.push({
    what: "growth of resident memory, MiB a minute",
    wanted: `<= ${mostGrowth}`,
    got: growth.toFixed(2),
    isMet: growth <= mostGrowth,
  });
  return rows;
}
