import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { User } from "../api/types";
import { strings as common } from "../strings/common";
import { UserName } from "../users/user-name";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import type { IconName } from "../ui/icons";
import { Pager } from "../ui/pager";
import { TableSkeleton } from "../ui/table-skeleton";
import type { Relations } from "./queries";

interface Props {
  appId: string;
  title: string;
  lead?: string;
  /** One page of users. */
  people: UseQueryResult<Relations>;
  /** Called with the page to show, counted from 1. */
  onPage: (page: number) => void;
  /** Shown if there are no users. */
  none: { icon: IconName; title: string; text: string };
  /** Shown after each name. */
  note?: (user: User) => ReactNode;
}

/** The users related to a user in one way, page by page. */
export function RelationCard({ appId, title, lead, people, onPage, none, note }: Props) {
  const { data, isError, error, refetch } = people;
  return (
    <Card flush title={title} {...(lead && { lead })}>
      {data ? (
        data.meta.pagination.total === 0 ? (
          <EmptyState {...none} />
        ) : (
          <ul className="relation-list" data-stale={people.isPlaceholderData || undefined}>
            {data.data.map((user) => (
              <li key={user.uid}>
                <UserName appId={appId} user={user} />
                {note?.(user)}
              </li>
            ))}
          </ul>
        )
      ) : isError ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <TableSkeleton rows={3} />
      )}
      {data && <RelationPager page={data.meta.pagination} onPage={onPage} />}
    </Card>
  );
}

interface PagerProps {
  page: Relations["meta"]["pagination"];
  onPage: (page: number) => void;
}

/** Hidden if all users fit on one page. */
function RelationPager({ page, onPage }: PagerProps) {
  const { current_page: current, per_page: size, total_pages: last, total, count } = page;
  if (last <= 1 && current === 1) return null;
  const first = (current - 1) * size + 1;
  return (
    <Pager
      range={count > 0 ? common.table.range(first, first + count - 1, total) : undefined}
      onPrevious={current > 1 ? () => onPage(Math.min(current - 1, last)) : undefined}
      onNext={current < last ? () => onPage(current + 1) : undefined}
    />
  );
}
