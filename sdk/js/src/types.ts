/** The public types. */
export type { ParleyApi } from "./api.js";
export type { BlockDirection } from "./blocking/block-direction.js";
export type { BlockedUsersRequest } from "./blocking/blocked-users-request.js";
export type { BlockedUsersRequestBuilder } from "./blocking/blocked-users-request-builder.js";
export type { BlockResult, BlockResults } from "./blocking/blocking-api.js";
export type {
  ConnectionListener,
  ConnectionListenerCallbacks,
} from "./connection/connection-listener.js";
export type { ConnectionStatus } from "./connection/connection-status.js";
export type {
  WebSocketConstructor,
  WebSocketEvent,
  WebSocketLike,
} from "./connection/web-socket.js";
export type { DeviceSession } from "./devices/device-session.js";
export type { ErrorCode } from "./errors/error-code.js";
export type { ErrorDetails, ParleyException } from "./errors/parley-exception.js";
export type { ServerCode } from "./server-codes.js";
export type {
  LoginListener,
  LoginListenerCallbacks,
  LogoutEvent,
  LogoutReason,
} from "./session/login-listener.js";
export type { LogoutResult } from "./session/logout-service.js";
export type { AppSettings, PresenceSubscription, TokenProvider } from "./settings/app-settings.js";
export type { AppSettingsBuilder } from "./settings/app-settings-builder.js";
export type { SessionStorage } from "./storage/session-storage.js";
export type { StorageMode } from "./storage/storage-mode.js";
export type { UserInput } from "./users/user-input.js";
export type { UserListener, UserListenerCallbacks } from "./users/user-listener.js";
export type { UserStatus } from "./users/user-status.js";
export type { User } from "./users/user.js";
export type { UsersRequest } from "./users/users-request.js";
export type { UsersRequestBuilder } from "./users/users-request-builder.js";
