import { Parley } from "parley-sdk";
import { authKey, start } from "./support/start.js";

await start();

// #region login-auth-key
const uid = "cometchat-uid-1";

Parley.getLoggedinUser()
  .then((user) => user ?? Parley.login(uid, authKey))
  .then(
    (user) => console.log("Login successful:", user.getName()),
    (error) => console.log("Login failed:", error.code, error.message),
  );
// #endregion login-auth-key
