/** Ledger 32: for a blocked user, the user who blocked it is indistinguishable from an offline user. */
import { afterAll, expect, it } from "vitest";
import { Client, createUser, logIn } from "../support/client";
import { startServe } from "../support/parleyd";
import { newOnlineUser } from "../support/realtime";
import type { User } from "../support/types";
import { WebSocketClient } from "../support/websocket";

const server = await startServe();
afterAll(() => server.stop());
const app = await server.createApp("block-privacy");
const admin = new Client(server.url).with({ apikey: app.apiKey });

/** Fields that identify the user, or that reveal the block on purpose, are not compared. */
const openly = ["uid", "name", "conversationId", "blockedAt", "hasBlockedMe"];
const comparable = (user: User): string[] =>
  Object.keys(user).filter((field) => !openly.includes(field));

it("fields, lists and events are the same", async () => {
  const seer = await newOnlineUser(admin);
  // Both were active in the same second and then went offline. One comes back, hidden by a block.
  const [hidden, away] = ["aa-hidden", "aa-away"];
  for (const uid of [hidden, away]) await createUser(admin, { uid, name: "Twin" });
  const tokens = [await logIn(admin, hidden), await logIn(admin, away)];
  const sockets = [];
  for (const { authToken } of tokens) {
    sockets.push(await WebSocketClient.login(server.url, authToken, { presence: "ALL_USERS" }));
    await seer.socket.nextPresence();
  }
  const hiddenMe = admin.with({ authToken: tokens[0]!.authToken });
  sockets[1]!.close();
  await seer.socket.nextPresence();
  await hiddenMe.post("/v3/blockedusers", { blockedUids: [seer.uid] });
  await seer.socket.nextPresence();
  await seer.socket.next(({ type }) => type === "user");
  const heard = seer.socket.messages.length;

  // The hidden user stays online, leaves, comes back and is active. The other user does nothing.
  await hiddenMe.get("/v3/me");
  sockets[0]!.close();
  const again = await WebSocketClient.login(server.url, tokens[0]!.authToken);
  await hiddenMe.put("/v3/me", { platform: "web", deviceId: "d" });
  expect((await admin.get<User>(`/v3/users/${hidden}`)).data.status).toBe("available");

  const see = async (uid: string) => (await seer.me.get<User>(`/v3/users/${uid}`)).data;
  const [seen, reference] = [await see(hidden), await see(away)];
  expect(comparable(seen)).toEqual(comparable(reference));
  expect(seen).toMatchObject({ status: reference.status, role: reference.role });
  expect(seen.lastActiveAt).toBeLessThanOrEqual(seen.blockedAt!);
  const list = async (query: string): Promise<string[]> =>
    (await seer.me.get<User[]>(`/v3/users?${query}`)).data.map(({ uid }) => uid);
  expect(await list("status=online")).toEqual([]);
  expect(await list("status=offline")).toEqual([away, hidden]);
  expect(await list("sortBy=status")).toEqual([away, hidden]);
  const listed = (await seer.me.get<User[]>("/v3/users")).data;
  expect(listed.map(({ status }) => status)).toEqual(["offline", "offline"]);
  const blocked = (await seer.me.get<User[]>("/v3/blockedusers?direction=both")).data;
  expect(blocked.map(({ uid, status }) => [uid, status])).toEqual([[hidden, "offline"]]);
  const count = await seer.me.post<{ onlineUsersCount: number }>("/v3/online-members");
  expect(count.data.onlineUsersCount).toBe(1);
  await seer.socket.ping();
  const since = seer.socket.messages.slice(heard).filter(({ type }) => type !== undefined);
  expect(since).toEqual([]);
  again.close();
});
