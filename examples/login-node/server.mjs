/**
 * Your back end: it signs its own users up in Parley and hands them auth tokens. The REST API Key
 * stays here; the browser never sees it.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const {
  PARLEY_URL = "http://127.0.0.1:8080",
  PARLEY_APP_ID,
  PARLEY_API_KEY,
  PORT = "3000",
} = process.env;
if (!PARLEY_APP_ID || !PARLEY_API_KEY) throw new Error("Set PARLEY_APP_ID and PARLEY_API_KEY.");

/** This app's own sessions: cookie -> uid. A real app has its own sign-in here, with passwords. */
const sessions = new Map();

const file = (path) => readFileSync(new URL(path, import.meta.url));
const pages = {
  "/": ["text/html", file("index.html")],
  "/page.mjs": ["text/javascript", file("page.mjs")],
  "/parley-sdk.mjs": ["text/javascript", file("../../sdk/js/dist/index.mjs")],
};

// #region create-user
async function parley(method, path, body) {
  const answer = await fetch(`${PARLEY_URL}/v3${path}`, {
    method,
    headers: { apikey: PARLEY_API_KEY, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { data, error } = await answer.json();
  if (error) throw new Error(error.message);
  return data;
}

const signUp = (uid, name) => parley("POST", "/users", { uid, name });
const createAuthToken = (uid) => parley("POST", `/users/${uid}/auth_tokens`, { expiresIn: 86_400 });
// #endregion create-user

const calls = {
  "POST /sign-up": async ({ name }, reply) => {
    const uid = `user-${randomUUID()}`;
    await signUp(uid, String(name));
    const cookie = randomUUID();
    sessions.set(cookie, uid);
    reply.setHeader("set-cookie", `app=${cookie}; HttpOnly; SameSite=Strict`);
    return { uid };
  },
  // For whom? The session says so, never the browser.
  "POST /auth-token": async (_body, _reply, uid) => {
    if (!uid) throw new Error("Sign up first.");
    return { authToken: (await createAuthToken(uid)).authToken };
  },
  "GET /config": async () => ({ url: PARLEY_URL, appId: PARLEY_APP_ID }),
};

createServer(async (request, reply) => {
  const page = request.method === "GET" && pages[request.url];
  if (page) return reply.setHeader("content-type", page[0]).end(page[1]);
  try {
    const call = calls[`${request.method} ${request.url}`];
    if (!call) return reply.writeHead(404).end();
    let text = "";
    for await (const chunk of request)
      if ((text += chunk).length > 10_000) return request.destroy();
    const uid = sessions.get(/app=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1]);
    const result = await call(text ? JSON.parse(text) : {}, reply, uid);
    reply.setHeader("content-type", "application/json").end(JSON.stringify(result));
  } catch (error) {
    reply.writeHead(400, { "content-type": "application/json" });
    reply.end(JSON.stringify({ error: error.message }));
  }
}).listen(Number(PORT), "127.0.0.1", function () {
  console.log(`Open http://127.0.0.1:${this.address().port}/`);
});
