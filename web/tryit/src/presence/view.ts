import type { Parley, ParleyApi } from "parley-sdk";

/** A session with its label on this page. */
export interface KnownSession extends Parley.DeviceSession {
  readonly label: string;
}

/** What the server returns to a person. Null until it has responded, and while logged out. */
export interface View {
  /** The other person, as seen by this one. */
  readonly other: Parley.User | null;
  /** The names of the users who are online. */
  readonly online: string[] | null;
  readonly sessions: KnownSession[] | null;
}

export const NOTHING: View = { other: null, online: null, sessions: null };

const MOST_ONLINE = 10;

/**
 * Fetches the view from the server. Rejects with the SDK's exception.
 * @param api the SDK of the person.
 * @param otherUid the other person.
 * @param labels labels of the sessions on this page, by session id.
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
    return names.get(id) ?? (used ? "Another browser or tab" : "A token not used yet");
  };
  return {
    other,
    online: online.map((user) => user.getName()),
    sessions: sessions
      .map((session) => ({ ...session, label: label(session) }))
      .sort((a, b) => Number(b.current) - Number(a.current)),
  };
}
