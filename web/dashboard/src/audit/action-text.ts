import { strings } from "../strings/audit";

const ACTIONS: Readonly<Record<string, string>> = strings.action;

/** The text for an action. Unknown actions are returned unchanged. */
export function actionText(action: string): string {
  return ACTIONS[action] ?? action;
}
