import { WebSocket } from "ws";
import { startBackEnd } from "./support/back-end.js";

Object.assign(globalThis, { WebSocket }); // Browsers and Node 22 or later have one.
startBackEnd("cometchat-uid-2");

// #region login-auth-token
import { Parley, type ParleyException } from "parley-sdk";

/** Asks your back end, which creates a token for the user who is signed in to your app. */
async function fetchAuthToken(): Promise<string> {
  const response = await fetch("/auth-token", { method: "POST" });
  const { authToken } = (await response.json()) as { authToken: string };
  return authToken;
}

const settings: Parley.AppSettings = new Parley.AppSettingsBuilder()
  .setHost("http://127.0.0.1:8080")
  .setTokenProvider(fetchAuthToken) // Logs in again when the token has expired.
  .build();

try {
  await Parley.init("my-app", settings);
  let user: Parley.User | null = await Parley.getLoggedinUser();
  user ??= await Parley.login(await fetchAuthToken());
  console.log("Login successful:", user.getName());
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Login failed:", code, message);
}
// #endregion login-auth-token

await Parley.logout();
