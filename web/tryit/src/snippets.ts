import type { Config } from "./backend";

/** `paste`: with a token that was created elsewhere. */
export type Method = "key" | "token" | "paste";

/** Sample code that logs `uid` in, ready to paste into a module. */
export function loginSnippet(method: Method, uid: string, config: Config, origin: string): string {
  const logins: Record<Method, () => string> = {
    key: () => keyLogin(uid, config),
    token: () => tokenLogin(uid, origin),
    paste: () => pastedLogin(),
  };
  const login = logins[method]();
  return `import { Parley } from "parley-sdk";

// Once, when your app starts
const settings = new Parley.AppSettingsBuilder()
  .setHost(${quote(origin)})
  .build();
await Parley.init(${quote(config.appId)}, settings);

// Still logged in from last time?
let user = await Parley.getLoggedinUser();

${login}

console.log(user.getName());
`;
}

function keyLogin(uid: string, config: Config): string {
  return `// If not, log in. The Auth Key is for development only
const uid = ${quote(uid)};
const authKey = ${quote(config.authKey)};
if (!user) {
  user = await Parley.login(uid, authKey);
}`;
}

function tokenLogin(uid: string, origin: string): string {
  return `// If not, get a token from your back end and log in
if (!user) {
  const answer = await fetch(${quote(`${origin}/try-it/tokens`)}, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ uid: ${quote(uid)} }),
  });
  const { data } = await answer.json();
  user = await Parley.login(data.authToken);
}`;
}

function pastedLogin(): string {
  return `// If not, log in with an auth token
const authToken = "AUTH_TOKEN"; // From your back end
if (!user) {
  user = await Parley.login(authToken);
}`;
}

/** Sample code that receives presence events, and blocks `uid`. */
export function presenceSnippet(uid: string, config: Config, origin: string): string {
  return `import { Parley } from "parley-sdk";

// Once, when your app starts: subscribe to presence
const settings = new Parley.AppSettingsBuilder()
  .setHost(${quote(origin)})
  .subscribePresenceForAllUsers()
  .build();
await Parley.init(${quote(config.appId)}, settings);

Parley.addUserListener("presence", {
  onUserOnline: (user) => console.log(user.name, "online"),
  onUserOffline: (user) => console.log(user.name, "offline"),
});

// The current state of one person
const user = await Parley.getUser(${quote(uid)});
user.getStatus(); // "online" or "offline"
user.getLastActiveAt(); // Unix seconds

// Neither sees the other's presence while blocked
await Parley.blockUsers([${quote(uid)}]);
await Parley.unblockUsers([${quote(uid)}]);
`;
}

/** Sample code that lists the devices of a user, ends sessions, and receives their end. */
export function devicesSnippet(): string {
  return `import { Parley } from "parley-sdk";

// After login: where am I logged in?
const sessions = await Parley.getSessions();
const others = sessions.filter((session) => !session.current);

// End one of them, or all but this one
await Parley.endSession(others[0].id);
await Parley.endOtherSessions();

// Called on the device whose session ended, within a second
Parley.addLoginListener("devices", {
  logoutSuccess: ({ reason }) => {
    console.log("Log in again:", reason); // "revoked"
  },
});
`;
}

/** A JavaScript string literal. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
