import { button, el } from "../dom";
import { highlight } from "../highlight";

/** A block of JavaScript with a copy button. `show` changes the code. */
export function codeBlock(title: string): { element: HTMLElement; show(code: string): void } {
  const code = el("code");
  const pre = el("pre", { tabindex: "0", "aria-label": title }, code);
  const label = el("span", {}, "Copy");
  const copy = button(label, { class: "copy" }, () => {
    void copyText(code).then((copied) => announce(label, copied));
  });
  const element = el(
    "figure",
    { class: "code-block" },
    el("figcaption", {}, el("span", {}, title), copy),
    pre,
  );
  label.setAttribute("aria-live", "polite");
  return { element, show: (text) => code.replaceChildren(...highlight(text)) };
}

/** Copies the code. If the browser forbids it (plain http on another host), selects it instead. */
async function copyText(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

function announce(label: HTMLElement, copied: boolean): void {
  label.textContent = copied ? "Copied" : "Selected: press Ctrl+C";
  setTimeout(() => (label.textContent = "Copy"), 2_500);
}
