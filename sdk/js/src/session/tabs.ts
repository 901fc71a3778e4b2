import type { Environment } from "../environment.js";
import { isObject } from "../json.js";
import type { TabChannel } from "../tab-channel.js";
import type { LogoutReason } from "./login-listener.js";

/**
 * Notifies other tabs that the stored session has changed. The message contains no token: receivers
 * read the storage, which only pages of this origin can.
 */
export class Tabs {
  private readonly channel: TabChannel | null;

  /** @param onChange - called when another tab has stored a session, or ended it for a reason. */
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
