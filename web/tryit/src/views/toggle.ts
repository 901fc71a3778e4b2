import { button, el } from "../dom";

/** A button that logs in or out. `show` sets which, and whether it is running. */
export function toggle(
  where: string,
  onClick: () => void,
): { element: HTMLElement; show(isIn: boolean, isBusy: boolean): void } {
  const label = el("span");
  const element = button(label, { class: "button small" }, onClick);
  return {
    element,
    show: (isIn, isBusy) => {
      label.textContent = isIn ? "Log out" : "Log in";
      element.setAttribute("aria-label", `${label.textContent} ${where}`);
      element.ariaBusy = String(isBusy);
    },
  };
}
