/** The values of User.getStatus(), and for UsersRequestBuilder.setStatus(). */
export const USER_STATUS = {
  ONLINE: "online",
  OFFLINE: "offline",
} as const;

export type UserStatus = (typeof USER_STATUS)[keyof typeof USER_STATUS];

/** The server calls the status `online` `available`. */
export function fromWireStatus(status: string | undefined): UserStatus {
  return status === "available" || status === "online" ? USER_STATUS.ONLINE : USER_STATUS.OFFLINE;
}
