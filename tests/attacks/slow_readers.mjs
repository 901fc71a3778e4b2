/**
 * 200 connections of one user each ask for a list of 5 MB and read nothing. The memory of the server
 * stays bounded and is released, other clients are served, and the connections are cut.
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

const connections = 200;
const attackMs = 20_000;
const recoveryMs = 45_000;
const mostPeakMb = 256;
const mostKeptMb = 64;
const longestWaitMs = 2_000;

const server = await startServer();
try {
  await createUsers(server, 1000, 5_000);
  const attacker = await logIn(server, "user-1");
  const other = await logIn(server, "user-2");
  const beforeMb = server.residentMb();
  const watched = watch(server, other);
  const began = performance.now();
  let closed = 0;
  const sockets = Array.from({ length: connections }, () =>
    openConnection(
      server,
      `GET /v3/users?perPage=1000 HTTP/1.1\r\nHost: x\r\nauthToken: ${attacker}\r\n\r\n`,
    ).pause(),
  );
  await sleep(attackMs);
  // A client notices only by reading that its connection was cut.
  const received = sockets.map(() => 0);
  sockets.forEach((socket, i) => {
    socket.once("close", () => ++closed);
    socket.on("data", (chunk) => (received[i] += chunk.length)).resume();
  });
  await sleep(2_000);
  const { peakMb, p99, longest, calls } = await watched.stop();
  const whole = received.filter((bytes) => bytes > 5_000_000).length;
  for (const socket of sockets) socket.destroy();
  const returned = await until(() => server.residentMb() < beforeMb + mostKeptMb, recoveryMs);
  const afterMb = server.residentMb();
  report(
    "slow readers",
    {
      beforeMb,
      peakMb,
      afterMb,
      p99,
      longest,
      calls,
      whole,
      seconds: (performance.now() - began) / 1e3,
    },
    {
      [`at most ${mostPeakMb} MB more at the peak`]: peakMb < beforeMb + mostPeakMb,
      [`at most ${mostKeptMb} MB more afterwards`]: returned,
      [`no other client waits ${longestWaitMs} ms`]: longest < longestWaitMs,
      "no answer survives 20 s without being read": whole === 0,
    },
  );
} finally {
  await server.stop();
}
