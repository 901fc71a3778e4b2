import { Parley } from "parley-sdk";
import { mintToken, type Config } from "./backend";
import type { Method } from "./snippets";

export type User = NonNullable<Awaited<ReturnType<typeof Parley.getLoggedinUser>>>;

/** Who is logged in, and how the page came to know it. */
export type SessionState =
  | { phase: "starting" }
  | { phase: "out"; because: "nobody" | "logout" | "ended"; message: string }
  | { phase: "in"; user: User; how: Method | "restored" | "other-tab" };

/**
 * The page's only contact with the SDK's session. What is shown always comes from the SDK's own
 * login listener, so other tabs and revocations are seen as well.
 */
export class Session {
  private current: SessionState = { phase: "starting" };
  private readonly watchers: ((state: SessionState) => void)[] = [];
  private loggingInBy: Method | undefined;
  private loggingOut = false;

  constructor(private readonly config: Config) {}

  get state(): SessionState {
    return this.current;
  }

  /** Calls `watcher` now and at every change. */
  watch(watcher: (state: SessionState) => void): void {
    this.watchers.push(watcher);
    watcher(this.current);
  }

  /** Starts the SDK and finds the session that an earlier visit left, if any. */
  async start(): Promise<void> {
    const settings = new Parley.AppSettingsBuilder()
      .setHost(location.origin)
      .setRegion(this.config.region)
      .autoEstablishSocketConnection(false)
      .build();
    await Parley.init(this.config.appId, settings);
    const user = await Parley.getLoggedinUser();
    this.become(
      user
        ? { phase: "in", user, how: "restored" }
        : { phase: "out", because: "nobody", message: "getLoggedinUser() answered null." },
    );
    this.listen();
  }

  /** Logs in as this user, the way the page shows it. Rejects with the SDK's exception. */
  async logIn(uid: string, method: Method): Promise<void> {
    this.loggingInBy = method;
    try {
      const user = await (method === "key"
        ? Parley.login(uid, this.config.authKey)
        : Parley.login(await mintToken(uid)));
      this.become({ phase: "in", user, how: method });
    } finally {
      this.loggingInBy = undefined;
    }
  }

  async logOut(): Promise<void> {
    this.loggingOut = true;
    try {
      const { message } = await Parley.logout();
      this.become({ phase: "out", because: "logout", message });
    } finally {
      this.loggingOut = false;
    }
  }

  /** Logs out if somebody is logged in; the start of every experiment. */
  async clear(): Promise<void> {
    if (this.current.phase === "in") await this.logOut();
  }

  private listen(): void {
    const listener = new Parley.LoginListener({
      loginSuccess: (user: User) => {
        this.become({ phase: "in", user, how: this.loggingInBy ?? "other-tab" });
      },
      logoutSuccess: () => {
        if (this.loggingOut || this.loggingInBy) return;
        this.become({ phase: "out", because: "ended", message: "The session ended elsewhere." });
      },
    });
    Parley.addLoginListener("try-it", listener);
  }

  private become(state: SessionState): void {
    this.current = state;
    for (const watcher of this.watchers) watcher(state);
  }
}
