import type { ParleyApi } from "./api.js";
import { createApi } from "./create-api.js";
import { systemEnvironment } from "./environment.js";
import { ErrorCode } from "./errors/error-code.js";
import { Sdk } from "./sdk.js";
import type * as types from "./types.js";

export type * from "./types.js";

const sdk = new Sdk(systemEnvironment());

/** The SDK: its methods and classes. */
export const Parley: ParleyApi = createApi(sdk, ErrorCode.NOT_INITIALIZED);

/**
 * The same SDK under the name that existing apps import. Both share the session.
 */
export const CometChat: ParleyApi = createApi(sdk, ErrorCode.COMETCHAT_INITIALIZATION_NOT_DONE);

/**
 * Creates an SDK instance separate from {@link Parley}, with its own listeners, session and
 * connection. For processes with several logged-in users, such as bots and tests. Set
 * `setStorageMode(StorageMode.MEMORY)` or a separate storage, unless it should share the stored
 * session.
 */
export function createParley(): ParleyApi {
  return createApi(new Sdk(systemEnvironment()), ErrorCode.NOT_INITIALIZED);
}

/** Makes the classes available as types: `let user: Parley.User`. */
export namespace Parley {
  export type AppSettings = types.AppSettings;
  export type AppSettingsBuilder = types.AppSettingsBuilder;
  export type BlockedUsersRequest = types.BlockedUsersRequest;
  export type BlockedUsersRequestBuilder = types.BlockedUsersRequestBuilder;
  export type BlockResults = types.BlockResults;
  export type ConnectionListener = types.ConnectionListener;
  export type ConnectionStatus = types.ConnectionStatus;
  export type DeviceSession = types.DeviceSession;
  export type ErrorCode = types.ErrorCode;
  export type LoginListener = types.LoginListener;
  export type LogoutEvent = types.LogoutEvent;
  export type LogoutResult = types.LogoutResult;
  export type ParleyException = types.ParleyException;
  export type SessionStorage = types.SessionStorage;
  export type StorageMode = types.StorageMode;
  export type User = types.User;
  export type UserInput = types.UserInput;
  export type UserListener = types.UserListener;
  export type UsersRequest = types.UsersRequest;
  export type UsersRequestBuilder = types.UsersRequestBuilder;
}

/** Makes the classes available as types: `let user: CometChat.User`. */
export namespace CometChat {
  export type AppSettings = types.AppSettings;
  export type AppSettingsBuilder = types.AppSettingsBuilder;
  export type BlockedUsersRequest = types.BlockedUsersRequest;
  export type BlockedUsersRequestBuilder = types.BlockedUsersRequestBuilder;
  export type CometChatException = types.ParleyException;
  export type ConnectionListener = types.ConnectionListener;
  export type LoginListener = types.LoginListener;
  export type User = types.User;
  export type UserListener = types.UserListener;
  export type UsersRequest = types.UsersRequest;
  export type UsersRequestBuilder = types.UsersRequestBuilder;
}
