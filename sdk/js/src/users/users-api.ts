import { requiredText } from "../arguments.js";
import { type Answer, unexpectedData } from "../http/answer.js";
import type { Deadline } from "../http/deadline.js";
import { headerText, pathSegment, type Query } from "../http/request.js";
import type { Transport } from "../http/transport.js";
import { isObject } from "../json.js";
import type { AuthenticatedCalls } from "../session/authenticated-calls.js";
import type { SessionState } from "../session/session-state.js";
import { requireUid, type UserInput, writableFields } from "./user-input.js";
import { readOwnUser, readUser } from "./user-json.js";
import { type FetchedPage, readPage } from "./user-pages.js";
import { toUser, type User } from "./user.js";

/** The calls about users. */
export class UsersApi {
  constructor(
    private readonly transport: Transport,
    private readonly calls: AuthenticatedCalls,
    private readonly state: SessionState,
  ) {}

  async create(user: UserInput, authKey: string, deadline: Deadline): Promise<User> {
    const uid = requireUid(user, "createUser()");
    const json = await this.transport.send(
      {
        method: "POST",
        path: "/users",
        body: { uid, ...writableFields(user, "createUser()") },
        credential: { apikey: headerText(authKey, "createUser(): authKey") },
        read: (answer) => readUser(answer, uid),
      },
      deadline,
    );
    return toUser(json);
  }

  async update(user: UserInput, authKey: string, deadline: Deadline): Promise<User> {
    const uid = requireUid(user, "updateUser()");
    const json = await this.transport.send(
      {
        method: "PUT",
        path: `/users/${pathSegment(uid)}`,
        body: writableFields(user, "updateUser()"),
        credential: { apikey: headerText(authKey, "updateUser(): authKey") },
        read: (answer) => readUser(answer, uid),
      },
      deadline,
    );
    return toUser(json);
  }

  async updateCurrent(user: UserInput, deadline: Deadline): Promise<User> {
    const uid = requireUid(user, "updateCurrentUserDetails()");
    const authToken = this.state.current?.token ?? "";
    const json = await this.calls.send(
      {
        method: "PUT",
        path: "/me",
        body: { uid, ...writableFields(user, "updateCurrentUserDetails()") },
        read: (answer) => readOwnUser(answer, authToken),
      },
      deadline,
    );
    await deadline.bound(this.state.refresh(authToken, json)).catch(() => undefined);
    return toUser(json, { authToken });
  }

  async get(uid: string, deadline: Deadline): Promise<User> {
    const wanted = requiredText(uid, "getUser(): uid");
    const json = await this.calls.send(
      {
        method: "GET",
        path: `/users/${pathSegment(wanted)}`,
        read: (answer) => readUser(answer, wanted),
      },
      deadline,
    );
    return toUser(json);
  }

  list(query: Query, deadline: Deadline): Promise<FetchedPage> {
    return this.calls.send({ method: "GET", path: "/users", query, read: readPage }, deadline);
  }

  onlineCount(deadline: Deadline): Promise<number> {
    return this.calls.send(
      { method: "POST", path: "/online-members", body: {}, read: readOnlineCount },
      deadline,
    );
  }
}

function readOnlineCount({ data }: Answer): number {
  const count = isObject(data) ? data.onlineUsersCount : undefined;
  if (typeof count !== "number") throw unexpectedData("number of users");
  return count;
}
