import { describe, expect, it } from "vitest";
import type { ParleyApi } from "../src/api.js";
import type { UserPages } from "../src/users/user-pages.js";
import type { User } from "../src/users/user.js";
import { SDK_VERSION } from "../src/version.js";
import { AUTH_KEY } from "./support/fake-server.js";
import { World } from "./support/world.js";

describe("the requests of the SDK", () => {
  it("logs in by key: creates a token with the key, then sends the session call with the token", async () => {
    const world = new World();
    const user = await (await world.startTab()).login("Andrew", AUTH_KEY);

    const [mint, session] = world.server.requests;
    expect(mint?.call).toBe("POST /v3/users/andrew/auth_tokens");
    expect(mint?.headers).toMatchObject({ appId: "my-app", apikey: AUTH_KEY });
    expect(mint?.headers).not.toHaveProperty("authToken");
    expect(session?.call).toBe("PUT /v3/me");
    expect(session?.headers).toMatchObject({
      appId: "my-app",
      authToken: user.authToken,
      sdk: `parley-js@${SDK_VERSION}`,
      "content-type": "application/json",
    });
    expect(session?.headers).not.toHaveProperty("apikey");
    expect(session?.body).toEqual({
      platform: "web",
      deviceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      appInfo: { sdk: "parley-js", version: SDK_VERSION, origin: "https://app.example.com" },
    });
  });

  it.each(["string", "object"])(
    "logs in by token given as %s with only the session call",
    async (form) => {
      const world = new World();
      const token = world.server.issueToken("andrew");
      const parley = await world.startTab();

      await (form === "string" ? parley.login(token) : parley.login({ authToken: token }));

      expect(world.server.calls()).toEqual(["PUT /v3/me"]);
    },
  );

  it("keeps the device id across reloads and logins", async () => {
    const world = new World();
    for (const uid of ["andrew", "george"]) await (await world.startTab()).login(uid, AUTH_KEY);
    const ids = world.server.requests.flatMap(({ body }) => body?.deviceId ?? []);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  it("sends the fields that apps may set in createUser and updateUser, and clears emptied ones", async () => {
    const world = new World();
    const parley = await world.startTab();
    const user = new parley.User("nancy");
    user.setName("Nancy");
    user.setTags(["vip"]);
    user.setMetadata({ level: 3 });

    const created = await parley.createUser(user, AUTH_KEY);
    created.setAvatar("");
    await parley.updateUser(created, AUTH_KEY);

    const [create, update] = world.server.requests;
    const fields = { name: "Nancy", tags: ["vip"], metadata: { level: 3 } };
    expect(create).toMatchObject({ call: "POST /v3/users", body: { uid: "nancy", ...fields } });
    expect(Object.keys(create?.body ?? {}).sort()).toEqual(["metadata", "name", "tags", "uid"]);
    expect(update?.call).toBe("PUT /v3/users/nancy");
    expect(update?.body).toEqual({ ...fields, role: "default", avatar: "" });
  });

  it("changes the user of the session in updateCurrentUserDetails, also after a reload", async () => {
    const world = new World();
    const parley = await world.startTab();
    const user = await parley.login("andrew", AUTH_KEY);
    user.setName("Andy");

    const updated = await parley.updateCurrentUserDetails(user);

    expect(updated.getName()).toBe("Andy");
    expect(updated.authToken).toBe(user.authToken);
    expect(world.server.requests.at(-1)?.body).not.toHaveProperty("platform");
    world.server.offline = true;
    expect((await (await world.startTab()).getLoggedinUser())?.name).toBe("Andy");
  });

  it("gets a new JWT of the session with its token, without a body", async () => {
    const world = new World();
    const parley = await world.startTab();
    const { authToken } = await parley.login("andrew", AUTH_KEY);

    expect(await parley.getJwt()).toBe("header.andrew.signature");

    const request = world.server.requests.at(-1);
    expect(request).toMatchObject({ call: "POST /v3/me/jwt", headers: { authToken } });
    expect(request?.body).toBeUndefined();
  });

  it("ends the session if the server refuses its token for a JWT", async () => {
    const world = new World();
    const parley = await world.startTab();
    const { authToken = "" } = await parley.login("andrew", AUTH_KEY);
    world.server.refuse(authToken, "AUTH_ERR_AUTH_TOKEN_EXPIRED");
    await expect(parley.getJwt()).rejects.toMatchObject({ code: "AUTH_ERR_AUTH_TOKEN_EXPIRED" });
    expect(await parley.getLoggedinUser()).toBeNull();
  });

  it("lists and ends devices", async () => {
    const world = new World();
    const parley = await world.startTab();
    await parley.login("andrew", AUTH_KEY);

    const [session] = await parley.getSessions();
    await parley.endSession(session?.id ?? "");
    await parley.endOtherSessions();

    expect(session).toMatchObject({ id: "ses_1", current: true, createdAt: 1, expiresAt: 0 });
    expect(session?.used).toBe(true);
    expect(session).not.toHaveProperty("authToken");
    const [end, endOthers] = world.server.requests.slice(-2);
    expect(end?.call).toBe("DELETE /v3/me/sessions/ses_1");
    expect(endOthers?.call).toBe("DELETE /v3/me/sessions");
    expect(endOthers?.url.search).toBe("?others=true");
  });

  it("sends calls with a key to the admin host, and the others to the client host", async () => {
    const world = new World();
    const parley = world.openTab();
    const settings = new parley.AppSettingsBuilder()
      .overrideAdminHost("admin.example.com:8443/v3.0")
      .overrideClientHost("http://client.example.com")
      .build();
    await parley.init("my-app", settings);
    await parley.login("andrew", AUTH_KEY).catch(() => undefined);
    await parley.login(world.server.issueToken("andrew"));

    expect(world.server.requests.map(({ url }) => url.origin + url.pathname)).toEqual([
      "https://admin.example.com:8443/v3.0/users/andrew/auth_tokens",
      "http://client.example.com/v3/me",
    ]);
  });

  it.each([".", ".."])("never reaches another path with the UID %s", async (uid) => {
    const world = new World();
    const parley = await world.startTab();
    await expect(parley.login(uid, AUTH_KEY)).rejects.toMatchObject({ code: "MISSING_PARAMETERS" });
    expect(world.server.requests).toEqual([]);
  });

  it.each<[string, (parley: ParleyApi) => UserPages]>([
    ["users", (parley) => new parley.UsersRequestBuilder().setLimit(2).build()],
    ["blocked users", (parley) => new parley.BlockedUsersRequestBuilder().setLimit(2).build()],
  ])("pages through %s in both directions even if the responses have no meta", async (_, list) => {
    const world = new World();
    for (const uid of ["nancy", "susan"]) world.server.addUser({ uid, name: uid });
    const parley = await world.startTab();
    await parley.login("andrew", AUTH_KEY);
    const request = list(parley);
    const uids = async (page: Promise<User[]>) => (await page).map(({ uid }) => uid).join();

    expect(await uids(request.fetchPrevious())).toBe("");
    expect(await uids(request.fetchNext())).toBe("george,nancy");
    expect(await uids(request.fetchNext())).toBe("susan");
    expect(await uids(request.fetchNext())).toBe("");
    expect(await uids(request.fetchPrevious())).toBe("george,nancy");
    expect(await uids(request.fetchPrevious())).toBe("");
  });
});
