import { useState } from "react";
import type { User } from "../api/types";
import { strings as common } from "../strings/common";
import { strings } from "../strings/user";
import { Card } from "../ui/card";
import { CodeBlock } from "../ui/code-block";
import { Facts } from "../ui/facts";
import { Moment } from "../ui/moment";
import { Segments } from "../ui/segments";
import { TagList } from "../ui/tag-list";
import { clientView } from "./client-view";
import { Given } from "../ui/given";

interface Props {
  user: User;
}

const { profile: texts } = strings;
const VIEWS = [
  { id: "fields", label: texts.fields },
  { id: "json", label: texts.json },
] as const;

/** The fields of a user, or the object that clients receive. */
export function Profile({ user }: Props) {
  const [view, setView] = useState<"fields" | "json">("fields");
  return (
    <Card
      title={texts.title}
      actions={<Segments label={texts.view} choices={VIEWS} value={view} onChange={setView} />}
    >
      <div className="profile">
        {view === "json" ? (
          <CodeBlock title={texts.json} code={JSON.stringify(clientView(user), null, 2)} />
        ) : (
          <>
            <Facts facts={factsOf(user)} />
            {user.metadata && (
              <CodeBlock title={common.metadata} code={JSON.stringify(user.metadata, null, 2)} />
            )}
          </>
        )}
      </div>
    </Card>
  );
}

function factsOf(user: User) {
  const none = <span className="muted">–</span>;
  return [
    [texts.uid, <code>{user.uid}</code>],
    [texts.role, user.role],
    [texts.statusMessage, user.statusMessage || none],
    [
      texts.link,
      user.link ? (
        <a href={user.link} target="_blank" rel="noopener noreferrer">
          <Given>{user.link}</Given>
        </a>
      ) : (
        none
      ),
    ],
    [texts.tags, user.tags?.length ? <TagList label={texts.tags} tags={user.tags} /> : none],
    [texts.lastActive, <Moment at={user.lastActiveAt} />],
    [texts.created, <Moment at={user.createdAt} />],
    [texts.updated, <Moment at={user.updatedAt} />],
    ...(user.deactivatedAt > 0
      ? [[texts.deactivated, <Moment at={user.deactivatedAt} />] as const]
      : []),
  ] as const;
}
