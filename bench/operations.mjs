/** What is measured at every size: how wrk asks for it, and how a load of constant rate does. */

const list = "/v3/users?perPage=100";

/** `per_second`: of the constant rate, well below what a core can do. `budget`: at 100,000 users. */
export const operations = [
  {
    name: "GET /v3/me, a user a connection",
    as: "session",
    sessions: 64,
    wrk: { script: "get_me.lua" },
    constant: { path: "/v3/me", perSecond: 2000 },
    budget: { text: "nginx / ours >= 0.70", isMet: ({ ratio }) => ratio.median >= 0.7 },
  },
  {
    name: "GET /v3/me, all users in turn",
    as: "session",
    warmUp: 2,
    wrk: { script: "get_me.lua" },
    constant: { path: "/v3/me", perSecond: 2000 },
  },
  {
    name: "login by key, durable",
    as: "authKey",
    wrk: { script: "login.lua" },
    constant: {
      method: "POST",
      path: "/v3/users/user-{n}/auth_tokens",
      body: "{}",
      perSecond: 1000,
    },
    budget: atLeast(8000),
  },
  {
    name: "create user, durable",
    as: "apiKey",
    wrk: { script: "create_user.lua" },
    constant: {
      method: "POST",
      path: "/v3/users",
      body: '{"uid":"constant-{n}","name":"User {n}"}',
      perSecond: 1000,
    },
    budget: atLeast(8000),
  },
  {
    name: "PUT /v3/me, session call, durable",
    as: "session",
    wrk: { script: "session_call.lua" },
    constant: {
      method: "PUT",
      path: "/v3/me",
      body: '{"platform":"web","deviceId":"device-{n}"}',
      perSecond: 1000,
    },
    budget: atLeast(5000),
  },
  {
    name: "PUT /v3/me, own details, durable",
    as: "session",
    wrk: { script: "own_details.lua" },
    constant: {
      method: "PUT",
      path: "/v3/me",
      body: '{"statusMessage":"message {n}"}',
      perSecond: 1000,
    },
    budget: atLeast(5000),
  },
  listOf("first page", () => list),
  listOf("page in the middle, by number", ({ users }) => `${list}&page=${users / 200}`, 100),
  listOf("page in the middle, by cursor", ({ cursor }) => `${list}&sortBy=uid&cursor=${cursor}`),
  listOf("a name that few have", () => `${list}&searchKey=999`),
  listOf("a name that one in ten has", () => `${list}&searchKey=fat`),
  listOf("a tag that one in ten has", () => `${list}&tags=beta`),
];

function atLeast(perSecond) {
  return {
    text: `>= ${perSecond.toLocaleString("en")} /s a core`,
    isMet: ({ cpu }) => 1e6 / cpu.median >= perSecond,
  };
}

/** A page of 100 users; the budget is one of time, at 1,000,000 users. */
function listOf(what, pathOf, mostMillis = 10) {
  return {
    name: `100 users: ${what}`,
    as: "apiKey",
    isRead: true,
    wrk: { pathOf, connections: 1 },
    constant: { pathOf, perSecond: 50 },
    budget: {
      text: `p99 <= ${mostMillis} ms of 1,000,000`,
      at: 1_000_000,
      isMet: ({ latency }) => latency.p99 <= mostMillis,
    },
  };
}
