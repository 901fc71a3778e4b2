// #region init
import { Parley, type ParleyException } from "parley-sdk";

const host = "http://127.0.0.1:8080"; // The address of your server.
const appId = "my-app";
const settings: Parley.AppSettings = new Parley.AppSettingsBuilder().setHost(host).build();

try {
  await Parley.init(appId, settings);
  console.log("Initialization completed successfully");
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Initialization failed:", code, message);
}
// #endregion init
