import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { administratorsQuery } from "../administrators/queries";
import { useMay } from "../session/use-may";
import { strings } from "../strings/audit";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";
import { AuditLog } from "./audit-log";

/** The audit log of the server itself. Only owners see it. */
export function ServerAuditPage() {
  const filters = useSearch({ from: "/signed-in/audit" });
  const navigate = useNavigate({ from: "/audit" });
  const mayAdminister = useMay("administer");
  const { data: administrators, isPending } = useQuery({
    ...administratorsQuery,
    enabled: mayAdminister,
  });
  const names = useMemo(
    () => (isPending ? undefined : new Map(administrators?.map(({ id, email }) => [id, email]))),
    [isPending, administrators],
  );
  if (!mayAdminister) {
    return (
      <Page title={strings.serverTitle}>
        <EmptyState icon="lock" {...strings.ownersOnly} />
      </Page>
    );
  }
  return (
    <Page title={strings.serverTitle} lead={strings.serverLead}>
      <AuditLog
        of="server"
        filters={filters}
        names={names}
        onFilter={(search) => void navigate({ search, replace: true })}
      />
    </Page>
  );
}
