import { byId, el, radio } from "../dom";
import { readFailure } from "../problem";
import type { Method } from "../snippets";

const METHODS: { id: Method; title: string; use: string; steps: string[] }[] = [
  {
    id: "key",
    title: "Auth Key",
    use: "for development",
    steps: [
      "The page calls login(uid, authKey).",
      "Parley checks the key and returns the user with a new auth token.",
      "The SDK keeps the session in this browser. Anyone can read the key in the page: fine on your own machine, never in production.",
    ],
  },
  {
    id: "token",
    title: "Auth Token",
    use: "for production",
    steps: [
      "The page asks its back end for a token. Here, parleyd dev is the back end.",
      "The back end creates one with the REST API Key, which never leaves the back end.",
      "The page calls login(authToken). Your own back end determines the user from its own session, never from the browser.",
    ],
  },
  {
    id: "paste",
    title: "A token you have",
    use: "from the dashboard",
    steps: [
      "Create an auth token on the page of a user in the dashboard, and copy it.",
      "Paste it here. The page calls login(authToken); the token identifies the user.",
      "End the session in the dashboard: this page is logged out within a second.",
    ],
  },
];

/** The choice of login method, and the login button. */
export class LoginPanel {
  private readonly steps = el("ol", { class: "steps" });
  private readonly label = el("span", { class: "button-label" });
  private readonly submit = el("button", { type: "submit", class: "button primary" }, this.label);
  private readonly token = el("input", {
    id: "pasted-token",
    name: "token",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "superhero1_1771312489…",
  });
  private readonly tokenRow = el(
    "div",
    { class: "pasted-token", hidden: true },
    el("label", { for: "pasted-token" }, "Auth token"),
    this.token,
  );
  private readonly outcome = el("p", { class: "login-outcome", role: "status" });
  private name = "";
  private method: Method = "key";

  /** @param onSubmit receives the pasted token. */
  constructor(onMethod: (method: Method) => void, onSubmit: (pasted: string) => Promise<void>) {
    const choices = METHODS.map(({ id, title, use }) => {
      const choice = radio({ name: "method", value: id, checked: id === "key" }, () => {
        this.choose(id);
        onMethod(id);
      });
      const texts = [el("strong", {}, title), el("span", {}, use)];
      return el(
        "label",
        { class: "choice" },
        choice,
        el("span", { class: "choice-text" }, ...texts),
      );
    });
    byId("method").replaceChildren(
      el("div", { class: "choices", role: "radiogroup", "aria-label": "Log in with" }, ...choices),
      this.tokenRow,
      this.submit,
      this.outcome,
      this.steps,
    );
    this.choose("key");
    byId("login").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run(() => onSubmit(this.token.value.trim()));
    });
  }

  /** Shows on the button who will be logged in. */
  setName(name: string): void {
    this.name = name;
    this.label.textContent =
      this.method === "paste" ? "Log in with this token" : `Log in as ${name}`;
  }

  /** Clears the result of the last login. */
  clear(): void {
    this.outcome.replaceChildren();
  }

  private async run(onSubmit: () => Promise<void>): Promise<void> {
    if (this.submit.ariaBusy === "true") return;
    this.submit.ariaBusy = "true";
    this.label.textContent = "Logging in…";
    this.clear();
    try {
      await onSubmit();
      const answer = el("a", { href: "#user-title" }, "the result");
      this.outcome.replaceChildren(el("strong", {}, "Done."), " Read ", answer, " in step 3.");
    } catch (error) {
      const { code, message } = readFailure(error);
      this.outcome.replaceChildren(el("code", { class: "error-code" }, code), ` ${message}`);
    } finally {
      this.submit.ariaBusy = "false";
      this.setName(this.name);
    }
  }

  private choose(method: Method): void {
    this.method = method;
    this.tokenRow.hidden = method !== "paste";
    this.setName(this.name);
    const steps = METHODS.find(({ id }) => id === method)?.steps ?? [];
    this.steps.replaceChildren(...steps.map((step) => el("li", {}, step)));
  }
}
