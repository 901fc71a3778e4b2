import { button, el } from "../dom";
import type { Person } from "../presence/person";
import type { KnownSession } from "../presence/view";
import { moment } from "./moment";

/** The sessions of a person. Each except the current one has a button that ends it. */
export function deviceList(person: Person): HTMLElement {
  const title = el("h4", { tabindex: "-1" }, "Devices");
  const list = el("ul", { class: "devices", "aria-label": `Devices of ${person.user.name}` });
  const hint = el("li", { class: "hint" });
  const rows = new Map<string, Row>();

  const end = (id: string) =>
    person.act(id, async () => {
      title.focus(); // The button disappears with its row.
      await person.first.api.endSession(id);
    });
  person.watch(() => {
    const { sessions } = person.view;
    hint.textContent = person.first.state.phase === "in" ? "Loading …" : "Log in to list them.";
    const shown = (sessions ?? []).map((session) => {
      const row = rows.get(session.id) ?? makeRow(session, () => void end(session.id));
      rows.set(session.id, row);
      row.show(session, person.busy === session.id);
      return row.element;
    });
    replace(list, sessions ? shown : [hint]);
    for (const id of rows.keys()) {
      if (!sessions?.some((session) => session.id === id)) rows.delete(id);
    }
  });
  return el("section", {}, title, list);
}

interface Row {
  readonly element: HTMLElement;
  show(session: KnownSession, isBusy: boolean): void;
}

function makeRow({ current }: KnownSession, onEnd: () => void): Row {
  const label = el("strong");
  const detail = el("span", { class: "aside" });
  const end = button("End this session", { class: "button small" }, onEnd);
  const mark = el("span", { class: "badge" }, "current");
  const text = el("span", { class: "device-text" }, label, detail);
  return {
    element: el("li", { class: "device" }, text, current ? mark : end),
    show: (session, isBusy) => {
      label.textContent = session.label;
      const { platform = "unknown platform", used, lastUsedAt } = session;
      const what = used ? `${platform}, last used ` : "created ";
      detail.replaceChildren(what, moment(lastUsedAt));
      end.setAttribute("aria-label", `End this session: ${session.label}`);
      end.ariaBusy = String(isBusy);
    },
  };
}

/** Updates the children without moving existing ones: a moved button would lose the focus. */
function replace(list: HTMLElement, children: HTMLElement[]): void {
  for (const child of [...list.children]) {
    if (!children.some((wanted) => wanted === child)) child.remove();
  }
  children.forEach((child, index) => {
    const place = list.children[index] ?? null;
    if (place !== child) list.insertBefore(child, place);
  });
}
