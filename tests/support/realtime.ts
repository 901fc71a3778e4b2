/** Users with a device on the realtime connection. */
import { logIn, newClient, type Client } from "./client";
import type { User } from "./types";
import { WebSocketClient, type AuthOptions } from "./websocket";

export interface OnlineUser {
  uid: string;
  user: User;
  token: string;
  /** Calls with the auth token of the user. */
  me: Client;
  socket: WebSocketClient;
}

/** A new user who is connected and subscribed to `presence`. */
export async function newOnlineUser(
  admin: Client,
  presence: AuthOptions["presence"] | AuthOptions = "ALL_USERS",
): Promise<OnlineUser> {
  const { user, token, me } = await newClient(admin);
  const options = typeof presence === "object" ? presence : { presence };
  const socket = await WebSocketClient.login(admin.origin, token.authToken, options);
  return { uid: user.uid, user, token: token.authToken, me, socket };
}

/** Another device of a user, with its own session. */
export async function newDevice(
  admin: Client,
  uid: string,
  options: AuthOptions = {},
): Promise<{ token: string; id: string; socket: WebSocketClient }> {
  const { authToken, id } = await logIn(admin, uid);
  return {
    token: authToken,
    id,
    socket: await WebSocketClient.login(admin.origin, authToken, options),
  };
}
