import { WebSocket } from "ws";
import { authKey } from "./support/start.js";

Object.assign(globalThis, { WebSocket }); // Browsers and Node 22 or later have one.
// #region settings
import { Parley } from "parley-sdk";

const settings: Parley.AppSettings = new Parley.AppSettingsBuilder()
  .setHost("http://127.0.0.1:8080")
  .subscribePresenceForAllUsers()
  .build();
await Parley.init("my-app", settings);
// #endregion settings

// #region presence
async function showOnlineUsers(): Promise<void> {
  console.log("Online:", await Parley.getOnlineUserCount());
}

Parley.addUserListener(
  "presence",
  new Parley.UserListener({
    onUserOnline: (user) => console.log(user.getName(), "is online"),
    onUserOffline: (user) => console.log(user.getName(), "is offline"),
    onPresenceResync: showOnlineUsers, // The connection was lost for a while: ask again.
  }),
);
Parley.addConnectionListener(
  "connection",
  new Parley.ConnectionListener({
    onConnected: () => console.log("Connected"),
    onDisconnected: () => console.log("Disconnected"),
  }),
);
// #endregion presence

await Parley.login("cometchat-uid-5", authKey);
await Parley.connect();
await showOnlineUsers();
await Parley.logout();
