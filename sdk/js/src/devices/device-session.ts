import { type Answer, unexpectedData } from "../http/answer.js";
import { isObject, isString, type JsonObject, pick } from "../json.js";

/** A session of the user. Represents a device once it is used. Times are unix seconds. */
export interface DeviceSession {
  /** The public id of the session (`ses_...`), for endSession(). */
  readonly id: string;
  /** True for the session of this device. */
  readonly current: boolean;
  readonly createdAt: number;
  /** The time of creation until the session is first used. */
  readonly lastUsedAt: number;
  /** False if the token was created but no device has logged in with it yet. */
  readonly used: boolean;
  /** When the session expires, even if used; 0 = never. */
  readonly expiresAt: number;
  /** Seconds of inactivity after which the session ends; 0 = never. */
  readonly idleTimeout: number;
  readonly lastIp?: string;
  readonly platform?: string;
  readonly deviceId?: string;
  readonly userAgent?: string;
  readonly appInfo?: JsonObject;
}

/** Reads a list of sessions. Throws FAILED_TO_FETCH if the response contains none. */
export function readSessions(answer: Answer): DeviceSession[] {
  if (!Array.isArray(answer.data)) throw unexpectedData("list of sessions");
  return answer.data.map(toSession);
}

function toSession(value: unknown): DeviceSession {
  if (!isObject(value) || !isString(value.id)) throw unexpectedData("session");
  const { id, current, appInfo } = value;
  return {
    id,
    current: current === true,
    createdAt: Number(value.createdAt ?? 0),
    lastUsedAt: Number(value.lastUsedAt ?? 0),
    used: value.used !== false,
    expiresAt: Number(value.expiresAt ?? 0),
    idleTimeout: Number(value.idleTimeout ?? 0),
    ...pick(value, ["lastIp", "platform", "deviceId", "userAgent"], isString),
    ...(isObject(appInfo) ? { appInfo } : {}),
  };
}
