import { Parley } from "parley-sdk";
import { mintToken, type Config } from "./backend";
import type { Method } from "./snippets";

/** What this page is doing. Session changes meanwhile are attributed to it. */
type Cause = Method | "logout" | "experiment";

/** Who is logged in, and how the page knows. */
export type SessionState =
  | { phase: "starting" }
  | { phase: "in"; user: Parley.User; how: Method | "restored" | "experiment" | "elsewhere" }
  | { phase: "out"; because: "nobody" | "experiment" }
  | { phase: "out"; because: "logout"; outcome: string }
  | { phase: "out"; because: "elsewhere"; reason: Parley.LogoutEvent["reason"] };

/**
 * The page's only access to the SDK's session. What is shown always comes from the SDK's login
 * listener, so it includes changes by other tabs and revocations.
 */
export class Session {
  private state: SessionState = { phase: "starting" };
  private cause: { readonly name: Cause } | undefined;
  private readonly watchers: ((state: SessionState) => void)[] = [];

  constructor(private readonly config: Config) {}

  /** Calls `watcher` now and after every change. */
  watch(watcher: (state: SessionState) => void): void {
    this.watchers.push(watcher);
    watcher(this.state);
  }

  /** Starts the SDK and restores the session of an earlier visit, if any. */
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
   * Logs in with the chosen method. Rejects with the SDK's exception.
   * @param pasted the token for the method `paste`, which also determines the user.
   */
  async logIn(uid: string, method: Method, pasted: string): Promise<void> {
    await this.because(method, async () => {
      if (method === "key") return Parley.login(uid, this.config.authKey);
      return Parley.login(method === "paste" ? pasted : await mintToken(uid));
    });
  }

  /** Logs out. Never rejects, because the user is logged out here even if the server call fails. */
  async logOut(): Promise<void> {
    const outcome = await this.because("logout", async () =>
      Parley.logout().then(
        ({ message }) => `\`logout()\` resolved with: ${message}.`,
        ({ code }) =>
          `\`logout()\` rejected with ${code}: this browser forgot the session, but the server was not notified.`,
      ),
    );
    // Another login may have happened while waiting for the server.
    if (this.state.phase === "out") this.become({ phase: "out", because: "logout", outcome });
  }

  /** Logs out, then runs an experiment. Settles as the experiment does. */
  experiment(run: () => Promise<unknown>): Promise<unknown> {
    return this.because("experiment", async () => {
      if (this.state.phase === "in") await Parley.logout();
      return run();
    });
  }

  /** Remembers the cause while `act` runs. Of two that overlap, the later one counts. */
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
        if (reason !== "switched") this.become(this.loggedOut(reason)); // Else a login follows.
      },
    });
    Parley.addLoginListener("try-it", listener);
  }

  private loggedOut(reason: Parley.LogoutEvent["reason"]): SessionState {
    switch (this.cause?.name) {
      case "logout":
        return { phase: "out", because: "logout", outcome: "Notifying the server …" };
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
