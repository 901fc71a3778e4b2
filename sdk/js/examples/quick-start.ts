import { WebSocket } from "ws";

Object.assign(globalThis, { WebSocket }); // Browsers and Node 22 or later have one.
// #region quick-start
import { Parley } from "parley-sdk";

const authKey = "AUTH_KEY"; // The Auth Key of your app.
const settings = new Parley.AppSettingsBuilder().setHost("http://127.0.0.1:8080").build();
await Parley.init("my-app", settings);
const user = (await Parley.getLoggedinUser()) ?? (await Parley.login("cometchat-uid-1", authKey));
console.log(`Hello, ${user.getName()}`);
await Parley.logout();
// #endregion quick-start
