/** Devices as they identify themselves when their users log in. */
export interface Device {
  platform: string;
  userAgent: string;
  appInfo: { name: string; version: string };
}

const mozilla = "Mozilla/5.0";
const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";
const iPhone =
  "(iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

export const browsers = {
  chromeOnWindows: `${mozilla} (Windows NT 10.0; Win64; x64) ${webKit} Chrome/130.0.0.0 Safari/537.36`,
  firefoxOnLinux: `${mozilla} (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0`,
  safariOnMac: `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`,
  safariOnIphone: `${mozilla} ${iPhone} Version/18.1 Mobile/15E148 Safari/604.1`,
  chromeOnAndroid: `${mozilla} (Linux; Android 15; Pixel 8) ${webKit} Chrome/130.0.0.0 Mobile Safari/537.36`,
};

export const devices: Device[] = [
  { platform: "android", userAgent: browsers.chromeOnAndroid, version: "4.2.1" },
  { platform: "ios", userAgent: browsers.safariOnIphone, version: "4.2.0" },
  { platform: "web", userAgent: browsers.firefoxOnLinux, version: "2024.11" },
  { platform: "web", userAgent: browsers.chromeOnWindows, version: "2024.11" },
  { platform: "web", userAgent: browsers.safariOnMac, version: "2024.11" },
].map(({ version, ...device }) => ({ ...device, appInfo: { name: "Lantern", version } }));
