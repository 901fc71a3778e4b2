import type { App } from "../api/types";
import { duration } from "../base/duration";
import { strings } from "../strings/apps";
import { Moment } from "../ui/moment";
import { columnsOf } from "../ui/table-columns";
import { TextLink } from "../ui/text-link";
import { ModeBadge } from "./mode-badge";
import { Given } from "../ui/given";

const helper = columnsOf<App>();

/** Columns for the list of apps. */
export const APP_COLUMNS = helper.columns([
  helper.display({
    id: "name",
    meta: { label: strings.column.name },
    cell: ({ row: { original } }) => (
      <span className="app-name">
        <TextLink to="/apps/$appId" params={{ appId: original.appId }}>
          <Given>{original.name}</Given>
        </TextLink>
        <span className="mono muted">{original.appId}</span>
      </span>
    ),
  }),
  helper.display({
    id: "mode",
    meta: { label: strings.column.mode },
    cell: ({ row }) => <ModeBadge mode={row.original.mode} />,
  }),
  helper.display({
    id: "lifetime",
    meta: { label: strings.column.lifetime, shown: "wide" },
    cell: ({ row: { original } }) =>
      original.tokenTtl === 0 ? strings.neverExpires : duration(original.tokenTtl),
  }),
  helper.display({
    id: "region",
    meta: { label: strings.column.region, shown: "wide" },
    cell: ({ row }) => row.original.region,
  }),
  helper.display({
    id: "created",
    meta: { label: strings.column.created, shown: "wide" },
    cell: ({ row }) => <Moment at={row.original.createdAt} />,
  }),
  helper.display({
    id: "settings",
    meta: { label: strings.settings, hideLabel: true, align: "end" },
    cell: ({ row: { original } }) => (
      <TextLink
        to="/apps/$appId/settings"
        params={{ appId: original.appId }}
        aria-label={`${strings.settings}: ${original.name}`}
      >
        {strings.settings}
      </TextLink>
    ),
  }),
]);
