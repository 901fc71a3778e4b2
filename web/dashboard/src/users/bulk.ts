import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { updateOf, type BulkEdit } from "./bulk-edit";

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

/** Changes a user as it is now, not as the list showed it; leaves alone what is as wanted. */
export async function editUser(appId: string, uid: string, edit: BulkEdit): Promise<void> {
  const params = { path: { appId, uid } };
  const { role, tags = [] } = await unwrapData(api.GET("/apps/{appId}/users/{uid}", { params }));
  const body = updateOf(edit, { role, tags });
  if (body) await unwrapData(api.PUT("/apps/{appId}/users/{uid}", { params, body }));
}

/** Deletes a user for good, also one who is deactivated. */
export function deleteUser(appId: string, uid: string) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users/{uid}", {
      params: { path: { appId, uid }, query: { permanent: true } },
    }),
  );
}
