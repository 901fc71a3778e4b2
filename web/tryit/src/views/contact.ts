import { button, el, given } from "../dom";
import type { Person } from "../presence/person";
import { avatar } from "./avatar";
import { moment } from "./moment";

/** How one person sees the other, with a button to block or unblock. */
export function contact(person: Person): HTMLElement {
  const { name, avatar: picture } = person.other;
  const dot = el("span", { class: "dot" });
  const state = el("span");
  const label = el("span");
  const block = button(label, { class: "button small" }, () => {
    void person.act("block", () => person.toggleBlock());
  });
  const online = el("p", { class: "online-now" });
  person.watch(() => {
    const { other } = person.view;
    dot.classList.toggle("online", other?.getStatus() === "online");
    state.replaceChildren(...describe(person));
    label.textContent = other?.getBlockedByMe() ? "Unblock" : "Block";
    block.setAttribute("aria-label", `${label.textContent} ${name}`);
    block.disabled = other === null;
    block.ariaBusy = String(person.busy === "block");
    online.textContent = `Online now: ${listOnline(person)}`;
  });
  return el(
    "section",
    {},
    el("h4", {}, `What ${person.user.name} sees`),
    el(
      "div",
      { class: "contact" },
      avatar(name, picture),
      el(
        "div",
        {},
        el("strong", {}, given(name)),
        el("p", { class: "presence-state" }, dot, state),
      ),
      block,
    ),
    online,
  );
}

function describe({ first, view: { other } }: Person): (Node | string)[] {
  if (first.state.phase === "out") return ["Unknown"];
  if (!other) return ["Loading …"];
  if (other.getStatus() === "online") return ["Online"];
  const lastActiveAt = other.getLastActiveAt();
  return lastActiveAt > 0
    ? ["Offline, last active ", moment(lastActiveAt)]
    : ["Offline, never seen"];
}

function listOnline({ view: { online } }: Person): string {
  if (!online) return "–";
  return online.length > 0 ? online.join(", ") : "nobody else";
}
