/**
 * One viewer, and then four, repeatedly read an audit log of a million events with a filter that
 * matches nothing, while users are created. The reads must not delay the creations.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { call, parleyd, report, startServer } from "./support.mjs";

const events = 1_000_000;
const creations = 200;
const longestWaitMs = 500;
const usualWaitMs = 50; // Was 283 with one reader when reads held up the writer.
const password = "a long password of one";
const email = "viewer@example.com";

const server = await startServer();

function fillAuditLog() {
  // Their numbers are far above those that the server assigns to its own events.
  execFileSync("sqlite3", [join(server.dataDir, "parley.db")], {
    input: `WITH RECURSIVE n(i) AS (SELECT ${events} UNION ALL SELECT i + 1 FROM n WHERE i < ${2 * events})
      INSERT INTO audit_events SELECT 'attacked', i, 1760000000000 + i, 0, 'key_1', 'Back end',
        '203.0.113.7', 'auth_token.created', 'user', 'u' || (i % 1000), '{}' FROM n;`,
  });
}

async function signIn() {
  execFileSync(
    parleyd,
    ["admin", "create", email, "--name", "Viewer", "--role", "viewer", "--password-stdin"].concat(
      "--data-dir",
      server.dataDir,
    ),
    { input: `${password}\n` },
  );
  const answer = await fetch(`${server.url}/admin/v1/sign_in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${answer.status} to the sign-in: ${await answer.text()}`);
  return answer.headers.get("set-cookie").split(";")[0];
}

async function attack(cookie, viewers) {
  let running = true;
  let pages = 0;
  const readers = Array.from({ length: viewers }, async () => {
    while (running) {
      const path = "/admin/v1/apps/attacked/audit?action=role";
      const answer = await fetch(server.url + path, { headers: { cookie } });
      await answer.text();
      pages += answer.ok ? 1 : 0;
    }
  });
  const waits = [];
  for (let i = 0; i < creations; ++i) {
    const began = performance.now();
    await call(server, "POST", "/v3/users", { uid: `user-${viewers}-${i}`, name: "A user" });
    waits.push(performance.now() - began);
  }
  running = false;
  await Promise.all(readers);
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.floor(waits.length * share)];
  report(
    `${viewers} readers of the audit log`,
    { p50: at(0.5), p99: at(0.99), longest: waits.at(-1), pages },
    {
      [`half of the creations wait less than ${usualWaitMs} ms`]: at(0.5) < usualWaitMs,
      [`no creation waits ${longestWaitMs} ms`]: waits.at(-1) < longestWaitMs,
      "the log can be read": pages > 0,
    },
  );
}

try {
  fillAuditLog();
  const cookie = await signIn();
  await attack(cookie, 1);
  await attack(cookie, 4);
} finally {
  await server.stop();
}
