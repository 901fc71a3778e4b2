import { createParley, type LogoutReason, type ParleyApi } from "parley-sdk";
import type { Config } from "../backend";

/** Whether a device is logged in. If not, `ended` is why the session ended; null after logout(). */
export type DeviceState =
  | { readonly phase: "in" }
  | { readonly phase: "out"; readonly ended: LogoutReason | null };

/** A device of a sample user: a separate SDK instance whose session ends with the page. */
export class Device {
  readonly api = createParley();
  /** The public id of the session; undefined if there is none. Never rejects. */
  sessionId: Promise<string | undefined> = Promise.resolve(undefined);
  private current: DeviceState = { phase: "out", ended: null };

  /** @param onChange called after each login, logout, connection and disconnection. */
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
    // The session is only in memory and is lost with the page, so end it on the server as well.
    addEventListener("pagehide", () => void this.logOut().catch(() => undefined));
  }

  get state(): DeviceState {
    return this.current;
  }

  get isConnected(): boolean {
    return this.api.getConnectionStatus() === this.api.CONNECTION_STATUS.CONNECTED;
  }

  /** Logs in, or logs out if logged in. Rejects with the SDK's exception. */
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

/** The public id of this SDK's session; undefined if the server does not return it. */
export async function ownSessionId(api: ParleyApi): Promise<string | undefined> {
  const sessions = await api.getSessions().catch(() => []);
  return sessions.find(({ current }) => current)?.id;
}
