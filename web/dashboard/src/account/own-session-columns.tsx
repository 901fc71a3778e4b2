import type { AdminSession } from "../api/types";
import { browserName } from "../base/browser-name";
import { strings } from "../strings/account";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";

const helper = columnsOf<AdminSession>();

/** Columns for the administrator's own sessions. Signing out ends the current one. */
export function ownSessionColumns(end: (id: string) => void) {
  const nameOf = ({ userAgent }: AdminSession) =>
    browserName(userAgent) ?? strings.sessions.unknownBrowser;
  return helper.columns([
    helper.display({
      id: "browser",
      meta: { label: strings.sessions.browser },
      cell: ({ row: { original } }) => (
        <span title={original.userAgent}>
          {nameOf(original)}{" "}
          {original.current && <Badge tone="accent">{strings.sessions.current}</Badge>}
        </span>
      ),
    }),
    helper.display({
      id: "address",
      meta: { label: strings.sessions.address, shown: "wide" },
      cell: ({ row }) => <span className="mono">{row.original.lastIp}</span>,
    }),
    helper.display({
      id: "lastUsed",
      meta: { label: strings.sessions.lastUsed },
      cell: ({ row }) => <Moment at={row.original.lastUsedAt} />,
    }),
    helper.display({
      id: "signedIn",
      meta: { label: strings.sessions.signedIn, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.createdAt} />,
    }),
    helper.display({
      id: "expires",
      meta: { label: strings.sessions.expires, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.expiresAt} />,
    }),
    helper.display({
      id: "actions",
      meta: { label: strings.sessions.signOut, hideLabel: true, align: "end" },
      cell: ({ row: { original } }) =>
        !original.current && (
          <Button
            small
            aria-label={strings.sessions.signOutOne(nameOf(original))}
            onPress={() => end(original.id)}
          >
            {strings.sessions.signOut}
          </Button>
        ),
    }),
  ]);
}
