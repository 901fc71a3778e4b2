import type { Environment } from "../environment.js";
import { isObject } from "../json.js";
import type { TabChannel } from "../tab-channel.js";
import type { LogoutReason } from "./login-listener.js";

/**
 * Notifies the other tabs that the stored session has changed. The message holds no token: whoever
 * receives it reads the storage, which only pages of this origin can.
 */
export class Tabs {
  private readonly channel: TabChannel | null;

  /** @param onChange - another tab has stored a session, or ended it for this reason. */
  constructor(env: Environment, appId: string, onChange: (ended?: LogoutReason) => void) {
    this.channel = env.openChannel(`parley:${appId}`, (message) => {
      if (isObject(message) && message.type === "session") {
        onChange(message.reason as LogoutReason | undefined);
      }
    });
  }

  announce(reason?: LogoutReason): void {
    this.channel?.post({ type: "session", reason });
  }

  close(): void {
    this.channel?.close();
  }
}
