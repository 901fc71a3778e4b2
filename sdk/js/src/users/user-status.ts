/** What User.getStatus() answers, and what UsersRequestBuilder.setStatus() takes. */
export const USER_STATUS = {
  ONLINE: "online",
  OFFLINE: "offline",
} as const;

export type UserStatus = (typeof USER_STATUS)[keyof typeof USER_STATUS];

/** The server says `available` where apps say `online`. */
export function fromWireStatus(status: string | undefined): UserStatus {
  return status === "available" || status === "online" ? USER_STATUS.ONLINE : USER_STATUS.OFFLINE;
}
