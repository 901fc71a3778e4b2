import type { SampleUser } from "../backend";
import { byId, el, given, radio } from "../dom";
import { avatar } from "./avatar";

/** The cards of the sample users. Calls `onPick` when another one is picked. */
export function userPicker(
  users: SampleUser[],
  picked: string,
  onPick: (user: SampleUser) => void,
): void {
  byId("users").replaceChildren(
    ...users.map((user) =>
      el(
        "label",
        { class: "user-card" },
        radio({ name: "uid", value: user.uid, checked: user.uid === picked }, () => onPick(user)),
        avatar(user.name, user.avatar),
        el(
          "span",
          { class: "user-card-text" },
          el("span", { class: "user-card-name" }, given(user.name)),
          el("span", { class: "user-card-uid" }, user.uid),
        ),
      ),
    ),
  );
}
