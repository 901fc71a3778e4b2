/**
 * 384 connections send bodies of 1 MB to the import, except for the last byte: first without a
 * credential, then with the key of the app. Memory stays bounded, and callers without a credential are
 * refused before their bodies are received.
 */
import {
  createUsers,
  logIn,
  openConnection,
  report,
  sleep,
  startServer,
  until,
  watch,
} from "./support.mjs";

const connections = 384;
const bodyBytes = 1024 * 1024;
const attackMs = 8_000;
const recoveryMs = 45_000;
const mostKeptMb = 64;
const longestWaitMs = 2_000;

const server = await startServer();

/** Returns the figures of watch(), and how many connections got each status. */
async function attack(credential, token) {
  const statuses = {};
  const watched = watch(server, token);
  const head =
    `POST /v3/data_import/users HTTP/1.1\r\nHost: x\r\n${credential}` +
    `Content-Length: ${bodyBytes}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head), Buffer.alloc(bodyBytes - 1, " ")]);
  const sockets = Array.from({ length: connections }, () => {
    const socket = openConnection(server, bytes);
    socket.once("data", (chunk) => {
      const status = chunk.toString("latin1").split(" ")[1];
      statuses[status] = (statuses[status] ?? 0) + 1;
    });
    return socket;
  });
  await sleep(attackMs);
  const watchedResult = await watched.stop();
  for (const socket of sockets) socket.destroy();
  return { ...watchedResult, statuses };
}

async function run(name, credential, token, mostPeakMb, expectedStatuses) {
  const beforeMb = server.residentMb();
  const { peakMb, p99, longest, statuses } = await attack(credential, token);
  const returned = await until(() => server.residentMb() < beforeMb + mostKeptMb, recoveryMs);
  const afterMb = server.residentMb();
  report(
    name,
    { beforeMb, peakMb, afterMb, p99, longest, statuses: JSON.stringify(statuses) },
    {
      [`at most ${mostPeakMb} MB more at the peak`]: peakMb < beforeMb + mostPeakMb,
      [`at most ${mostKeptMb} MB more afterwards`]: returned,
      [`no other client waits ${longestWaitMs} ms`]: longest < longestWaitMs,
      "the statuses are as expected": expectedStatuses(statuses),
    },
  );
}

try {
  await createUsers(server, 10, 10);
  const other = await logIn(server, "user-2");
  await run(
    "bodies without a credential",
    "appId: attacked\r\n",
    other,
    64,
    (statuses) => statuses["401"] > 0,
  );
  await run(
    "bodies of one key",
    `apikey: ${server.apiKey}\r\n`,
    other,
    128,
    (statuses) => statuses["429"] >= connections / 2,
  );
} finally {
  await server.stop();
}
