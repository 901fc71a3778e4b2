import type { AuthToken } from "../api/types";
import { duration } from "../base/duration";
import { strings } from "../strings/user";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { appName, deviceName, isHandheld } from "./device-name";

const helper = columnsOf<AuthToken>();
const { sessions: texts } = strings;

/** The columns of the sessions of a user; without `end` they can only be looked at. */
export function sessionColumns(end: ((id: string) => void) | undefined) {
  return helper.columns([
    helper.display({
      id: "device",
      meta: { label: texts.device },
      cell: ({ row }) => <Device session={row.original} />,
    }),
    helper.display({
      id: "lastUsed",
      meta: { label: texts.lastUsed },
      cell: ({ row }) => <Moment at={row.original.lastUsedAt} />,
    }),
    helper.display({
      id: "address",
      meta: { label: texts.address, shown: "wide" },
      cell: ({ row }) => <span className="mono">{row.original.lastIp}</span>,
    }),
    helper.display({
      id: "token",
      meta: { label: texts.token, shown: "no" },
      cell: ({ row }) => <span className="mono">{row.original.authToken}</span>,
    }),
    helper.display({
      id: "loggedIn",
      meta: { label: texts.loggedIn, shown: "wide" },
      cell: ({ row }) => <Moment at={row.original.createdAt} />,
    }),
    helper.display({
      id: "ends",
      meta: { label: texts.ends, shown: "wide" },
      cell: ({ row: { original } }) => (
        <>
          <Moment at={original.expiresAt} />
          {original.idleTimeout > 0 && (
            <div className="muted">{texts.idle(duration(original.idleTimeout))}</div>
          )}
        </>
      ),
    }),
    ...(end ? [endColumn(end)] : []),
  ]);
}

function endColumn(end: (id: string) => void) {
  return helper.display({
    id: "actions",
    meta: { label: texts.actions, hideLabel: true, align: "end" },
    cell: ({ row: { original } }) => (
      <Button
        small
        aria-label={texts.endOne(deviceName(original) ?? texts.unknownDevice)}
        onPress={() => end(original.id)}
      >
        {texts.end}
      </Button>
    ),
  });
}

function Device({ session }: { session: AuthToken }) {
  return (
    <span className="session-device" title={session.userAgent}>
      <Icon name={isHandheld(session) ? "device" : "monitor"} />
      <span>
        <strong>{deviceName(session) ?? texts.unknownDevice}</strong>
        <small>{appName(session) ?? session.id}</small>
      </span>
    </span>
  );
}
