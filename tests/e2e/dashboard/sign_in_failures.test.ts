/** Wrong passwords: the page says so, then makes one wait longer each time, and says how long. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { createAdministrator, signIn } from "../../support/administrators";
import { Client } from "../../support/client";
import { openPage, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();

const submit = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const password = (page: Page) => page.getByRole("textbox", { name: "Password" });
// For screen readers: it is said once, not each second.
const toWait = (page: Page) => page.getByRole("alert").getByText(/^Too many attempts\./);
const isWrong = (page: Page) => page.getByText("Email or password is wrong.");

async function open(email: string): Promise<Page> {
  const page = await openPage(browser, `${server.url}/dashboard/sign-in`);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  return page;
}

/** Tries once; the seconds that the page says one has to wait, 0 if it says something else. */
async function guess(page: Page): Promise<number> {
  await password(page).fill("not the password");
  const answered = page.waitForResponse(`${server.url}/admin/v1/sign_in`);
  await submit(page).click();
  if ((await answered).status() !== 429) {
    await isWrong(page).waitFor();
    return 0;
  }
  return Number(/in (\d+) second/.exec(await toWait(page).innerText())?.[1]);
}

/** Guesses until the page makes one wait, and sits that out. */
async function sitOutWait(page: Page): Promise<number> {
  let seconds = 0;
  while (seconds === 0) seconds = await guess(page);
  expect(await submit(page).isDisabled()).toBe(true);
  await expect.poll(() => submit(page).isEnabled(), { timeout: 60_000 }).toBe(true);
  return seconds;
}

it("a wrong password is told, and leaves no word on which of the two was wrong", async () => {
  const { email } = await createAdministrator(server, "viewer", "generate");
  const page = await open(email);
  expect(await guess(page)).toBe(0);
  const told = await page.getByRole("alert").innerText();
  expect(page.url()).toBe(`${server.url}/dashboard/sign-in`);
  const other = await open("nobody@example.com");
  expect(await guess(other)).toBe(0);
  expect(await other.getByRole("alert").innerText()).toBe(told);
});

it("a sign-in from the wrong origin says what the server says: where it was expected from", async () => {
  const page = await open("ada@example.com");
  const error = {
    code: "AUTH_ERR_CSRF",
    message:
      "The request did not come from the dashboard at https://a.example, but from: b.example.",
    devMessage: "Open the dashboard at https://a.example, or set public_url.",
  };
  await page.route("**/admin/v1/sign_in", (route) =>
    route.fulfill({ status: 403, json: { error } }),
  );
  await password(page).fill("a password");
  await submit(page).click();
  const alert = page.getByRole("alert");
  await alert.getByText(error.message, { exact: true }).waitFor();
  await alert.getByText("What to do").click();
  await alert.getByText(error.devMessage, { exact: true }).waitFor();
});

it("who goes on guessing waits longer each time; the right password works after that", async () => {
  const { email, ...ada } = await createAdministrator(server, "viewer", "generate");
  const page = await open(email);
  const first = await sitOutWait(page);
  let last = first;
  while (last <= first) last = await sitOutWait(page);
  await toWait(page).waitFor({ state: "detached" });
  await password(page).fill(ada.password);
  await submit(page).click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
});

it("at an account that others guess at, a stranger is told to wait in minutes", async () => {
  const { email } = await createAdministrator(server, "viewer", "generate");
  for (let last = 2; last < 7; last++) {
    const guesser = new Client(server.url, {}, { from: `127.0.0.${last}` });
    for (let time = 0; time < 4; time++) await signIn(guesser, email, "a guess");
  }
  const page = await open(email);
  expect(await guess(page)).toBe(0);
  await password(page).fill("another guess");
  await submit(page).click();
  await page.getByRole("alert").getByText("You can try again in 15 minutes.").waitFor();
  expect(await submit(page).isDisabled()).toBe(true);
});
