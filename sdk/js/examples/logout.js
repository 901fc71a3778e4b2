import { Parley } from "parley-sdk";
import { authKey, start } from "./support/start.js";

await start();
await Parley.login("cometchat-uid-3", authKey);

// #region logout
Parley.logout().then(
  ({ message }) => console.log(message),
  (error) => console.log("Logout failed:", error.code, error.message),
);
// #endregion logout
