/** `parleyd dev`: the first start and later ones. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { Client } from "../../support/client";
import { sendHttp } from "../../support/http";
import { startDev, temporaryDirectory, type Server } from "../../support/parleyd";
import type { User } from "../../support/types";

const dataDir = temporaryDirectory();

const administrator = (server: Server) =>
  new Client(server.url, { apikey: server.credentials.apiKey });

async function avatarOf(server: Server, uid: string): Promise<string> {
  return (
    (await administrator(server).get<{ avatar?: string }>(`/v3/users/${uid}`)).data.avatar ?? ""
  );
}

it("prints a readable box, in plain ASCII without a terminal", async () => {
  const server = await startDev({ dataDir });
  const { credentials, output } = server;
  expect(JSON.parse(readFileSync(join(dataDir, "credentials.json"), "utf8"))).toEqual({
    ...credentials,
    url: server.url,
    tlsUrl: server.tlsUrl,
  });
  for (const [label, value] of [
    ["App ID", "my-app"],
    ["Region", "local"],
    ["Auth Key", credentials.authKey],
    ["REST API Key", credentials.apiKey],
    ["HTTP", server.url],
    ["HTTPS", server.tlsUrl],
    ["Try-it page", `${server.url}/`],
  ]) {
    expect(output).toMatch(new RegExp(`\\| +${label} +${value} `));
  }
  expect(output).not.toMatch(/[^\x20-\x7e\n]/);
  const box = output.split("\n").filter((line) => /^[+|]/.test(line));
  expect(new Set(box.map((line) => line.length)).size).toBe(1);
  await server.stop();
});

it("prints a curl line that works when pasted", async () => {
  const server = await startDev({ dataDir });
  const line = /^ +(curl .*)$/m.exec(server.output)?.[1] ?? "";
  const { stdout } = await promisify(execFile)("sh", ["-c", `${line} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({
    data: { uid: "cometchat-uid-1", name: "Andrew Joseph" },
  });
  await server.stop();
});

it("has five sample users, and serves their avatars wherever it listens", async () => {
  const first = await startDev({ dataDir });
  const users = (await administrator(first).get<User[]>("/v3/users")).data;
  expect(users.map((user) => user.uid).sort()).toEqual(
    [1, 2, 3, 4, 5].map((number) => `cometchat-uid-${number}`),
  );
  await first.stop();

  const second = await startDev({ dataDir });
  for (const { uid } of users) {
    const avatar = new URL(await avatarOf(second, uid));
    expect(avatar.origin).toBe(second.url);
    const picture = await sendHttp(avatar.origin, { method: "GET", path: avatar.pathname });
    expect(picture.status).toBe(200);
    expect(picture.headers["content-type"]).toBe("image/svg+xml");
  }
  await second.stop();
});

it("keeps changes to the sample users", async () => {
  const first = await startDev({ dataDir });
  const admin = administrator(first);
  await admin.put("/v3/users/cometchat-uid-1", { avatar: "https://example.com/me.png" });
  await admin.put("/v3/users/cometchat-uid-2", { unset: ["avatar"] });
  await admin.delete("/v3/users/cometchat-uid-3", { permanent: true });
  await first.stop();

  const second = await startDev({ dataDir });
  expect(await avatarOf(second, "cometchat-uid-1")).toBe("https://example.com/me.png");
  expect(await avatarOf(second, "cometchat-uid-2")).toBe("");
  const gone = await administrator(second).get("/v3/users/cometchat-uid-3");
  expect(gone.status).toBe(404);
  await second.stop();
});

it("creates new keys if credentials.json is lost, says so, and keeps the old ones", async () => {
  const first = await startDev({ dataDir });
  const old = first.credentials;
  await first.stop();
  rmSync(join(dataDir, "credentials.json"));

  const second = await startDev({ dataDir });
  expect(second.output).toMatch(/^The app's keys were not found in credentials\.json/);
  expect(second.credentials.apiKey).not.toBe(old.apiKey);
  for (const { apiKey } of [old, second.credentials]) {
    const answer = await new Client(second.url, { apikey: apiKey }).get("/v3/users");
    expect(answer.status).toBe(200);
  }
  await second.stop();
});

it("loses no keys when the first start fails", async () => {
  const directory = temporaryDirectory();
  const blocker = await startDev();
  const taken = new URL(blocker.url).host;
  await expect(startDev({ dataDir: directory, flags: ["--listen", taken] })).rejects.toThrow();
  await blocker.stop();
  expect(existsSync(join(directory, "run.json"))).toBe(false);

  const server = await startDev({ dataDir: directory });
  expect(server.output).toMatch(/^\+--/);
  const keys = await server.cli<unknown[]>("key", "list", "--app", "my-app");
  expect(keys).toHaveLength(2);
  expect((await administrator(server).get<User[]>("/v3/users")).data).toHaveLength(5);
  await server.stop();
});

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === "::1"),
);

it.runIf(hasIpv6)("can be reached by clients that resolve localhost to ::1", async () => {
  const server = await startDev();
  try {
    for (const url of [server.url, server.tlsUrl]) {
      const request = {
        method: "GET",
        path: "/v3/me",
        ca: readFileSync(join(server.dataDir, "tls/localhost.crt"), "utf8"),
      };
      expect((await sendHttp(url.replace("127.0.0.1", "[::1]"), request)).status).toBe(400);
    }
  } finally {
    await server.stop();
  }
});

it("passes the current region to the try-it page", async () => {
  const server = await startDev();
  const region = async () => {
    const { text } = await sendHttp(server.url, { method: "GET", path: "/try-it/config.json" });
    return (JSON.parse(text) as { region: string }).region;
  };
  expect(await region()).toBe(server.credentials.region);
  await server.cli("app", "update", "--app", server.credentials.appId, "--region", "eu");
  expect(await region()).toBe("eu");
  await server.stop();
});
