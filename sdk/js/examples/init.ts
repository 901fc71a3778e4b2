import { Parley, type ParleyException } from "parley-sdk";
import { appId, host } from "./support/start.js";

// #region init
const settings: Parley.AppSettings = new Parley.AppSettingsBuilder().setHost(host).build();

try {
  await Parley.init(appId, settings);
  console.log("Initialization completed successfully");
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Initialization failed:", code, message);
}
// #endregion init
