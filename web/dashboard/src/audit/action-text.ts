import { strings } from "../strings/audit";

const ACTIONS: Readonly<Record<string, string>> = strings.action;

/** What was done, in words; an action that this version does not know stays as it is. */
export function actionText(action: string): string {
  return ACTIONS[action] ?? action;
}
