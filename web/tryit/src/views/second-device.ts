import { el } from "../dom";
import type { Person } from "../presence/person";
import { endedText } from "./ended-text";
import { liveText } from "./live-text";
import { toggle } from "./toggle";

/** A second device of the same person, to watch while its session is ended. */
export function secondDevice(person: Person): HTMLElement {
  const words = liveText();
  const switcher = toggle("on the second device", () => {
    void person.act("second", () => person.second.toggle());
  });
  const screen = el("div", { class: "second" }, words.element, switcher.element);
  person.watch(() => {
    const { state: device } = person.second;
    const isEnded = device.phase === "out" && device.ended !== null;
    screen.dataset.phase = isEnded ? "ended" : device.phase;
    words.show(describe(person));
    switcher.show(device.phase === "in", person.busy === "second");
  });
  return el("section", {}, el("h4", {}, "What a second device shows"), screen);
}

function describe({ user, second: { state } }: Person): string {
  if (state.phase === "in") return `${user.name} is logged in here, too.`;
  if (state.ended === null) return "Log in here, too, then end this session in the list above.";
  return endedText(state.ended);
}
