import { Parley } from "/parley-sdk.mjs";

const status = document.getElementById("status");
const logout = document.getElementById("logout");

/** Calls the back end of this app. */
async function ask(method, path, body) {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.error);
  return result;
}

function show(user) {
  status.textContent = user ? `Logged in as ${user.getName()} (${user.getUid()})` : "Logged out.";
  logout.hidden = !user;
}

const showFailure = (error) => (status.textContent = error.message);

/** Returns an auth token for the user who is signed in to this app, or null. */
const getAuthToken = async () => (await ask("POST", "/auth-token")).authToken;

async function logIn() {
  const authToken = await getAuthToken();
  return authToken ? Parley.login(authToken) : null;
}

async function start() {
  const { url, appId } = await ask("GET", "/config");
  // With a token provider, the SDK logs in again automatically when the token has expired.
  const settings = new Parley.AppSettingsBuilder().setHost(url).setTokenProvider(getAuthToken);
  await Parley.init(appId, settings.build());
  show((await Parley.getLoggedinUser()) ?? (await logIn()));
}

async function signUp(form) {
  await ask("POST", "/sign-up", { name: new FormData(form).get("name") });
  show(await logIn());
}

async function logOut() {
  await Promise.all([Parley.logout(), ask("POST", "/log-out")]);
  show(null);
}

document.getElementById("sign-up").addEventListener("submit", (event) => {
  event.preventDefault();
  signUp(event.target).catch(showFailure);
});
logout.addEventListener("click", () => logOut().catch(showFailure));
start().catch(showFailure);
