import type { ErrorDetails } from "../errors/parley-exception.js";
import type { UserJson } from "../users/user-json.js";
import type { UserAction } from "../users/user-listeners.js";
import type { ConnectionStatus } from "./connection-status.js";

/** What a connection brings; plain data, because it travels to other tabs as well. */
export type RealtimeEvent =
  | { readonly type: "status"; readonly status: ConnectionStatus }
  | { readonly type: "user"; readonly action: UserAction; readonly user: UserJson }
  /** Changes of presence were missed. */
  | { readonly type: "resync" }
  | {
      readonly type: "error";
      readonly code: string;
      readonly message: string;
      readonly details: ErrorDetails;
    };
