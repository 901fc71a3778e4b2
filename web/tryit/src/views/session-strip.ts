import { button, byId, el, given, withCode } from "../dom";
import type { Session, SessionState } from "../session";
import { avatar } from "./avatar";

type LoggedIn = Extract<SessionState, { phase: "in" }>;
type LoggedOut = Extract<SessionState, { phase: "out" }>;
type Description = [headline: (Node | string)[], explanation: string];

/** The line that always shows who is logged in and how the page knows. */
export function sessionStrip(session: Session): void {
  const picture = el("span", { class: "session-picture" });
  const title = el("strong", { class: "session-title" });
  const detail = el("span", { class: "session-detail" });
  const text = el("p", { class: "session-text", role: "status" }, title, detail);
  const reload = button("Reload page", { class: "button" }, () => location.reload());
  const strip = byId("session");
  const logOut = button("Log out", { class: "button" }, () => {
    // The button disappears; without this, keyboard focus would return to the top of the page.
    strip.focus();
    void session.logOut();
  });
  strip.replaceChildren(picture, text, el("span", { class: "session-buttons" }, reload, logOut));

  session.watch((state) => {
    strip.dataset.phase = state.phase;
    picture.replaceChildren(
      state.phase === "in" ? avatar(state.user.getName(), state.user.getAvatar()) : avatar("", ""),
    );
    const [headline, explanation] = describe(state);
    title.replaceChildren(...headline);
    detail.replaceChildren(...withCode(explanation));
  });
}

function describe(state: SessionState): Description {
  switch (state.phase) {
    case "starting":
      return [["Looking for a session …"], "`getLoggedinUser()`"];
    case "in":
      return describeIn(state);
    case "out":
      return describeOut(state);
  }
}

function describeIn({ user, how }: LoggedIn): Description {
  const name = given(user.getName());
  switch (how) {
    case "key":
      return [
        [name, " is logged in"],
        "by `login(uid, authKey)`. Reload the page: the session stays.",
      ];
    case "token":
    case "paste":
      return [
        [name, " is logged in"],
        "by `login(authToken)`. Reload the page: the session stays.",
      ];
    case "restored":
      return [
        [name, " is still logged in"],
        "Session found by `getLoggedinUser()`, no login needed.",
      ];
    case "experiment":
      return [[name, " is logged in"], "by the experiment in step 5."];
    case "elsewhere":
      return [[name, " is logged in"], "in another tab. All tabs of an app share one session."];
  }
}

function describeOut(state: LoggedOut): Description {
  switch (state.because) {
    case "nobody":
      return [["Nobody is logged in"], "`getLoggedinUser()` returned null. Log a user in below."];
    case "experiment":
      return [["Nobody is logged in"], "The experiment in step 5 logged out."];
    case "logout":
      return [["Logged out"], state.outcome];
    case "elsewhere":
      return [
        ["Logged out"],
        state.reason === "logout"
          ? "in another tab. All tabs of an app share one session."
          : `by the server. \`logoutSuccess\` received: \`${state.reason}\`.`,
      ];
  }
}
