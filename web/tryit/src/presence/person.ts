import { Parley } from "parley-sdk";
import type { Config, SampleUser } from "../backend";
import { readFailure, type Failure } from "../problem";
import type { Session } from "../session";
import { Device, ownSessionId } from "./device";
import { askServer, NOTHING } from "./view";

/** Called for each event that the listeners of the first device receive. */
export type OnEvent = (name: string, subject: string) => void;

/** One of two sample users who see each other: the model behind a card. */
export class Person {
  readonly first: Device;
  readonly second: Device;
  view = NOTHING;
  /** The running action; only one runs at a time. */
  busy: string | null = null;
  /** Whether this person is also logged in at the top of the page. */
  isOnPage = false;
  private actionFailure: Failure | null = null;
  private lookFailure: Failure | null = null;
  private pageSessionId: Promise<string | undefined> = Promise.resolve(undefined);
  private turn = 0;
  private readonly watchers: (() => void)[] = [];

  constructor(
    config: Config,
    readonly user: SampleUser,
    readonly other: SampleUser,
    page: Session,
    onEvent: OnEvent,
  ) {
    this.first = new Device(config, user.uid, () => void this.look());
    this.second = new Device(config, user.uid, () => void this.look());
    this.listen(onEvent);
    page.watch((state) => {
      this.isOnPage = state.phase === "in" && state.user.getUid() === user.uid;
      this.pageSessionId = this.isOnPage ? ownSessionId(Parley) : Promise.resolve(undefined);
      void this.look();
    });
    // Another browser may have logged in meanwhile, which no event reports.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void this.look();
    });
  }

  /** Why the last action or else the last refresh failed. */
  get failure(): Failure | null {
    return this.actionFailure ?? this.lookFailure;
  }

  /** Calls `watcher` now and after every change. */
  watch(watcher: () => void): void {
    this.watchers.push(watcher);
    watcher();
  }

  /** Blocks or unblocks the other person. Rejects with the SDK's exception. */
  async toggleBlock(): Promise<void> {
    const { api } = this.first;
    const { uid } = this.other;
    const change = this.view.other?.getBlockedByMe() ? api.unblockUsers : api.blockUsers;
    const { [uid]: result } = await change([uid]);
    if (!result?.success) {
      throw new api.ParleyException(result?.code ?? "ERR_EXCEPTION", result?.message ?? "");
    }
  }

  /** Runs an action, unless another one is running. Never rejects. */
  async act(name: string, action: () => Promise<unknown>): Promise<void> {
    if (this.busy !== null) return;
    this.busy = name;
    this.actionFailure = null;
    this.changed();
    try {
      await action();
    } catch (error) {
      this.actionFailure = readFailure(error);
    } finally {
      this.busy = null;
    }
    await this.look();
  }

  private listen(onEvent: OnEvent): void {
    const { api } = this.first;
    const receive = (name: string) => (user: Parley.User) => {
      onEvent(name, user.getName());
      if (user.getUid() === this.other.uid) this.view = { ...this.view, other: user };
      void this.look(); // The list of online users has changed as well.
    };
    api.addUserListener("person", {
      onUserOnline: receive("onUserOnline"),
      onUserOffline: receive("onUserOffline"),
      onUserBlocked: receive("onUserBlocked"),
      onUserUnblocked: receive("onUserUnblocked"),
      onPresenceResync: () => {
        onEvent("onPresenceResync", "");
        void this.look();
      },
    });
    api.addLoginListener("person", {
      loginSuccess: (user) => onEvent("loginSuccess", user.getName()),
      logoutSuccess: ({ reason }) => onEvent("logoutSuccess", reason),
    });
  }

  /**
   * Refreshes the view from the server. Of overlapping calls, the last one counts. Never rejects.
   */
  private async look(): Promise<void> {
    const turn = ++this.turn;
    const isIn = this.first.state.phase === "in";
    if (!isIn) this.view = NOTHING;
    this.changed();
    try {
      const view = isIn ? await askServer(this.first.api, this.other.uid, this.labels()) : NOTHING;
      if (turn !== this.turn) return;
      this.view = view;
      this.lookFailure = null;
    } catch (error) {
      if (turn === this.turn) this.lookFailure = readFailure(error);
    }
    this.changed();
  }

  private async labels(): Promise<Map<string | undefined, string>> {
    const [second, page] = await Promise.all([this.second.sessionId, this.pageSessionId]);
    return new Map([
      [second, "Second device"],
      [page, "Top of this page"],
    ]);
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}
