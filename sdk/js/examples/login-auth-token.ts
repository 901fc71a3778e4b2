import { Parley, type ParleyException } from "parley-sdk";
import { fetchAuthToken, start } from "./support/start.js";

await start();

// #region login-auth-token
try {
  let user: Parley.User | null = await Parley.getLoggedinUser();
  if (!user) {
    const authToken: string = await fetchAuthToken("cometchat-uid-2");
    user = await Parley.login(authToken);
  }
  console.log("Login successful:", user.getName());
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Login failed:", code, message);
}
// #endregion login-auth-token
