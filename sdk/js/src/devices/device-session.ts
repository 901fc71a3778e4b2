import { type Answer, unexpectedData } from "../http/answer.js";
import { isObject, type JsonObject } from "../json.js";

/** One session of the user: a device, once it is used. Times are unix seconds. */
export interface DeviceSession {
  /** Public id of the session (`ses_...`), for endSession(). */
  readonly id: string;
  /** True for the session that asks: this device. */
  readonly current: boolean;
  readonly createdAt: number;
  /** Until the first use, the time of creation. */
  readonly lastUsedAt: number;
  /** False while no device has used the session: its token was created and not logged in with yet. */
  readonly used: boolean;
  /** When the session ends at the latest; 0 = never. */
  readonly expiresAt: number;
  /** Seconds without use after which the session ends; 0 = never. */
  readonly idleTimeout: number;
  readonly lastIp?: string;
  readonly platform?: string;
  readonly deviceId?: string;
  readonly userAgent?: string;
  readonly appInfo?: JsonObject;
}

/** The sessions that an answer lists; throws FAILED_TO_FETCH if it is not a list of sessions. */
export function readSessions(answer: Answer): DeviceSession[] {
  if (!Array.isArray(answer.data)) throw unexpectedData("list of sessions");
  return answer.data.map(toSession);
}

function toSession(value: unknown): DeviceSession {
  if (!isObject(value) || typeof value.id !== "string") throw unexpectedData("session");
  const { id, current, appInfo } = value;
  return {
    id,
    current: current === true,
    createdAt: Number(value.createdAt ?? 0),
    lastUsedAt: Number(value.lastUsedAt ?? 0),
    used: value.used !== false,
    expiresAt: Number(value.expiresAt ?? 0),
    idleTimeout: Number(value.idleTimeout ?? 0),
    ...texts(value),
    ...(isObject(appInfo) ? { appInfo } : {}),
  };
}

function texts(value: JsonObject): Partial<DeviceSession> {
  const names = ["lastIp", "platform", "deviceId", "userAgent"];
  return Object.fromEntries(
    names.filter((name) => typeof value[name] === "string").map((name) => [name, value[name]]),
  );
}
