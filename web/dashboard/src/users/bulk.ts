import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { updateOf, type BulkEdit } from "./bulk-edit";

const pathOf = (appId: string) => ({ params: { path: { appId } } });

/** Deactivates users: ends their sessions and hides them from apps. */
export function deactivateUsers(appId: string, uidsToDeactivate: string[]) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users", { ...pathOf(appId), body: { uidsToDeactivate } }),
  );
}

/** Reactivates deactivated users. */
export function reactivateUsers(appId: string, uidsToActivate: string[]) {
  return unwrapData(api.PUT("/apps/{appId}/users", { ...pathOf(appId), body: { uidsToActivate } }));
}

/** Edits a user based on its current state, not on what the list shows. Sends only what differs. */
export async function editUser(appId: string, uid: string, edit: BulkEdit): Promise<void> {
  const params = { path: { appId, uid } };
  const { role, tags = [] } = await unwrapData(api.GET("/apps/{appId}/users/{uid}", { params }));
  const body = updateOf(edit, { role, tags });
  if (body) await unwrapData(api.PUT("/apps/{appId}/users/{uid}", { params, body }));
}

/** Deletes a user permanently, even if deactivated. */
export function deleteUser(appId: string, uid: string) {
  return unwrapData(
    api.DELETE("/apps/{appId}/users/{uid}", {
      params: { path: { appId, uid }, query: { permanent: true } },
    }),
  );
}
