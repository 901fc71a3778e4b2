import { afterEach, expect, it, vi } from "vitest";
import { watchForSigns } from "./wake-sign.js";

afterEach(() => vi.unstubAllGlobals());

it("reports network changes and a page that becomes visible, until it is stopped", () => {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: "hidden" });
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("document", document);
  const signs: string[] = [];
  const stop = watchForSigns((sign) => signs.push(sign));

  window.dispatchEvent(new Event("offline"));
  window.dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("visibilitychange"));
  document.visibilityState = "visible";
  document.dispatchEvent(new Event("visibilitychange"));
  expect(signs).toEqual(["offline", "online", "visible"]);

  stop();
  window.dispatchEvent(new Event("online"));
  document.dispatchEvent(new Event("visibilitychange"));
  expect(signs).toHaveLength(3);
});

it("reports nothing outside a page", () => {
  expect(() => watchForSigns(() => undefined)()).not.toThrow();
});
