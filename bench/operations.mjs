/** What is measured at every size: how wrk asks for it, and how a load of constant rate does. */
import { fillToCap, cappedUser } from "./capped_users.mjs";
import { budgets } from "./budgets.mjs";

const list = "/v3/users?perPage=100";
/** Uses of sessions are written down within this time; see kFlushEvery. */
const flushesFor = 5500;
/** The log is copied into the database in passes with rests between them; see Checkpointer. */
const checkpointsFor = 200;

/**
 * `writesFor`: so many milliseconds after the last answer the server may have something to write yet,
 * which is waited for and counted to this operation and not to the next.
 * `perSecond`: of the constant rate, well below what a core can do. `budget`: what the figures say of
 * it, at 100,000 users unless `budgetAt` says otherwise.
 */
export const operations = [
  {
    name: "GET /v3/me, a user a connection",
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
    // Each ends the oldest token of its user.
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
  // Names end with a number of their own, and are found by the beginning of a word.
  listOf("a name that one has", ({ users }) => `${list}&searchKey=${users - 1}`),
  listOf("a name that one in 900 has", () => `${list}&searchKey=999`),
  listOf("a name that one in ten has", () => `${list}&searchKey=fat`),
  listOf("a tag that one in ten has", () => `${list}&tags=beta`),
];

function perSecond(budget) {
  return ({ cpu }) => budget(1e6 / cpu.median);
}

/** A page of 100 users; the budget is one of time, at 1,000,000 users. */
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
