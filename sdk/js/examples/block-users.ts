import { authKey, start } from "./support/start.js";

await start();
await Parley.login("cometchat-uid-3", authKey);

// #region block-users
import { Parley, type ParleyException } from "parley-sdk";

try {
  const results: Parley.BlockResults = await Parley.blockUsers(["cometchat-uid-4"]);
  for (const { message } of Object.values(results)) console.log(message);
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Blocking failed:", code, message);
}
// #endregion block-users

// #region blocked-users
const request: Parley.BlockedUsersRequest = new Parley.BlockedUsersRequestBuilder()
  .setLimit(30)
  .setDirection(Parley.BlockedUsersRequest.directions.BLOCKED_BY_ME)
  .build();

for (const user of await request.fetchNext()) console.log("Blocked:", user.getName());
// #endregion blocked-users

// #region unblock-users
await Parley.unblockUsers(["cometchat-uid-4"]);
// #endregion unblock-users
