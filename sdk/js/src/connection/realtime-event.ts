import type { ErrorDetails } from "../errors/parley-exception.js";
import type { UserJson } from "../users/user-json.js";
import type { UserAction } from "../users/user-listeners.js";
import type { ConnectionStatus } from "./connection-status.js";

/** An event of a connection. Plain data, because it is also sent to other tabs. */
export type RealtimeEvent =
  | { readonly type: "status"; readonly status: ConnectionStatus }
  | { readonly type: "user"; readonly action: UserAction; readonly user: UserJson }
  /** Presence changes were missed. */
  | { readonly type: "resync" }
  | {
      readonly type: "error";
      readonly code: string;
      readonly message: string;
      readonly details: ErrorDetails;
    };
