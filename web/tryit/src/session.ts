import { Parley } from "parley-sdk";
import { mintToken, type Config } from "./backend";
import type { Method } from "./snippets";

/** What this page itself is doing; a change that comes meanwhile is its own. */
type Cause = Method | "logout" | "experiment";

/** Who is logged in, and how the page came to know it. */
export type SessionState =
  | { phase: "starting" }
  | { phase: "in"; user: Parley.User; how: Method | "restored" | "experiment" | "elsewhere" }
  | { phase: "out"; because: "nobody" | "experiment" }
  | { phase: "out"; because: "logout"; outcome: string }
  | { phase: "out"; because: "elsewhere"; reason: Parley.LogoutEvent["reason"] };

/**
 * The page's only contact with the SDK's session. What is shown always comes from the SDK's own
 * login listener, so other tabs and revocations are seen as well.
 */
export class Session {
  private state: SessionState = { phase: "starting" };
  private cause: { readonly name: Cause } | undefined;
  private readonly watchers: ((state: SessionState) => void)[] = [];

  constructor(private readonly config: Config) {}

  /** Calls `watcher` now and at every change. */
  watch(watcher: (state: SessionState) => void): void {
    this.watchers.push(watcher);
    watcher(this.state);
  }

  /** Starts the SDK and finds the session that an earlier visit left, if any. */
  async start(): Promise<void> {
    const settings = new Parley.AppSettingsBuilder()
      .setHost(location.origin)
      .setRegion(this.config.region)
      .build();
    await Parley.init(this.config.appId, settings);
    const user = await Parley.getLoggedinUser();
    this.become(
      user ? { phase: "in", user, how: "restored" } : { phase: "out", because: "nobody" },
    );
    this.listen();
  }

  /**
   * Logs in, the way the page shows it. Rejects with the SDK's exception.
   * @param pasted the token, where that is the method; the user is the token's then.
   */
  async logIn(uid: string, method: Method, pasted: string): Promise<void> {
    await this.because(method, async () => {
      if (method === "key") return Parley.login(uid, this.config.authKey);
      return Parley.login(method === "paste" ? pasted : await mintToken(uid));
    });
  }

  /** Logs out; never rejects, because here the user is logged out whatever the server says. */
  async logOut(): Promise<void> {
    const outcome = await this.because("logout", async () =>
      Parley.logout().then(
        ({ message }) => `\`logout()\` answered: ${message}.`,
        ({ code }) =>
          `\`logout()\` rejected with ${code}: this browser forgot the session, but the server was not told.`,
      ),
    );
    // Somebody may have logged in while the server's answer was on its way.
    if (this.state.phase === "out") this.become({ phase: "out", because: "logout", outcome });
  }

  /** Runs an experiment, which starts with nobody logged in. Settles as the experiment does. */
  experiment(run: () => Promise<unknown>): Promise<unknown> {
    return this.because("experiment", async () => {
      if (this.state.phase === "in") await Parley.logout();
      return run();
    });
  }

  /** Remembers the cause while `act` runs; of two that overlap, the later one counts. */
  private async because<T>(name: Cause, act: () => Promise<T>): Promise<T> {
    const cause = { name };
    this.cause = cause;
    try {
      return await act();
    } finally {
      if (this.cause === cause) this.cause = undefined;
    }
  }

  private listen(): void {
    const listener = new Parley.LoginListener({
      loginSuccess: (user) => {
        const cause = this.cause?.name;
        const how = cause && cause !== "logout" ? cause : "elsewhere";
        this.become({ phase: "in", user, how });
      },
      logoutSuccess: ({ reason }) => {
        if (reason !== "switched") this.become(this.loggedOut(reason)); // Else the next user follows.
      },
    });
    Parley.addLoginListener("try-it", listener);
  }

  private loggedOut(reason: Parley.LogoutEvent["reason"]): SessionState {
    switch (this.cause?.name) {
      case "logout":
        return { phase: "out", because: "logout", outcome: "Telling the server …" };
      case "experiment":
        return { phase: "out", because: "experiment" };
      default:
        return { phase: "out", because: "elsewhere", reason };
    }
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
  }
}
