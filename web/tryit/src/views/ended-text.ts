import type { LogoutReason } from "parley-sdk";

/** What has become of a session. `reason` is what logoutSuccess was told. */
export function endedText(reason: LogoutReason): string {
  const by = reason === "revoked" ? "from another device" : "by the server";
  return `This session was ended ${by}. \`logoutSuccess\` heard: \`${reason}\`.`;
}
