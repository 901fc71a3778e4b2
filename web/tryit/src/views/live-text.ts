import { el, withCode } from "../dom";

/**
 * A line that screen readers read out when it changes, and only then. Returns the element and how
 * to change the text, in which `backticks` mark code.
 */
export function liveText(): { element: HTMLElement; show(text: string): void } {
  const element = el("p", { role: "status" });
  let shown = "";
  return {
    element,
    show: (text) => {
      if (text === shown) return;
      shown = text;
      element.replaceChildren(...withCode(text));
    },
  };
}
