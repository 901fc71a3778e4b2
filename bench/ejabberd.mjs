import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startOnServerCore, stop, untilAnswered } from "./process.mjs";

const port = 18_091;
const control = "/usr/sbin/ejabberdctl";
const erlang = "/usr/lib/erlang/lib";
const user = { user: "ann", host: "localhost" };
/**
 * ejabberd has no call that returns the user of a token, but it checks the token in each call of its API,
 * and returns 401 for a wrong one. This call does the least other work: get_loglevel, get_cookie,
 * list_cluster, registered_vhosts and connected_users are more expensive, and calls about a user
 * (check_account, num_resources, get_roster), which have arguments to parse, even more so.
 */
const command = "incoming_s2s_number";

// These settings favor ejabberd: its default log level "info" writes one line per call, which is expensive,
// and nginx writes none either. Permissions are searched in order, so the measured call is first.
const configuration = `
hosts: [${user.host}]
loglevel: warning
oauth_access: all
listen:
  - port: ${port}
    ip: 127.0.0.1
    module: ejabberd_http
    request_handlers: { /api: mod_http_api }
api_permissions:
  measured:
    from: mod_http_api
    who: { oauth: { scope: ${command}, access: { allow: all } } }
    what: ${command}
  prepared:
    from: mod_http_api
    who: { ip: 127.0.0.1/8 }
    what: [register, oauth_issue_token]
  console commands:
    from: ejabberd_ctl
    who: all
    what: "*"
modules: {}
`;

/** The path of the ejabberd libraries on Debian; null unless everything needed for tokens is installed. */
function libraries() {
  const hasTokens = () => readdirSync(erlang).some((name) => name.startsWith("p1_oauth2"));
  if (!existsSync(control) || !hasTokens()) return null;
  return /^ERL_LIBS='(.+)'$/m.exec(readFileSync(control, "utf8"))?.[1] ?? null;
}

async function call(url, name, args) {
  const answer = await fetch(`${url}/api/${name}`, { method: "POST", body: JSON.stringify(args) });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}

const bearer = (token) => ({ Authorization: `Bearer ${token}` });

/** Starts ejabberd on one core. Returns the call that checks a token; null if it is not installed. */
export async function startEjabberd(parent) {
  const root = libraries();
  if (root === null) return null;
  const directory = join(parent, "ejabberd");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "ejabberd.yml"), configuration);
  const text = (name) => `"${join(directory, name)}"`;
  // Without ejabberdctl it has no node name, so it starts no epmd, which would keep running.
  const server = startOnServerCore("erl", [
    ...["-env", "ERL_LIBS", root, "-env", "ERL_CRASH_DUMP_BYTES", "0"],
    ...["+S", "1:1", "-noinput"],
    ...["-mnesia", "dir", text("mnesia")],
    ...["-ejabberd", "config", text("ejabberd.yml"), "log_path", text("ejabberd.log")],
    ...["-s", "ejabberd"],
  ]);
  const url = `http://127.0.0.1:${port}`;
  const path = `/api/${command}`;
  try {
    await untilAnswered(url, server);
    await call(url, "register", { ...user, password: "a password" });
    const jid = `${user.user}@${user.host}`;
    const issued = await call(url, "oauth_issue_token", { jid, ttl: 86_400, scopes: command });
    const headers = bearer(issued.token);
    for (const [token, expected] of [
      [issued.token, 200],
      ["wrong", 401],
    ]) {
      const { status } = await fetch(url + path, { headers: bearer(token) });
      if (status !== expected) throw new Error(`${path}: ${status} instead of ${expected}`);
    }
    return { url, path, headers, pid: server.pid, stop: () => stop(server) };
  } catch (problem) {
    await stop(server);
    throw problem;
  }
}
