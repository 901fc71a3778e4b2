import { el, withCode } from "../dom";

/**
 * A line that screen readers announce only when it changes. `show` changes the text, in which
 * `backticks` mark code.
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
