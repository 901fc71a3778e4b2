/** Ledger 17, for administrators: guessing gets slow, and affects only the guesser. */
import { afterAll, expect, it } from "vitest";
import {
  createAdministrator,
  freshEmail,
  signIn,
  signInByLink,
  tokenOf,
} from "../support/administrators";
import { Client, type Answer } from "../support/client";
import { startServe } from "../support/parleyd";

const server = await startServe();
afterAll(() => server.stop());
const ada = await createAdministrator(server, "owner", "generate");
const from = (address: string): Client => new Client(server.url, {}, { from: address });
const failed = "401 AUTH_ERR_SIGN_IN_FAILED";
const waiting = "429 ERR_TOO_MANY_REQUESTS";

const outcomes = (answers: Answer[]): string[] => answers.map(({ outcome }) => outcome).sort();
const times = (count: number, outcome: string): string[] => Array<string>(count).fill(outcome);
const atOnce = (count: number, client: Client, email = ada.email): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, () => signIn(client, email, "a guess")));

it("four guesses, then increasing waits; guessing in parallel does not help", async () => {
  const guesser = from("127.0.0.2");
  const eight = await atOnce(8, guesser);
  expect(outcomes(eight)).toEqual([...times(4, failed), ...times(4, waiting)]);
  for (const { status, headers } of eight) {
    if (status === 429) expect(headers["retry-after"]).toBe("1");
  }
  let two: Answer[] = [];
  const guessTwice = async (): Promise<string[]> => {
    two = await atOnce(2, guesser);
    return outcomes(two);
  };
  await expect.poll(guessTwice, { timeout: 10_000 }).toEqual([failed, waiting]);
  const refused = two.find(({ status }) => status === 429);
  expect(refused?.headers["retry-after"]).toBe("2");
});

it("the same for an unknown email", async () => {
  const eight = await atOnce(8, from("127.0.0.3"), freshEmail());
  expect(outcomes(eight)).toEqual([...times(4, failed), ...times(4, waiting)]);
});

// Each guess needs a slow password hash, so this takes a while.
it("a sign-in from another address is not affected", { timeout: 60_000 }, async () => {
  const home = from("127.0.0.4");
  expect((await signIn(home, ada.email, ada.password)).outcome).toBe("200");
  for (let i = 10; i < 15; i++) await atOnce(4, from(`127.0.0.${i}`));
  expect((await signIn(home, ada.email, ada.password)).outcome).toBe("200");
  const stranger = from("127.0.0.20");
  expect((await signIn(stranger, ada.email, "a guess")).outcome).toBe(failed);
  // The right password has to wait like any other. Otherwise the wait would reveal it.
  for (const password of ["a guess", ada.password]) {
    const again = await signIn(stranger, ada.email, password);
    expect(again.outcome).toBe(waiting);
    expect(Number(again.headers["retry-after"])).toBeGreaterThan(800);
  }
});

it("one address with many emails has to wait, too", { timeout: 60_000 }, async () => {
  const sprayer = from("127.0.0.30");
  const answers: Answer[] = [];
  for (let i = 0; i < 3; i++) {
    const seven = Array.from({ length: 7 }, () => signIn(sprayer, freshEmail(), "a guess"));
    answers.push(...(await Promise.all(seven)));
  }
  expect(outcomes(answers)).toEqual(times(21, failed));
  expect((await signIn(sprayer, freshEmail(), "a guess")).outcome).toBe(waiting);
});

it(
  "guesses from the owner's own address do not lock the owner out",
  { timeout: 60_000 },
  async () => {
    const office = from("127.0.0.50");
    const eve = await createAdministrator(server, "owner", "generate");
    expect((await signIn(office, eve.email, eve.password)).outcome).toBe("200");
    const guesses: Answer[] = [];
    for (let i = 0; i < 3; i++) {
      const seven = Array.from({ length: 7 }, () => signIn(office, freshEmail(), "a guess"));
      guesses.push(...(await Promise.all(seven)));
    }
    expect(outcomes(guesses)).toEqual(times(21, failed));
    expect((await signIn(office, freshEmail(), "a guess")).outcome).toBe(waiting);
    expect((await signIn(office, eve.email, eve.password)).outcome).toBe("200");
    // Guesses at the owner from there have to wait, too, but never for long.
    const eight = await atOnce(8, office, eve.email);
    expect(outcomes(eight)).toEqual([...times(4, failed), ...times(4, waiting)]);
    const waits = eight.filter(({ outcome }) => outcome === waiting);
    expect(waits.map(({ headers }) => headers["retry-after"])).toEqual(times(4, "1"));
  },
);

// Each guess needs a slow password hash. There are always more in progress than the server can handle.
it("sixty guessers at once do not delay the owner", { timeout: 120_000 }, async () => {
  const home = from("127.0.0.60");
  const fay = await createAdministrator(server, "owner", "generate");
  expect((await signIn(home, fay.email, fay.password)).outcome).toBe("200");
  let stopped = false;
  let guesses = 0;
  let turnedAway = 0;
  const strangers = Array.from({ length: 60 }, async () => {
    while (!stopped) {
      const address = `127.1.${++guesses >> 8}.${guesses & 255}`;
      const { status } = await signIn(from(address), freshEmail(), "a guess");
      if (status === 503) turnedAway++;
    }
  });
  await expect.poll(() => turnedAway).toBeGreaterThan(0);
  const owners: string[] = [];
  for (let i = 0; i < 10; i++) {
    owners.push((await signIn(home, fay.email, fay.password)).outcome);
  }
  stopped = true;
  await Promise.all(strangers);
  expect(owners).toEqual(times(10, "200"));
});

it("guesses at links are counted, too, but a valid link still works", async () => {
  const guesser = from("127.0.0.40");
  const open = async (link: string) => (await signInByLink(guesser, link)).outcome;
  const guesses: string[] = [];
  for (let i = 0; i < 21; i++) guesses.push(await open(`parley_link_guess${i}`));
  expect(guesses).toEqual([...times(20, "401 AUTH_ERR_SIGN_IN_LINK_NOT_FOUND"), waiting]);
  const { link } = await createAdministrator(server, "viewer", "link");
  expect(await open(tokenOf(link))).toBe("200");
  expect(await open(tokenOf(link))).toBe(waiting);
});
