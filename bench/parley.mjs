import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { residentBytes, startOnServerCore, stop, untilAnswered } from "./process.mjs";

const parleyd = "build/release/parleyd";
const usualPort = 18_080;

export async function post(url, headers, body) {
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} to POST ${url}: ${await answer.text()}`);
  return (await answer.json()).data;
}

/**
 * Starts `parleyd serve` with one thread on the data in `directory`, which an earlier server may have
 * created. `adminListen`: address of its metrics. `program`: another parleyd, which needs its own `port`.
 * `under`: a command that runs it, such as valgrind.
 */
export async function startParley(
  directory,
  { adminListen = "off", program = parleyd, port = usualPort, under = [] } = {},
) {
  const dataDir = join(directory, "data");
  const url = `http://127.0.0.1:${port}`;
  const started = process.hrtime.bigint();
  const [command, ...before] = [...under, program];
  const child = startOnServerCore(command, [
    ...before,
    ...["serve", "--data-dir", dataDir, "--threads", "1", "--log-level", "warn"],
    ...["--listen", `127.0.0.1:${port}`, "--tls-listen", "off"],
    ...["--admin-listen", adminListen],
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
        execFileSync(program, [
          ...["app", "create", "--id", id, "--name", "Benchmark", "--data-dir", dataDir, "--json"],
        ]),
      ),

    /** The cursor of the page after this user, sorted by uid. */
    cursorBehind: async (apikey, uid) => {
      const query = `uids=${uid}&perPage=1&sortBy=uid`;
      const answer = await fetch(`${url}/v3/users?${query}`, { headers: { apikey } });
      return (await answer.json()).meta.cursor;
    },
  };
}
