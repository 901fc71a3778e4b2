import { checkFlag, checkTextList } from "../arguments.js";
import { missingParameter } from "../errors/client-errors.js";
import { headerText } from "../http/request.js";
import { isObject } from "../json.js";
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
  const id = headerText(appId, "init(): appId");
  checkBuilt(settings);
  checkTimeout(settings.timeout);
  checkStorage(settings.storage);
  checkFlag(settings.autoEstablishSocketConnection, "autoEstablishSocketConnection()");
  checkTextList(settings.presenceRoles ?? null, "subscribePresenceForRoles()");
  const { tokenProvider, webSocket } = settings;
  checkFunction(tokenProvider, "setTokenProvider() needs a function.");
  checkFunction(webSocket, "setWebSocket() needs a class.");
  return { ...settings, appId: id, ...resolveHosts(settings) };
}

/** Throws if build() has not returned the settings: for the builder itself or a made-up object. */
function checkBuilt(settings: unknown): void {
  if (isObject(settings) && "presenceRoles" in settings) return;
  const hint = isObject(settings) && "build" in settings ? "Call .build(). " : "";
  throw missingParameter(
    `${hint}init() needs settings like new Parley.AppSettingsBuilder().setHost("http://localhost:8080").build().`,
  );
}

function resolveHosts(settings: AppSettings): { clientUrl: string; adminUrl: string } {
  const { host, clientHost, adminHost } = settings;
  const main = host ? toBaseUrl(host, "setHost()") : undefined;
  const client = clientHost ? toBaseUrl(clientHost, "overrideClientHost()") : main;
  const admin = adminHost ? toBaseUrl(adminHost, "overrideAdminHost()") : main;
  const [clientUrl, adminUrl] = [client ?? admin, admin ?? client];
  if (!clientUrl || !adminUrl) {
    throw missingParameter(
      'init(): settings name no server; a region is not one. Call setHost("http://localhost:8080").',
    );
  }
  return { clientUrl, adminUrl };
}

function checkFunction(value: unknown, need: string): void {
  if (value !== undefined && typeof value !== "function") throw missingParameter(need);
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
