import { strings } from "../strings/user";

const HOUR = 3_600;
const DAY = 24 * HOUR;

const SECONDS = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY, never: 0 };

/** The lifetime of a new auth token. "app" uses the setting of the app. */
export type Lifetime = "app" | keyof typeof SECONDS;

export const LIFETIMES: readonly { id: Lifetime; label: string }[] = [
  { id: "app", label: strings.mint.appDecides },
  { id: "hour", label: strings.mint.hour },
  { id: "day", label: strings.mint.day },
  { id: "week", label: strings.mint.week },
  { id: "month", label: strings.mint.month },
  { id: "never", label: strings.mint.never },
];

/** The lifetime as a parameter of the API. */
export function expiresInOf(lifetime: Lifetime): { expiresIn?: number } {
  return lifetime === "app" ? {} : { expiresIn: SECONDS[lifetime] };
}
