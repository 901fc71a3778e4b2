import { Parley, type ParleyException } from "parley-sdk";
import { start } from "./support/start.js";

await start();

// #region login-auth-key
const uid = "cometchat-uid-1";
const authKey = "AUTH_KEY"; // The Auth Key of your app.

try {
  const user: Parley.User = (await Parley.getLoggedinUser()) ?? (await Parley.login(uid, authKey));
  console.log("Login successful:", user.getName());
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Login failed:", code, message);
}
// #endregion login-auth-key
