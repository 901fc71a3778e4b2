import { el, given } from "../dom";

const MOST_ENTRIES = 50;

/** A list of events, newest first. `add` adds an event. */
export function eventLog(label: string): {
  element: HTMLElement;
  add(name: string, subject: string): void;
} {
  const empty = el("p", { class: "hint" }, "Nothing so far.");
  const element = el(
    "div",
    { class: "event-log", role: "log", tabindex: "0", "aria-label": label },
    empty,
  );
  return {
    element,
    add: (name, subject) => {
      const now = new Date();
      const time = el("time", { datetime: now.toISOString() }, now.toLocaleTimeString());
      empty.remove();
      element.prepend(el("p", {}, time, " ", el("code", {}, name), " ", given(subject)));
      if (element.childElementCount > MOST_ENTRIES) element.lastElementChild?.remove();
    },
  };
}
