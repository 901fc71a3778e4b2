import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { residentBytes, startOnServerCore, stop, untilAnswered } from "./process.mjs";

const parleyd = "build/release/parleyd";
const port = 18_080;
const importedAtOnce = 50;
/** Fills a user up to the 500-byte answer that the budgets speak of. */
const metadata = { about: "x".repeat(240) };

export async function post(url, headers, body) {
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} to POST ${url}: ${await answer.text()}`);
  return (await answer.json()).data;
}

/** `parleyd serve` with one thread on the data in `directory`; continues what an earlier one left. */
export async function startParley(directory) {
  const dataDir = join(directory, "data");
  const url = `http://127.0.0.1:${port}`;
  const started = process.hrtime.bigint();
  const child = startOnServerCore(parleyd, [
    ...["serve", "--data-dir", dataDir, "--threads", "1", "--log-level", "warn"],
    ...["--listen", `127.0.0.1:${port}`, "--tls-listen", "off", "--admin-listen", "off"],
  ]);
  await untilAnswered(`${url}/v3/me`, child);
  return {
    url,
    port,
    pid: child.pid,
    startMillis: Math.round(Number(process.hrtime.bigint() - started) / 1e6),
    residentBytes: () => residentBytes(child.pid),
    stop: () => stop(child),
    kill: () => stop(child, "SIGKILL"),

    createApp: (id) =>
      JSON.parse(
        execFileSync(parleyd, [
          ...["app", "create", "--id", id, "--name", "Benchmark", "--data-dir", dataDir, "--json"],
        ]),
      ),

    /** The cursor of the page that follows this user in the order of the uids. */
    cursorBehind: async (apikey, uid) => {
      const query = `uids=${uid}&perPage=1&sortBy=uid`;
      const answer = await fetch(`${url}/v3/users?${query}`, { headers: { apikey } });
      return (await answer.json()).meta.cursor;
    },

    /** Creates the user that the load speaks for, and logs it in. */
    logIn: async ({ apiKey: apikey }) => {
      await post(
        `${url}/v3/users`,
        { apikey },
        { uid: "bench-user", name: "Bench User", metadata },
      );
      const { authToken } = await post(`${url}/v3/users/bench-user/auth_tokens`, { apikey }, {});
      return authToken;
    },
  };
}

/** Imports the users from number `begin` to before `end`; says how long it took. */
export async function importUsers(parley, { apiKey: apikey }, begin, end) {
  const started = Date.now();
  for (let first = begin; first < end; first += importedAtOnce) {
    const users = {};
    for (let i = first; i < first + importedAtOnce; ++i) {
      users[`imported-${i}`] = { name: `Imported User ${i}`, metadata };
    }
    await post(`${parley.url}/v3/data_import/users`, { apikey }, { users });
  }
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
