import { afterAll, beforeAll, expect, it } from "vitest";
import { BrowserWorld, UID } from "./support/browser-world.js";
import { Laptop } from "./support/laptop.js";

/** The server drops a silent client after 45 seconds, and shows its user offline 2 seconds later. */
const GIVEN_UP_MS = 60_000;

const { andrew, george } = UID;

let world: BrowserWorld;
let laptop: Laptop;

beforeAll(async () => {
  world = await BrowserWorld.start();
  laptop = await Laptop.open();
}, 30_000);
afterAll(async () => {
  await laptop?.close();
  await world?.stop();
});

it("shows a sleeping device offline, and the device reconnects by itself", async () => {
  const asleep = await world.openTab(await laptop.browser.newContext());
  await asleep.logIn(andrew);
  await asleep.hearsOf("connected");
  const awake = await world.openTab(await world.newDevice());
  await awake.logIn(george);
  await awake.hearsOf("connected");
  await asleep.hears(`${george} online`);
  await awake.run("heard.length = 0");

  laptop.sleep();
  await awake.hearsOf(`${andrew} offline`, GIVEN_UP_MS);

  laptop.wake();
  await asleep.hears("disconnected", "connecting", "connected", "resync");
  await awake.hears(`${andrew} online`);
  expect(await asleep.run("Parley.getConnectionStatus()")).toBe("connected");
}, 120_000);
