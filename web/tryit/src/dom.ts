type Child = Node | string;
type Attributes = Record<string, string | boolean | undefined>;

/**
 * Creates an element. `true` sets an empty attribute, `false` and `undefined` omit it. String
 * children become text, never markup.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** The element with this id. Throws if index.html does not contain it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element #${id}`);
  return element;
}

/** A visually hidden radio button. The label around it provides the visible part. */
export function radio(attributes: Attributes, onPick: () => void) {
  const element = el("input", { type: "radio", class: "visually-hidden", ...attributes });
  element.addEventListener("change", onPick);
  return element;
}

/** A button that does not submit the form around it. */
export function button(label: Child, attributes: Attributes, onClick: () => void) {
  const element = el("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", onClick);
  return element;
}

/** User text: it stays within its lines and does not reorder the surrounding text. */
export function given(text: string): HTMLElement {
  return el("bdi", { class: "given" }, text);
}

/** Text in which `backticks` mark code. */
export function withCode(text: string): Node[] {
  return text
    .split("`")
    .map((part, index) => (index % 2 ? el("code", {}, part) : document.createTextNode(part)));
}
