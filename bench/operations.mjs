/** The operations measured at every size, with their requests for wrk and for a load with a constant rate. */
import { fillToCap, cappedUser } from "./capped_users.mjs";
import { budgets } from "./budgets.mjs";

const list = "/v3/users?perPage=100";
/** Milliseconds until uses of sessions are written; see kFlushEvery. */
const flushesFor = 5500;
/** Milliseconds until the WAL is copied into the database, in passes with pauses; see Checkpointer. */
const checkpointsFor = 200;

/**
 * `writesFor`: milliseconds after the last response in which the server may still write data. The benchmark
 * waits for these writes and counts them for this operation, not for the next.
 * `perSecond`: the constant rate, well below the capacity of a core. `budget`: compares the figures with
 * the budget, at 100,000 users unless `budgetAt` says otherwise.
 */
export const operations = [
  {
    name: "GET /v3/me, one user per connection",
    as: "session",
    sessions: 64,
    wrk: { script: "get_me.lua" },
    constant: { path: "/v3/me", perSecond: 2000 },
    budget: ({ ratio }) => budgets.getMe(ratio.median),
  },
  {
    name: "GET /v3/me, all users in turn",
    as: "session",
    warmUp: 2,
    writesFor: flushesFor,
    wrk: { script: "get_me.lua" },
    constant: { path: "/v3/me", perSecond: 2000 },
  },
  {
    name: "login by key, durable",
    as: "authKey",
    writesFor: checkpointsFor,
    wrk: { script: "login.lua" },
    constant: {
      method: "POST",
      path: "/v3/users/user-{n}/auth_tokens",
      body: "{}",
      perSecond: 1000,
    },
    budget: perSecond(budgets.login),
  },
  {
    // Each login ends the oldest token of its user.
    name: "login by key of a user at the cap of tokens, durable",
    as: "authKey",
    writesFor: checkpointsFor,
    prepare: fillToCap,
    wrk: { script: "login_at_cap.lua" },
    constant: {
      method: "POST",
      path: `/v3/users/${cappedUser(0)}/auth_tokens`,
      body: "{}",
      perSecond: 1000,
    },
    budget: perSecond(budgets.login),
  },
  {
    name: "create user, durable",
    as: "apiKey",
    writesFor: checkpointsFor,
    wrk: { script: "create_user.lua" },
    constant: {
      method: "POST",
      path: "/v3/users",
      body: '{"uid":"constant-{n}","name":"User {n}"}',
      perSecond: 1000,
    },
    budget: perSecond(budgets.createUser),
  },
  {
    name: "PUT /v3/me, session call, durable",
    as: "session",
    writesFor: checkpointsFor,
    wrk: { script: "session_call.lua" },
    constant: {
      method: "PUT",
      path: "/v3/me",
      body: '{"platform":"web","deviceId":"device-{n}"}',
      perSecond: 1000,
    },
    budget: perSecond(budgets.sessionCall),
  },
  {
    name: "PUT /v3/me, own details, durable",
    as: "session",
    writesFor: checkpointsFor,
    wrk: { script: "own_details.lua" },
    constant: {
      method: "PUT",
      path: "/v3/me",
      body: '{"statusMessage":"message {n}"}',
      perSecond: 1000,
    },
    budget: perSecond(budgets.sessionCall),
  },
  listOf("first page", () => list),
  listOf("page in the middle, by number", ({ users }) => `${list}&page=${users / 200}`, {
    budget: budgets.pageByNumber,
  }),
  listOf("page in the middle, by cursor", ({ cursor }) => `${list}&sortBy=uid&cursor=${cursor}`),
  // Names end with a unique number, and searches match the start of a word.
  listOf("name of one user", ({ users }) => `${list}&searchKey=${users - 1}`),
  listOf("name of one in 900 users", () => `${list}&searchKey=999`),
  listOf("name of one in ten users", () => `${list}&searchKey=fat`),
  listOf("tag of one in ten users", () => `${list}&tags=beta`),
];

function perSecond(budget) {
  return ({ cpu }) => budget(1e6 / cpu.median);
}

/** A page of 100 users. The budget is for the latency at 1,000,000 users. */
function listOf(what, pathOf, { budget = budgets.list } = {}) {
  return {
    name: `100 users: ${what}`,
    as: "apiKey",
    isRead: true,
    wrk: { pathOf, connections: 1 },
    constant: { pathOf, perSecond: 50 },
    budget: ({ latency }) => budget(latency.p99),
    budgetAt: 1_000_000,
  };
}
