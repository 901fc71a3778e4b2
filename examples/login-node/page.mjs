import { Parley } from "/parley-sdk.mjs";

const status = document.getElementById("status");
const logout = document.getElementById("logout");

async function ask(path, method = "GET", body = undefined) {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.error);
  return result;
}

function show(user) {
  status.textContent = user ? `Logged in as ${user.getName()} (${user.getUid()})` : "Logged out.";
  logout.hidden = !user;
}

const { url, appId } = await ask("/config");
const settings = new Parley.AppSettingsBuilder().setHost(url).build();
await Parley.init(appId, settings);
show(await Parley.getLoggedinUser());

document.getElementById("sign-up").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await ask("/sign-up", "POST", { name: new FormData(event.target).get("name") });
    const { authToken } = await ask("/auth-token", "POST");
    show(await Parley.login(authToken));
  } catch (error) {
    status.textContent = error.message;
  }
});

logout.addEventListener("click", async () => {
  await Parley.logout();
  show(null);
});
