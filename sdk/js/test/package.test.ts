import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SDK = fileURLToPath(new URL("..", import.meta.url));
const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** A project outside the repository with the package installed. */
describe("the built package", () => {
  let project: string;

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "parley-sdk-consumer-"));
    mkdirSync(join(project, "node_modules"));
    symlinkSync(SDK, join(project, "node_modules", "parley-sdk"));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    writeFileSync(join(project, file), text);
  }

  function run(...args: string[]): string {
    try {
      return execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" }).trim();
    } catch (error) {
      return String((error as { stdout?: string }).stdout) + String(error);
    }
  }

  const SHOW = "console.log(Parley !== CometChat, Parley.User === CometChat.User)";

  it("can be imported by ES modules", () => {
    write("a.mjs", `import { CometChat, Parley } from "parley-sdk"; ${SHOW}`);
    expect(run("a.mjs")).toBe("true true");
  });

  it("can be required by CommonJS", () => {
    write("a.cjs", `const { CometChat, Parley } = require("parley-sdk"); ${SHOW}`);
    expect(run("a.cjs")).toBe("true true");
  });

  it("has a script that defines two globals", () => {
    write("b.mjs", `import "parley-sdk/global"; ${SHOW}`);
    expect(run("b.mjs")).toBe("true true");
  });

  it("rejects calls before init() with the code that each alias documents", () => {
    write(
      "c.mjs",
      `import { CometChat, Parley } from "parley-sdk";
       const codes = [Parley, CometChat].map((sdk) => sdk.getLoggedinUser().catch((e) => e.code));
       console.log(...(await Promise.all(codes)));`,
    );
    expect(run("c.mjs")).toBe("NOT_INITIALIZED COMETCHAT_INITIALIZATION_NOT_DONE");
  });

  it("creates further independent SDK instances", () => {
    write(
      "d.mjs",
      `import { createParley, Parley } from "parley-sdk";
       const [first, second] = [createParley(), createParley()];
       const settings = new Parley.AppSettingsBuilder().setHost("http://127.0.0.1").build();
       await first.init("app", settings);
       const sdks = [first, second, Parley];
       console.log(...sdks.map((sdk) => sdk.isInitialized()), first.User === Parley.User);`,
    );
    expect(run("d.mjs")).toBe("true false false true");
  });

  it("keeps the documented class names when minified", () => {
    write(
      "e.mjs",
      `import { createRequire } from "node:module";
       import * as module from "parley-sdk";
       import "parley-sdk/global";
       const common = createRequire(import.meta.url)("parley-sdk");
       for (const { CometChat: sdk } of [module, common, globalThis]) {
         const error = await sdk.getUser("a").catch((error) => error);
         const settings = new sdk.AppSettingsBuilder();
         const lists = [new sdk.UsersRequestBuilder(), new sdk.BlockedUsersRequestBuilder()];
         const listeners = [sdk.LoginListener, sdk.UserListener, sdk.ConnectionListener];
         const objects = [new sdk.User("a"), error, settings, ...lists];
         objects.push(...lists.map((list) => list.build()), ...listeners.map((L) => new L({})));
         console.log(objects.map(({ constructor }) => constructor.name).join());
       }`,
    );
    const names = [
      ...["User", "ParleyException", "AppSettingsBuilder"],
      ...["UsersRequestBuilder", "BlockedUsersRequestBuilder", "UsersRequest"],
      ...["BlockedUsersRequest", "LoginListener", "UserListener", "ConnectionListener"],
    ].join();
    expect(run("e.mjs").split("\n")).toEqual([names, names, names]);
  });

  it("adds no globals except its own", () => {
    write(
      "f.cjs",
      `const before = new Set(Object.getOwnPropertyNames(globalThis));
       const { readFileSync } = require("node:fs");
       const file = require.resolve("parley-sdk/global");
       require("node:vm").runInThisContext(readFileSync(file, "utf8"));
       const after = Object.getOwnPropertyNames(globalThis);
       console.log(after.filter((name) => !before.has(name)).join());`,
    );
    expect(run("f.cjs")).toBe("Parley,CometChat");
  });

  const TYPED = `
    import { CometChat, Parley, type ParleyException, type User } from "parley-sdk";
    export async function login(): Promise<User> {
      const settings = new CometChat.AppSettingsBuilder()
        .subscribePresenceForAllUsers()
        .setWebSocket(WebSocket)
        .setRegion("eu")
        .overrideAdminHost(undefined)
        .build();
      await CometChat.init("app", settings);
      const user: CometChat.User | null = await CometChat.getLoggedinUser();
      const listener: CometChat.UserListener = new CometChat.UserListener({
        onUserOnline: (user: CometChat.User) => console.log(user.getStatus()),
      });
      CometChat.addUserListener("id", listener);
      CometChat.addConnectionListener("id", new CometChat.ConnectionListener({ inConnecting() {} }));
      const isOpen: boolean = CometChat.getConnectionStatus() === CometChat.CONNECTION_STATUS.CONNECTED;
      if (!isOpen) CometChat.connect();
      const page: Parley.User[] = await new Parley.UsersRequestBuilder().setLimit(1).build().fetchNext();
      const code: (e: ParleyException) => string = (e) => e.code;
      return user ?? page[0] ?? CometChat.login("uid", "key").catch((e) => Promise.reject(code(e)));
    }
    // @ts-expect-error A number is not a UID.
    void Parley.getUser(7);
  `;

  it.each([
    ["an ES module", "app.mts", "node16"],
    ["CommonJS", "app.cts", "node16"],
    ["a bundled app", "app.ts", "bundler"],
  ])(
    "provides types for %s",
    (_, file, resolution) => {
      write(file, TYPED);
      const module = resolution === "bundler" ? "esnext" : resolution;
      const options = ["--strict", "--noEmit", "--target", "es2020"];
      expect(run(TSC, ...options, "--module", module, "--moduleResolution", resolution, file)).toBe(
        "",
      );
    },
    60_000,
  );

  it("has the size that its README states", () => {
    const readme = readFileSync(join(SDK, "README.md"), "utf8");
    const kilobytes =
      gzipSync(readFileSync(join(SDK, "dist/index.cjs")), { level: 9 }).length / 1024;
    expect(readme).toContain(`${Math.ceil(kilobytes)} KB gzipped`);
  });

  it("contains no syntax newer than ES2020 and no debugging code", () => {
    const bundle = readFileSync(join(SDK, "dist/index.mjs"), "utf8");
    expect(bundle).not.toMatch(/\?\?=|\|\|=|static\{|console\.(log|debug|info)|eval\(/);
  });
});
