import type { SampleUser } from "../backend";
import { byId, el } from "../dom";
import { avatar } from "./avatar";

/** The cards of the sample users; calls `onPick` when another one is chosen. */
export function userPicker(
  users: SampleUser[],
  picked: string,
  onPick: (user: SampleUser) => void,
): void {
  byId("users").replaceChildren(
    ...users.map((user) => {
      const radio = el("input", {
        type: "radio",
        name: "uid",
        value: user.uid,
        class: "visually-hidden",
        checked: user.uid === picked,
      });
      radio.addEventListener("change", () => onPick(user));
      return el(
        "label",
        { class: "user-card" },
        radio,
        avatar(user.name, user.avatar),
        el(
          "span",
          { class: "user-card-text" },
          el("span", { class: "user-card-name" }, user.name),
          el("span", { class: "user-card-uid" }, user.uid),
        ),
      );
    }),
  );
}
