import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { exactTime } from "../base/exact-time";
import { strings } from "../strings/live";
import { Badge, type Tone } from "../ui/badge";
import { clockTime } from "./clock-time";
import type { LiveEvent } from "../api/types";
import type { LiveRow } from "./log";
import { Given } from "../ui/given";

interface Props {
  appId: string;
  row: LiveRow;
}

const COLUMNS = 6;
const TONES: Record<LiveEvent["kind"], Tone> = {
  token_created: "neutral",
  login: "accent",
  logout: "neutral",
  session_ended: "warn",
  connected: "good",
  disconnected: "neutral",
  failure: "bad",
};

/** One event, a gap between events, or a restart of the server. */
export const EventRow = memo(function EventRow({ appId, row }: Props) {
  if (row.kind !== "event") {
    return (
      <tr className="live-gap">
        <td colSpan={COLUMNS}>{row.kind === "gap" ? strings.gap(row.count) : strings.restarted}</td>
      </tr>
    );
  }
  const { at, kind, uid, sessionId, platform, address, code, message, reason } = row.event;
  const why = code ? (
    <>
      <code>{code}</code>
      {message && <span className="live-message">{message}</span>}
    </>
  ) : (
    reason && strings.reason[reason]
  );
  return (
    <tr>
      <td className="numeric">
        <time dateTime={new Date(at).toISOString()} title={exactTime(at / 1_000)}>
          {clockTime(at)}
        </time>
      </td>
      <td>
        <Badge tone={TONES[kind]}>{strings.kind[kind]}</Badge>
        {why && <span className="live-why">{why}</span>}
      </td>
      <td>
        {uid && (
          <Link to="/apps/$appId/users/$uid" params={{ appId, uid }} className="mono">
            {uid}
          </Link>
        )}
      </td>
      <td>
        {why} {sessionId && <span className="mono muted">{sessionId}</span>}
      </td>
      <td>{platform && <Given>{platform}</Given>}</td>
      <td>
        <span className="mono">{address}</span>
      </td>
    </tr>
  );
});
