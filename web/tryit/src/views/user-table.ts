import { byId, el, given } from "../dom";
import { FIELDS } from "../fields";
import type { Session } from "../session";

/** The User object, field by field. The rows are always there, so that nothing moves. */
export function userTable(session: Session): void {
  const cells = new Map(FIELDS.map(({ name }) => [name, el("td", { class: "value" })]));
  const rows = FIELDS.map(({ name, type, meaning }) =>
    el(
      "tr",
      { "data-field": name },
      el("th", { scope: "row" }, el("code", {}, name), el("span", { class: "type" }, type)),
      cells.get(name) ?? "",
      el("td", { class: "meaning" }, meaning),
    ),
  );
  const head = ["Field", "Value", "Meaning"].map((title) => el("th", { scope: "col" }, title));
  const table = el(
    "table",
    { class: "user-table" },
    el("thead", {}, el("tr", {}, ...head)),
    el("tbody", {}, ...rows),
  );
  byId("user").replaceChildren(table);

  session.watch((state) => {
    const user = state.phase === "in" ? state.user : null;
    table.classList.toggle("empty", !user);
    for (const { name, read } of FIELDS) {
      cells.get(name)?.replaceChildren(...(user ? show(name, read(user)) : ["–"]));
    }
  });
}

function show(name: string, value: unknown): (Node | string)[] {
  const literal = el("code", {}, given(JSON.stringify(value) ?? "undefined"));
  if (name !== "lastActiveAt" || typeof value !== "number" || value === 0) return [literal];
  const when = new Date(value * 1_000);
  return [
    literal,
    el("time", { class: "aside", datetime: when.toISOString() }, when.toLocaleString()),
  ];
}
