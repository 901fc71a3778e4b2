import type { Parley, ParleyApi } from "parley-sdk";

/** A device on which somebody is logged in, and what this page calls it. */
export interface KnownSession extends Parley.DeviceSession {
  readonly label: string;
}

/** What the server answers a person; null before it has answered, and while nobody asks. */
export interface View {
  /** The other person, as this one sees it. */
  readonly other: Parley.User | null;
  /** Names of those who are online. */
  readonly online: string[] | null;
  readonly sessions: KnownSession[] | null;
}

export const NOTHING: View = { other: null, online: null, sessions: null };

const MOST_ONLINE = 10;

/**
 * Asks the server how things are. Rejects with the SDK's exception.
 * @param api the SDK of the person.
 * @param otherUid the person to look at.
 * @param labels names of sessions that are on this page, by id.
 */
export async function askServer(
  api: ParleyApi,
  otherUid: string,
  labels: Promise<Map<string | undefined, string>>,
): Promise<View> {
  const request = new api.UsersRequestBuilder()
    .setLimit(MOST_ONLINE)
    .setStatus(api.USER_STATUS.ONLINE)
    .build();
  const [other, online, sessions, names] = await Promise.all([
    api.getUser(otherUid),
    request.fetchNext(),
    api.getSessions(),
    labels,
  ]);
  const label = ({ id, current, used }: Parley.DeviceSession) => {
    if (current) return "This device";
    return names.get(id) ?? (used ? "Another browser or tab" : "A token that is not used yet");
  };
  return {
    other,
    online: online.map((user) => user.getName()),
    sessions: sessions
      .map((session) => ({ ...session, label: label(session) }))
      .sort((a, b) => Number(b.current) - Number(a.current)),
  };
}
