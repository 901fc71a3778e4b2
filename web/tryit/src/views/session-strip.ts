import { button, byId, el } from "../dom";
import type { Session, SessionState } from "../session";
import { avatar } from "./avatar";

type LoggedIn = Extract<SessionState, { phase: "in" }>;
type LoggedOut = Extract<SessionState, { phase: "out" }>;

/** The line that says at any time who is logged in and how the page knows. */
export function sessionStrip(session: Session, onLoggedOut: () => void): void {
  const picture = el("span", { class: "session-picture" });
  const title = el("strong", { class: "session-title" });
  const detail = el("span", { class: "session-detail" });
  const text = el("p", { class: "session-text", role: "status" }, title, detail);
  const reload = button("Reload page", { class: "button", id: "reload" }, () => location.reload());
  const logOut = button("Log out", { class: "button", id: "logout" }, () => {
    void session.logOut().then(onLoggedOut);
  });
  const strip = byId("session");
  strip.replaceChildren(picture, text, el("span", { class: "session-buttons" }, reload, logOut));

  session.watch((state) => {
    strip.dataset.phase = state.phase;
    picture.replaceChildren(
      state.phase === "in" ? avatar(state.user.getName(), state.user.getAvatar()) : avatar("", ""),
    );
    const [headline, explanation] = describe(state);
    title.textContent = headline;
    detail.replaceChildren(...withCode(explanation));
  });
}

function describe(state: SessionState): [headline: string, explanation: string] {
  if (state.phase === "starting") return ["Looking for a session …", "`getLoggedinUser()`"];
  return state.phase === "in" ? describeIn(state) : describeOut(state);
}

function describeIn({ user, how }: LoggedIn): [string, string] {
  const name = user.getName();
  switch (how) {
    case "key":
      return [
        `${name} is logged in`,
        "by `login(uid, authKey)`. Reload the page: the session stays.",
      ];
    case "token":
      return [`${name} is logged in`, "by `login(authToken)`. Reload the page: the session stays."];
    case "restored":
      return [
        `${name} is still logged in`,
        "Session found by `getLoggedinUser()`, no login needed.",
      ];
    case "other-tab":
      return [`${name} is logged in`, "in another tab. The tabs of an app agree."];
  }
}

function describeOut({ because, message }: LoggedOut): [string, string] {
  switch (because) {
    case "nobody":
      return ["Nobody is logged in", "`getLoggedinUser()` answered null. Log somebody in below."];
    case "logout":
      return ["Logged out", `\`logout()\` answered: ${message}.`];
    case "ended":
      return ["Nobody is logged in", message];
  }
}

/** Text in which `backticks` mark code. */
function withCode(text: string): Node[] {
  return text
    .split("`")
    .map((part, index) => (index % 2 ? el("code", {}, part) : document.createTextNode(part)));
}
