import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { User } from "../api/types";
import { strings } from "../strings/user";
import { blockedQuery } from "./queries";
import { RelationCard } from "./relation-card";

interface Props {
  appId: string;
  uid: string;
}

/** Users that a user has blocked, and users that have blocked the user. */
export function Blocked({ appId, uid }: Props) {
  const [page, setPage] = useState(1);
  const blocked = useQuery(blockedQuery(appId, uid, page));
  const { title, lead, none } = strings.blocked;
  return (
    <RelationCard
      appId={appId}
      title={title}
      lead={lead}
      people={blocked}
      onPage={setPage}
      none={{ icon: "ban", ...none }}
      note={(user) => <span className="muted">{directionOf(user)}</span>}
    />
  );
}

// In this list, "me" is the user of the page.
function directionOf({ blockedByMe, hasBlockedMe }: User): string {
  const { byUser, hasBlocked, both } = strings.blocked;
  if (blockedByMe && hasBlockedMe) return both;
  return blockedByMe ? byUser : hasBlocked;
}
