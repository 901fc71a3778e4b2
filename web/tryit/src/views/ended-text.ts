import type { LogoutReason } from "parley-sdk";

/** What happened to a session. `reason` is what logoutSuccess received. */
export function endedText(reason: LogoutReason): string {
  const by = reason === "revoked" ? "from another device" : "by the server";
  return `This session was ended ${by}. \`logoutSuccess\` received: \`${reason}\`.`;
}
