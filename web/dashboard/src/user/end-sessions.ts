import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

/** Ends one session of a user, by its id. */
export function endSession(appId: string, uid: string, token: string) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users/{uid}/auth_tokens/{token}", {
      params: { path: { appId, uid, token } },
    }),
  );
}

/** Ends all sessions of a user. */
export function endAllSessions(appId: string, uid: string) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users/{uid}/auth_tokens", { params: { path: { appId, uid } } }),
  );
}
