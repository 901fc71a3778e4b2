import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { strings } from "../strings/user";
import { friendsQuery } from "./queries";
import { RelationCard } from "./relation-card";

interface Props {
  appId: string;
  uid: string;
}

/** The friends of a user. */
export function Friends({ appId, uid }: Props) {
  const [page, setPage] = useState(1);
  const friends = useQuery(friendsQuery(appId, uid, page));
  const { title, none } = strings.friends;
  return (
    <RelationCard
      appId={appId}
      title={title}
      people={friends}
      onPage={setPage}
      none={{ icon: "users", ...none }}
    />
  );
}
