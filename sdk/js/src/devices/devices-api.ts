import { requiredText } from "../arguments.js";
import { type Answer, unexpectedData } from "../http/answer.js";
import type { Deadline } from "../http/deadline.js";
import { pathSegment } from "../http/request.js";
import { isObject, isString } from "../json.js";
import type { AuthenticatedCalls } from "../session/authenticated-calls.js";
import { type DeviceSession, readSessions } from "./device-session.js";

/** The calls about the sessions of the user. */
export class DevicesApi {
  constructor(private readonly calls: AuthenticatedCalls) {}

  createJwt(deadline: Deadline): Promise<string> {
    return this.calls.send({ method: "POST", path: "/me/jwt", read: readJwt }, deadline);
  }

  list(deadline: Deadline): Promise<DeviceSession[]> {
    return this.calls.send({ method: "GET", path: "/me/sessions", read: readSessions }, deadline);
  }

  async end(id: string, deadline: Deadline): Promise<void> {
    const wanted = requiredText(id, "endSession(): id");
    const path = `/me/sessions/${pathSegment(wanted)}`;
    await this.calls.send({ method: "DELETE", path, read: () => undefined }, deadline);
  }

  async endOthers(deadline: Deadline): Promise<void> {
    await this.calls.send(
      {
        method: "DELETE",
        path: "/me/sessions",
        query: { others: true },
        read: () => undefined,
      },
      deadline,
    );
  }
}

function readJwt({ data }: Answer): string {
  const jwt = isObject(data) ? data.jwt : undefined;
  if (!isString(jwt)) throw unexpectedData("JWT");
  return jwt;
}
