import { authKey, start } from "./support/start.js";

await start();
await Parley.login("cometchat-uid-3", authKey);

// #region logout
import { Parley, type ParleyException } from "parley-sdk";

try {
  const { message } = await Parley.logout();
  console.log(message);
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Logout failed:", code, message);
}
// #endregion logout
