import type { Right } from "../session/may";
import { strings } from "../strings/shell";
import type { IconName } from "../ui/icons";

export interface NavigationLink {
  /** The path of a route in routes/tree.ts. */
  to: string;
  label: string;
  icon: IconName;
  /** Marked as current only on the page itself, not on pages below it. */
  exact?: boolean;
  /** Shown only to administrators with this right. */
  right?: Right;
}

/** The links to the pages of an app, in order. */
export const APP_LINKS: readonly NavigationLink[] = [
  { to: "/apps/$appId", label: strings.navigation.overview, icon: "home", exact: true },
  { to: "/apps/$appId/users", label: strings.navigation.users, icon: "users" },
  { to: "/apps/$appId/live", label: strings.navigation.live, icon: "live" },
  { to: "/apps/$appId/keys", label: strings.navigation.apiKeys, icon: "key" },
  { to: "/apps/$appId/roles", label: strings.navigation.roles, icon: "role" },
  { to: "/apps/$appId/audit", label: strings.navigation.audit, icon: "file" },
  { to: "/apps/$appId/transfer", label: strings.navigation.transfer, icon: "upload" },
  { to: "/apps/$appId/settings", label: strings.navigation.settings, icon: "settings" },
];

/** The links to the pages of the server, in order. */
export const SERVER_LINKS: readonly NavigationLink[] = [
  { to: "/apps", label: strings.navigation.apps, icon: "app", exact: true },
  {
    to: "/administrators",
    label: strings.navigation.administrators,
    icon: "lock",
    right: "administer",
  },
  { to: "/audit", label: strings.navigation.serverAudit, icon: "file", right: "administer" },
];
