import { Parley } from "parley-sdk";
import { WebSocket } from "ws"; // Browsers and Node 22 or later have a built-in WebSocket.
import { appId, authKey, host } from "./support/start.js";

const settings: Parley.AppSettings = new Parley.AppSettingsBuilder()
  .setHost(host)
  .subscribePresenceForAllUsers()
  .setWebSocket(WebSocket)
  .build();
await Parley.init(appId, settings);

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
