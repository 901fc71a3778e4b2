/** Wrong passwords: the page says so, then requires a longer wait each time, and shows it. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { createAdministrator, signIn } from "../../support/administrators";
import { Client } from "../../support/client";
import { openPage, setUp } from "../../support/dashboard";

const { server, browser } = await setUp();

const submit = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const password = (page: Page) => page.getByRole("textbox", { name: "Password" });
// For screen readers, the wait is announced once, not every second.
const toWait = (page: Page) => page.getByRole("alert").getByText(/^Too many attempts\./);
const isWrong = (page: Page) => page.getByText("The email or password is incorrect.");

async function open(email: string): Promise<Page> {
  const page = await openPage(browser, `${server.url}/dashboard/sign-in`);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  return page;
}

/** Tries once. Returns the seconds to wait that the page shows, 0 if it shows none. */
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

/** Guesses until the page requires a wait, and waits until it is over. */
async function sitOutWait(page: Page): Promise<number> {
  let seconds = 0;
  while (seconds === 0) seconds = await guess(page);
  expect(await submit(page).isDisabled()).toBe(true);
  await expect.poll(() => submit(page).isEnabled(), { timeout: 60_000 }).toBe(true);
  return seconds;
}

it("a wrong password is reported without revealing whether the email or the password was wrong", async () => {
  const { email } = await createAdministrator(server, "viewer", "generate");
  const page = await open(email);
  expect(await guess(page)).toBe(0);
  const told = await page.getByRole("alert").innerText();
  expect(page.url()).toBe(`${server.url}/dashboard/sign-in`);
  const other = await open("nobody@example.com");
  expect(await guess(other)).toBe(0);
  expect(await other.getByRole("alert").innerText()).toBe(told);
});

it("a sign-in from the wrong origin shows the error of the server with the expected origin", async () => {
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

it("repeated guessing requires longer waits, and the right password works afterwards", async () => {
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

it("at an account that others have guessed at, the wait is shown in minutes", async () => {
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
