/**
 * Something that happens in an app, as the stream of GET /apps/{appId}/live has it: `LiveEvent` of
 * contract/admin/schemas.yaml. The generated types leave out what is no JSON answer.
 */
export interface LiveEvent {
  /** Counts up in the app from the start of the server. */
  id: number;
  /** Unix milliseconds. */
  at: number;
  kind: "login" | "logout" | "session_ended" | "connected" | "disconnected" | "failure";
  uid?: string | undefined;
  sessionId?: string;
  platform?: string;
  address?: string;
  /** Of a failure: the code of the catalogue. */
  code?: string;
  reason?: "logout" | "revoked" | "expired" | "deactivated" | "deleted" | "limit";
}
