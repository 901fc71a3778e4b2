import type { LogoutReason } from "parley-sdk";

/** Says why a session ended. `reason` is what logoutSuccess received. */
export function endedText(reason: LogoutReason): string {
  const by = reason === "revoked" ? "from another device" : "by the server";
  return `This session was ended ${by}. \`logoutSuccess\` received: \`${reason}\`.`;
}
