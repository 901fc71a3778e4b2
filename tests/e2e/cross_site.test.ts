/** Ledger 21: in a real browser, pages of other origins can neither use nor read a session. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createAdministrator, newAdministrator, tokenOf } from "../support/administrators";
import { freshPage, launchBrowser } from "../support/browser";
import { startServe } from "../support/parleyd";
import type { AuditEvent } from "../support/types";

const server = await startServe();
await server.createApp("target");
const owner = await newAdministrator(server, "owner");
const evil = createServer((_request, response) => {
  response.setHeader("content-type", "text/html").end("<!doctype html><title>Evil</title>");
});
await new Promise<void>((up) => evil.listen(0, "127.0.0.1", up));
const { port } = evil.address() as AddressInfo;
const browser = await launchBrowser();
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  evil.close();
  await server.stop();
});

const roles = `${server.url}/admin/v1/apps/target/roles`;
const sessionUrl = `${server.url}/admin/v1/session`;
const newest = async (): Promise<AuditEvent | undefined> =>
  (await owner.api.get<AuditEvent[]>("/admin/v1/apps/target/audit?limit=1")).data[0];

/** A page on `host`, in a browser where a developer is signed in to the dashboard. */
async function evilPage(host: string): Promise<Page> {
  const { link } = await createAdministrator(server, "developer", "link");
  const page = await freshPage(browser);
  await page.goto(`${server.url}/dashboard`);
  const signedIn = await page.evaluate(async (link) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ link });
    await fetch("/admin/v1/sign_in/link", { method: "POST", headers, body });
    return (await fetch("/admin/v1/session")).status;
  }, tokenOf(link));
  expect(signedIn).toBe(200);
  await page.goto(`http://${host}:${port}/`);
  return page;
}

// For a browser, 127.0.0.1 is a different site than localhost. Another port of localhost is the same
// site, to which even a SameSite cookie is sent.
describe.each(["localhost", "127.0.0.1"])("a page at %s", (host) => {
  it("sends requests that change nothing", async () => {
    const before = await newest();
    const page = await evilPage(host);
    await page.evaluate(async (url) => {
      const body = JSON.stringify({ role: "evil", name: "Evil" });
      const send = (init: RequestInit) =>
        fetch(url, { method: "POST", credentials: "include", body, ...init }).catch(() => {});
      await send({ mode: "no-cors" });
      await send({ headers: { "content-type": "application/json", "x-csrf-token": "x" } });
      await send({ method: "DELETE" });
    }, roles);
    expect(await newest()).toEqual(before);
  });

  it("posts a form without effect", async () => {
    const before = await newest();
    const page = await evilPage(host);
    const [answer] = await Promise.all([
      page.waitForResponse(roles),
      page.evaluate((url) => {
        const form = document.createElement("form");
        Object.assign(form, { method: "post", action: url, enctype: "text/plain" });
        const field = document.createElement("input");
        Object.assign(field, { name: '{"role":"evil","name":"', value: '"}' });
        form.append(field);
        document.body.append(form);
        form.submit();
      }, roles),
    ]);
    expect(await answer.text()).toContain("AUTH_ERR_CSRF");
    expect(await newest()).toEqual(before);
  });

  it("cannot read answers with fetch, as a script or as a stream", async () => {
    const page = await evilPage(host);
    const read = await page.evaluate(async (url) => {
      const text = async (init: RequestInit): Promise<string> => {
        try {
          return await (await fetch(url, { credentials: "include", ...init })).text();
        } catch {
          return "refused";
        }
      };
      const script = document.createElement("script");
      const events = new Promise<string>((done) => {
        script.onload = () => done("loaded");
        script.onerror = () => done("refused");
      });
      script.src = url;
      document.head.append(script);
      const stream = new EventSource(url.replace("session", "apps/target/live"), {
        withCredentials: true,
      });
      const streamed = new Promise<string>((done) => {
        stream.onopen = () => done("opened");
        stream.onerror = () => done("refused");
      });
      return [await text({}), await text({ mode: "no-cors" }), await events, await streamed];
    }, sessionUrl);
    expect(read).toEqual(["refused", "refused", "refused", "refused"]);
  });

  it("cannot show a page of the dashboard in a frame", async () => {
    const page = await evilPage(host);
    const complaint = page.waitForEvent("console", (message) => /frame/i.test(message.text()));
    await page.evaluate((url) => {
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
    }, `${server.url}/dashboard`);
    await complaint;
    const [, frame] = page.frames();
    expect(frame?.url() ?? "").not.toContain("/dashboard");
  });
});
