/**
 * Your back end: it creates its users in Parley and gives them auth tokens. The REST API Key stays here;
 * the browser never sees it.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// #region parley
const { PARLEY_URL = "http://127.0.0.1:8080", PARLEY_API_KEY } = process.env;

async function parley(path, body) {
  const answer = await fetch(`${PARLEY_URL}/v3${path}`, {
    method: "POST",
    headers: { apikey: PARLEY_API_KEY, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { data, error } = await answer.json();
  if (error) throw new Error(error.message);
  return data;
}

const createUser = (uid, name) => parley("/users", { uid, name });
const createAuthToken = (uid) => parley(`/users/${uid}/auth_tokens`, { expiresIn: 86_400 });
// #endregion parley

const { PARLEY_APP_ID } = process.env;
if (!PARLEY_APP_ID || !PARLEY_API_KEY) throw new Error("Set PARLEY_APP_ID and PARLEY_API_KEY.");

/** The sessions of this app: cookie -> uid. A real app has its own sign-in here, with passwords. */
const sessions = new Map();

const calls = {
  "GET /config": async () => ({ url: PARLEY_URL, appId: PARLEY_APP_ID }),
  "POST /sign-up": async ({ body, reply }) => {
    const uid = `user-${randomUUID()}`;
    await createUser(uid, body.name);
    const cookie = randomUUID();
    sessions.set(cookie, uid);
    reply.setHeader("set-cookie", `app=${cookie}; HttpOnly; SameSite=Strict`);
    return {};
  },
  // The session of this app determines the user, never the browser.
  "POST /auth-token": async ({ cookie }) => {
    const uid = sessions.get(cookie);
    return { authToken: uid ? (await createAuthToken(uid)).authToken : null };
  },
  "POST /log-out": async ({ cookie }) => {
    sessions.delete(cookie);
    return {};
  },
};

const read = (path) => readFileSync(new URL(path, import.meta.url));
const files = {
  "/": ["text/html", read("index.html")],
  "/page.mjs": ["text/javascript", read("page.mjs")],
  "/parley-sdk.mjs": ["text/javascript", read("../../sdk/js/dist/index.mjs")],
};

async function answer(request, reply) {
  const [type, file] = (request.method === "GET" && files[request.url]) || [];
  if (file) return reply.setHeader("content-type", type).end(file);
  const call = calls[`${request.method} ${request.url}`];
  if (!call) return reply.writeHead(404).end();
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) if ((text += chunk).length > 10_000) return request.destroy();
  const cookie = /(?:^|; )app=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const result = await call({ body: JSON.parse(text || "{}"), cookie, reply });
  reply.setHeader("content-type", "application/json").end(JSON.stringify(result));
}

createServer((request, reply) =>
  answer(request, reply).catch((error) =>
    reply.writeHead(400).end(JSON.stringify({ error: error.message })),
  ),
).listen(Number(process.env.PORT ?? 3000), "127.0.0.1", function () {
  console.log(`Open http://127.0.0.1:${this.address().port}/`);
});
