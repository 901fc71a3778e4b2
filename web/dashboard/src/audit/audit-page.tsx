import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { apiKeysQuery } from "../api-keys/queries";
import { strings } from "../strings/audit";
import { Page } from "../ui/page";
import { AuditLog } from "./audit-log";

/** The audit log of an app. */
export function AuditPage() {
  const { appId } = useParams({ from: "/signed-in/apps/$appId/audit" });
  const filters = useSearch({ from: "/signed-in/apps/$appId/audit" });
  const navigate = useNavigate({ from: "/apps/$appId/audit" });
  const { data: keys, isPending } = useQuery(apiKeysQuery(appId));
  const names = useMemo(
    () => (isPending ? undefined : new Map(keys?.map(({ id, name }) => [id, name]))),
    [isPending, keys],
  );
  return (
    <Page title={strings.title} lead={strings.lead} context={appId}>
      <AuditLog
        of={{ appId }}
        filters={filters}
        names={names}
        onFilter={(search) => void navigate({ search, replace: true })}
      />
    </Page>
  );
}
