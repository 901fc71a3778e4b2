import type { Config, SampleUser } from "../backend";
import { byId, el } from "../dom";
import { Person } from "../presence/person";
import type { Session } from "../session";
import { devicesSnippet, presenceSnippet } from "../snippets";
import { codeBlock } from "./code-block";
import { eventLog } from "./event-log";
import { presenceCard } from "./presence-card";

/** Two sample users side by side who see each other's presence, and the code for it. */
export function presenceSection(config: Config, session: Session): void {
  // Skips the first user: most visitors log in as that user at the top of the page, and the session
  // there would keep the user online.
  const [left, right] = config.users.length > 2 ? config.users.slice(1) : config.users;
  if (!left || !right) return;
  const presence = codeBlock("Presence and blocking");
  presence.show(presenceSnippet(right.uid, config, location.origin));
  const devices = codeBlock("Devices");
  devices.show(devicesSnippet());
  const card = (user: SampleUser, other: SampleUser) => {
    const log = eventLog(`Events received by the app of ${user.name}`);
    return presenceCard(new Person(config, user, other, session, log.add), log.element);
  };
  byId("presence").replaceChildren(
    el("div", { class: "persons" }, card(left, right), card(right, left)),
    el("div", { class: "persons" }, presence.element, devices.element),
  );
}
