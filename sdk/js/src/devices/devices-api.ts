import type { Deadline } from "../http/deadline.js";
import { pathSegment } from "../http/request.js";
import { requiredText } from "../required-text.js";
import type { AuthenticatedCalls } from "../session/authenticated-calls.js";
import { type DeviceSession, readSessions } from "./device-session.js";

/** The calls about sessions of the user. */
export class DevicesApi {
  constructor(private readonly calls: AuthenticatedCalls) {}

  list(deadline: Deadline): Promise<DeviceSession[]> {
    return this.calls.send({ method: "GET", path: "/me/sessions", read: readSessions }, deadline);
  }

  async end(id: string, deadline: Deadline): Promise<void> {
    const wanted = requiredText(id, "endSession() needs an id from getSessions().");
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
