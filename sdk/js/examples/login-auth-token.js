import { Parley } from "parley-sdk";
import { fetchAuthToken, start } from "./support/start.js";

await start();

// #region login-auth-token
Parley.getLoggedinUser()
  .then((user) => user ?? fetchAuthToken("cometchat-uid-2").then((token) => Parley.login(token)))
  .then(
    (user) => console.log("Login successful:", user.getName()),
    (error) => console.log("Login failed:", error.code, error.message),
  );
// #endregion login-auth-token
