import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";

const pathOf = (appId: string) => ({ params: { path: { appId } } });

/** Ends the sessions of these users, who count as absent from then on. */
export function deactivateUsers(appId: string, uidsToDeactivate: string[]) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users", { ...pathOf(appId), body: { uidsToDeactivate } }),
  );
}

/** Lets deactivated users in again. */
export function reactivateUsers(appId: string, uidsToActivate: string[]) {
  return unwrapData(api.PUT("/apps/{appId}/users", { ...pathOf(appId), body: { uidsToActivate } }));
}

/** Deletes a user for good, also one who is deactivated. */
export function deleteUser(appId: string, uid: string) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users/{uid}", {
      params: { path: { appId, uid }, query: { permanent: true } },
    }),
  );
}
