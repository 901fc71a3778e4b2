import { el, given } from "../dom";
import type { Person } from "../presence/person";
import { avatar } from "./avatar";
import { contact } from "./contact";
import { deviceList } from "./device-list";
import { endedText } from "./ended-text";
import { liveText } from "./live-text";
import { secondDevice } from "./second-device";
import { toggle } from "./toggle";

/** What one person sees: the other person, who is online, the person's own devices, and events. */
export function presenceCard(person: Person, log: HTMLElement): HTMLElement {
  const name = el("h3", { id: `person-${person.user.uid}` }, given(person.user.name));
  return el(
    "article",
    { class: "person", "aria-labelledby": name.id },
    head(person, name),
    note(person),
    contact(person),
    deviceList(person),
    secondDevice(person),
    el("section", {}, el("h4", {}, "What the listeners receive"), log),
  );
}

function head(person: Person, name: HTMLElement): HTMLElement {
  const dot = el("span", { class: "dot" });
  const state = el("span");
  const switcher = toggle(`as ${person.user.name}`, () => {
    void person.act("first", () => person.first.toggle());
  });
  person.watch(() => {
    const { state: device, isConnected } = person.first;
    dot.classList.toggle("online", isConnected);
    if (device.phase === "in") state.textContent = isConnected ? "Online" : "Connecting …";
    else state.textContent = "Logged out";
    switcher.element.classList.toggle("primary", device.phase === "out");
    switcher.show(device.phase === "in", person.busy === "first");
  });
  return el(
    "header",
    { class: "person-head" },
    avatar(person.user.name, person.user.avatar),
    el("div", {}, name, el("p", { class: "presence-state" }, dot, state)),
    switcher.element,
  );
}

/** A line for errors and hints. Its space is reserved. */
function note(person: Person): HTMLElement {
  const words = liveText();
  const element = el("div", { class: "person-note" }, words.element);
  person.watch(() => {
    const [tone, text] = describe(person);
    element.dataset.tone = tone;
    words.show(text);
  });
  return element;
}

function describe(person: Person): [tone: "bad" | "block" | "plain", text: string] {
  const { failure, first, second, isOnPage } = person;
  if (failure) return ["bad", `\`${failure.code}\` ${failure.message}`];
  if (first.state.phase === "in") return describeSight(person);
  if (first.state.ended) return ["bad", endedText(first.state.ended)];
  const places = [
    ...(second.state.phase === "in" ? ["on the second device"] : []),
    ...(isOnPage ? ["at the top of this page"] : []),
  ];
  if (places.length > 0) return ["plain", `Still online ${places.join(" and ")}.`];
  return ["plain", `Log in to see whether ${person.other.name} is online.`];
}

/** How the two see each other, and what to try next. */
function describeSight({ view, other: { name } }: Person): [tone: "block" | "plain", text: string] {
  if (!view.other) return ["plain", "Loading …"];
  const byMe = view.other.getBlockedByMe();
  const byOther = view.other.getHasBlockedMe();
  if (byMe || byOther) {
    const one = byMe ? `You blocked ${name}` : `${name} blocked you`;
    const who = byMe && byOther ? `You and ${name} blocked each other` : one;
    return ["block", `${who}: neither of you sees the other's presence.`];
  }
  if (view.other.getStatus() === "offline") return ["plain", `Now log ${name} in, and watch.`];
  return ["plain", `You see each other. Log one of you out, or block ${name}, and watch.`];
}
