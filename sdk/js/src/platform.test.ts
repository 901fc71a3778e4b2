import { expect, it } from "vitest";
import { detectPlatform } from "./platform.js";

it.each([
  ["a page", { document: {}, navigator: { product: "Gecko" } }, "web"],
  ["a module worker", { WorkerGlobalScope: class {}, navigator: { product: "Gecko" } }, "web"],
  ["an old worker", { importScripts: () => undefined }, "web"],
  ["React Native", { navigator: { product: "ReactNative" } }, "react-native"],
  [
    "React Native with a document",
    { navigator: { product: "ReactNative" }, document: {} },
    "react-native",
  ],
  ["Deno", { Deno: {}, navigator: { userAgent: "Deno/2.1.0" } }, "deno"],
  ["a worker of Deno", { Deno: {}, WorkerGlobalScope: class {} }, "deno"],
  ["Bun", { Bun: {}, navigator: { userAgent: "Bun/1.1.0" } }, "bun"],
  [
    "Cloudflare Workers",
    { WorkerGlobalScope: class {}, navigator: { userAgent: "Cloudflare-Workers" } },
    "cloudflare-workers",
  ],
  ["Node with a navigator", { navigator: { userAgent: "Node.js/22" } }, "node"],
  ["Node without one", {}, "node"],
])("%s", (_, globals, platform) => {
  expect(detectPlatform(globals)).toBe(platform);
});

it("detects the current platform", () => {
  expect(detectPlatform()).toBe("node");
});
