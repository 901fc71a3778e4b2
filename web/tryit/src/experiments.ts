import { Parley } from "parley-sdk";
import { mintToken, type Config } from "./backend";
import { quote } from "./snippets";

/** The input of an experiment. */
export interface Lab {
  config: Config;
  /** The user picked on the page. */
  uid: string;
}

/** A common mistake, made on purpose against the real server. */
export interface Experiment {
  id: string;
  title: string;
  /** How this happens in practice. */
  story: string;
  /** The code that is shown. */
  code(lab: Lab): string;
  /** Runs the experiment. Expected to reject. */
  run(lab: Lab): Promise<unknown>;
  /** What to do about it. */
  advice: string;
}

const WRONG_KEY = "this-is-not-the-auth-key";
const EXPIRED_AFTER_MS = 2_100;

export const EXPERIMENTS: Experiment[] = [
  {
    id: "unknown-uid",
    title: "Unknown UID",
    story: "You log in a user who has not been created yet.",
    code: () => `await Parley.login("nobody-by-this-uid", authKey);`,
    run: ({ config }) => Parley.login("nobody-by-this-uid", config.authKey),
    advice:
      "Create the user first: your back end does it with POST /v3/users when someone signs up in your app.",
  },
  {
    id: "wrong-key",
    title: "Wrong Auth Key",
    story: "The key is mistyped or belongs to another app.",
    code: ({ uid }) => `await Parley.login(${quote(uid)}, ${quote(WRONG_KEY)});`,
    run: ({ uid }) => Parley.login(uid, WRONG_KEY),
    advice: "Copy the Auth Key from the box that parleyd dev prints, or from credentials.json.",
  },
  {
    id: "made-up-token",
    title: "Made-up token",
    story: "Someone guesses a token, or part of it got lost on the way.",
    code: ({ uid }) => `await Parley.login(${quote(`${uid}_made-up`)});`,
    run: ({ uid }) => Parley.login(`${uid}_made-up`),
    advice: "Use the token exactly as your back end got it from Parley. It cannot be guessed.",
  },
  {
    id: "expired-token",
    title: "Expired token",
    story: "The token was created with a lifetime that has passed. Takes two seconds.",
    code: ({ uid }) =>
      `const token = await mintToken(${quote(uid)}, { expiresIn: 1 });
await twoSecondsLater();
await Parley.login(token);`,
    run: async ({ uid }) => {
      const token = await mintToken(uid, { expiresIn: 1 });
      await new Promise((resolve) => setTimeout(resolve, EXPIRED_AFTER_MS));
      return Parley.login(token);
    },
    advice:
      "Have your back end create a new token and log in with it. With setTokenProvider(), the SDK does this by itself.",
  },
  {
    id: "after-logout",
    title: "Token after logout",
    story: "You kept a token, but its session was logged out.",
    code: ({ uid }) =>
      `const token = await mintToken(${quote(uid)});
await Parley.login(token);
await Parley.logout();
await Parley.login(token);`,
    run: async ({ uid }) => {
      const token = await mintToken(uid);
      await Parley.login(token);
      await Parley.logout();
      return Parley.login(token);
    },
    advice:
      "Logging out ends the token permanently, on the server too. Create a new one for the next login.",
  },
  {
    id: "login-twice",
    title: "Two logins at once",
    story: "A second login, for another user, starts before the first has finished.",
    code: (lab) =>
      `const first = Parley.login(${quote(lab.uid)}, authKey);
const second = Parley.login(${quote(anotherUid(lab))}, authKey);
await first;
await second;`,
    run: async (lab) => {
      const first = Parley.login(lab.uid, lab.config.authKey);
      const second = Parley.login(anotherUid(lab), lab.config.authKey);
      const [, outcome] = await Promise.allSettled([first, second]);
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value;
    },
    advice:
      "Wait for the first login, which succeeded. Two logins of the same user are not an error: both calls return the same login.",
  },
];

function anotherUid({ config, uid }: Lab): string {
  return config.users.find((user) => user.uid !== uid)?.uid ?? "nobody-by-this-uid";
}
