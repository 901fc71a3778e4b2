import type { Right } from "../session/may";
import { strings } from "../strings/shell";
import type { IconName } from "../ui/icons";

export interface NavigationLink {
  /** The path of a route in routes/tree.ts. */
  to: string;
  label: string;
  icon: IconName;
  /** Marked as the current page only there, not on the pages below it. */
  exact?: boolean;
  /** Shown only to who may do this. */
  right?: Right;
}

/** The pages of an app, in their order. */
export const APP_LINKS: readonly NavigationLink[] = [
  { to: "/apps/$appId", label: strings.navigation.overview, icon: "home", exact: true },
  { to: "/apps/$appId/users", label: strings.navigation.users, icon: "users" },
];

/** The pages of the server, in their order. */
export const SERVER_LINKS: readonly NavigationLink[] = [];
