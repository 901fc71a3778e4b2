import { authKey as AUTH_KEY } from "./support/start.js";
// #region quick-start
import { Parley } from "parley-sdk";

const settings = new Parley.AppSettingsBuilder().setHost("http://127.0.0.1:8080").build();
await Parley.init("my-app", settings);
const user = (await Parley.getLoggedinUser()) ?? (await Parley.login("cometchat-uid-1", AUTH_KEY));
console.log(`Hello, ${user.getName()}`);
await Parley.logout();
// #endregion quick-start
