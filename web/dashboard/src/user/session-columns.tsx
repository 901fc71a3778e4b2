import type { AuthToken } from "../api/types";
import { browserName } from "../base/browser-name";
import { duration } from "../base/duration";
import { strings } from "../strings/user";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { appName, deviceName, isHandheld } from "./device-name";
import { Given } from "../ui/given";

const helper = columnsOf<AuthToken>();
const { sessions: texts } = strings;

interface Options {
  creatorOf: (session: AuthToken) => string | undefined;
  /** If undefined, sessions cannot be ended. */
  end: ((id: string) => void) | undefined;
}

/** Columns for the sessions of a user. */
export function sessionColumns({ creatorOf, end }: Options) {
  return helper.columns([
    helper.display({
      id: "device",
      meta: { label: texts.device },
      cell: ({ row: { original } }) =>
        original.used ? (
          <Device session={original} />
        ) : (
          <Unused creator={creatorOf(original)} session={original} />
        ),
    }),
    helper.display({
      id: "lastUsed",
      meta: { label: texts.lastUsed },
      cell: ({ row: { original } }) => <Moment at={original.used ? original.lastUsedAt : 0} />,
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
      id: "created",
      meta: { label: texts.created, shown: "wide" },
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
    ...(end ? [endColumn({ creatorOf, end })] : []),
  ]);
}

function endColumn({ creatorOf, end }: Pick<Options, "creatorOf"> & { end: (id: string) => void }) {
  return helper.display({
    id: "actions",
    meta: { label: texts.actions, hideLabel: true, align: "end" },
    cell: ({ row: { original } }) => (
      <Button
        small
        aria-label={
          original.used
            ? texts.endOne(place(original))
            : texts.endUnused(original.id, creatorOf(original))
        }
        onPress={() => end(original.id)}
      >
        {texts.end}
      </Button>
    ),
  });
}

/** Where a used session runs, for use in a sentence. */
function place(session: AuthToken): string {
  return browserName(session.userAgent) ?? deviceName(session) ?? texts.unknownDevice;
}

function Device({ session }: { session: AuthToken }) {
  return (
    <span className="session-device" title={session.userAgent}>
      <Icon name={isHandheld(session) ? "device" : "monitor"} />
      <span>
        <strong>
          <Given>{deviceName(session) ?? texts.unknownDevice}</Given>
        </strong>
        <small>
          <Given>{appName(session) ?? session.id}</Given>
        </small>
      </span>
    </span>
  );
}

interface UnusedProps {
  session: AuthToken;
  creator: string | undefined;
}

/** A session that no client has used yet. Shown without a device, whatever its creator reported. */
function Unused({ session, creator }: UnusedProps) {
  return (
    <span className="session-device">
      <Icon name="key" />
      <span>
        <strong>
          <Given sentence>{texts.unused(creator)}</Given>
        </strong>
        <small>{session.id}</small>
      </span>
    </span>
  );
}
