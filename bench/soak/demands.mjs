/** The requirements of a soak: nothing is lost, and memory does not grow. */
import { growthOf } from "./watch.mjs";

/** MiB per minute. At this rate, five minutes would add about one percent to the memory of such a server. */
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
  demand("successful responses", answers, answers - sum(all.map(({ errors }) => errors)));
  demand("logins with a known token", classes.logins.answers, running[1].asked);
  demand("of these, tokens valid at the end", running[1].asked, running[1].well);
  demand("active tokens, valid at the end", running[0].asked, running[0].well);
  demand(
    "tokens of the logins, valid after `kill -9` and a restart",
    restarted[1].asked,
    restarted[1].well,
  );
  demand("all earlier tokens, valid after the restart", restarted[0].asked, restarted[0].well);
  demand("presence messages", presence.expected, presence.expected - presence.lost);
  demand("repeated or misordered presence messages", 0, presence.unexpected);
  demand(
    "presence messages dropped for slow readers",
    0,
    added("parley_realtime_presence_dropped_total"),
  );
  demand(
    "permanent sockets at the end",
    sockets.staying,
    Math.min(sockets.staying, after.parley_realtime_sockets_authenticated),
  );
  demand("database failures", 0, added("parley_store_failures_total"));

  const growth = growthOf(samples, "resident").aMinute / 2 ** 20;
  rows.push({
    what: "growth of resident memory, MiB per minute",
    wanted: `<= ${mostGrowth}`,
    got: growth.toFixed(2),
    isMet: growth <= mostGrowth,
  });
  return rows;
}
