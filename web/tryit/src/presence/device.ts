import { createParley, type LogoutReason, type ParleyApi } from "parley-sdk";
import type { Config } from "../backend";

/** Whether somebody is logged in on a device; if not, why the session has ended, unless by logout(). */
export type DeviceState =
  | { readonly phase: "in" }
  | { readonly phase: "out"; readonly ended: LogoutReason | null };

/** A device of a sample user: an SDK of its own, whose session lives no longer than the page. */
export class Device {
  readonly api = createParley();
  /** Public id of the session, undefined while there is none; never rejects. */
  sessionId: Promise<string | undefined> = Promise.resolve(undefined);
  private current: DeviceState = { phase: "out", ended: null };

  /** @param onChange is called when somebody has logged in or out, or is connected or not. */
  constructor(
    private readonly config: Config,
    private readonly uid: string,
    private readonly onChange: () => void,
  ) {
    this.api.addLoginListener("device", {
      loginSuccess: () => this.become({ phase: "in" }),
      logoutSuccess: ({ reason }) =>
        this.become({ phase: "out", ended: reason === "logout" ? null : reason }),
    });
    this.api.addConnectionListener("device", {
      onConnected: onChange,
      onDisconnected: onChange,
    });
    // What lives in memory only is gone with the page, and the server should know.
    addEventListener("pagehide", () => void this.logOut().catch(() => undefined));
  }

  get state(): DeviceState {
    return this.current;
  }

  get isConnected(): boolean {
    return this.api.getConnectionStatus() === this.api.CONNECTION_STATUS.CONNECTED;
  }

  /** Logs in or, who is logged in, out. Rejects with the SDK's exception. */
  async toggle(): Promise<void> {
    await (this.current.phase === "in" ? this.logOut() : this.logIn());
  }

  private async logIn(): Promise<void> {
    const settings = new this.api.AppSettingsBuilder()
      .setHost(location.origin)
      .setRegion(this.config.region)
      .setStorageMode(this.api.StorageMode.MEMORY)
      .subscribePresenceForAllUsers()
      .build();
    await this.api.init(this.config.appId, settings);
    await this.api.login(this.uid, this.config.authKey);
  }

  private async logOut(): Promise<void> {
    if (this.current.phase === "in") await this.api.logout();
  }

  private become(state: DeviceState): void {
    this.current = state;
    this.sessionId =
      state.phase === "in" ? ownSessionId(this.api) : Promise.resolve<undefined>(undefined);
    this.onChange();
  }
}

/** Public id of the session that this SDK holds; undefined where the server does not say. */
export async function ownSessionId(api: ParleyApi): Promise<string | undefined> {
  const sessions = await api.getSessions().catch(() => []);
  return sessions.find(({ current }) => current)?.id;
}
