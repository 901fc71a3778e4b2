import { Parley } from "/parley-sdk.mjs";

const status = document.getElementById("status");
const logout = document.getElementById("logout");

/** Asks this app's own back end. */
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

/** Logs in whoever is signed in to this app; null if nobody is. */
async function logIn() {
  const { authToken } = await ask("POST", "/auth-token");
  return authToken ? Parley.login(authToken) : null;
}

async function start() {
  const { url, appId } = await ask("GET", "/config");
  const settings = new Parley.AppSettingsBuilder().setHost(url).build();
  await Parley.init(appId, settings);
  show((await Parley.getLoggedinUser()) ?? (await logIn()));
}

async function signUp(form) {
  await ask("POST", "/sign-up", { name: new FormData(form).get("name") });
  show(await logIn());
}

async function logOut() {
  await ask("POST", "/log-out");
  show(null);
  await Parley.logout();
}

document.getElementById("sign-up").addEventListener("submit", (event) => {
  event.preventDefault();
  signUp(event.target).catch(showFailure);
});
logout.addEventListener("click", () => logOut().catch(showFailure));
start().catch(showFailure);
