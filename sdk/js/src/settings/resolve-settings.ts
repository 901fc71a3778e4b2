import { missingParameter } from "../errors/client-errors.js";
import { headerText } from "../http/request.js";
import type { SessionStorage } from "../storage/session-storage.js";
import { StorageMode } from "../storage/storage-mode.js";
import type { AppSettings } from "./app-settings.js";
import { toBaseUrl } from "./base-url.js";

const MAX_TIMEOUT_MS = 600_000;

/** Checked settings, with base URLs. */
export interface ResolvedSettings extends AppSettings {
  readonly appId: string;
  /** Base URL of calls with a token, including the version, without a trailing slash. */
  readonly clientUrl: string;
  /** Base URL of calls with a key. */
  readonly adminUrl: string;
}

/**
 * Checks the arguments of init(). Throws MISSING_PARAMETERS with a message that says what to
 * change.
 */
export function resolveSettings(appId: unknown, settings: AppSettings): ResolvedSettings {
  const id = headerText(appId, "App ID");
  if (typeof settings !== "object" || settings === null) {
    throw missingParameter(
      "init() needs settings as its second argument, made by AppSettingsBuilder.",
    );
  }
  checkTimeout(settings.timeout);
  checkStorage(settings.storage);
  const { tokenProvider, webSocket } = settings;
  if (tokenProvider !== undefined && typeof tokenProvider !== "function") {
    throw missingParameter("setTokenProvider() needs a function that returns an auth token.");
  }
  if (webSocket !== undefined && typeof webSocket !== "function") {
    throw missingParameter("setWebSocket() needs a class, such as the one of the package ws.");
  }
  return { ...settings, appId: id, ...resolveHosts(settings) };
}

function resolveHosts(settings: AppSettings): { clientUrl: string; adminUrl: string } {
  const { host, clientHost, adminHost, region } = settings;
  const main = host ? toBaseUrl(host, true) : undefined;
  const client = clientHost ? toBaseUrl(clientHost) : main;
  const admin = adminHost ? toBaseUrl(adminHost) : main;
  const [clientUrl, adminUrl] = [client ?? admin, admin ?? client];
  if (!clientUrl || !adminUrl) {
    const why = region ? `The region "${region}" does not identify a server. ` : "";
    throw missingParameter(
      `${why}Set the address of your Parley server: setHost("http://localhost:8080").`,
    );
  }
  return { clientUrl, adminUrl };
}

function checkTimeout(timeout: unknown): void {
  if (typeof timeout !== "number" || !(timeout >= 1 && timeout <= MAX_TIMEOUT_MS)) {
    throw missingParameter(`setTimeout() needs milliseconds from 1 to ${MAX_TIMEOUT_MS}.`);
  }
}

function checkStorage(storage: StorageMode | SessionStorage): void {
  const ok =
    typeof storage === "object" && storage !== null
      ? [storage.getItem, storage.setItem, storage.removeItem].every(
          (method) => typeof method === "function",
        )
      : Object.values(StorageMode).includes(storage);
  if (!ok) {
    throw missingParameter(
      "setStorageMode() needs LOCAL, SESSION, MEMORY, or an object with getItem, setItem and removeItem.",
    );
  }
}
