import { Parley } from "parley-sdk";
import { appId, host } from "./support/start.js";

// #region init
const settings = new Parley.AppSettingsBuilder().setHost(host).build();

Parley.init(appId, settings).then(
  () => console.log("Initialization completed successfully"),
  (error) => console.log("Initialization failed:", error.code, error.message),
);
// #endregion init
