import type { ParleyApi } from "./api.js";
import type { BlockingApi } from "./blocking/blocking-api.js";
import { BlockedUsersRequest } from "./blocking/blocked-users-request.js";
import { BlockedUsersRequestBuilder } from "./blocking/blocked-users-request-builder.js";
import { CONNECTION_STATUS } from "./connection/connection-status.js";
import { ConnectionListener } from "./connection/connection-listener.js";
import { ErrorCode } from "./errors/error-code.js";
import { ParleyException } from "./errors/parley-exception.js";
import type { Query } from "./http/request.js";
import type { Sdk } from "./sdk.js";
import { LoginListener } from "./session/login-listener.js";
import { AppSettingsBuilder } from "./settings/app-settings-builder.js";
import { StorageMode } from "./storage/storage-mode.js";
import { UserListener } from "./users/user-listener.js";
import { USER_STATUS } from "./users/user-status.js";
import { User } from "./users/user.js";
import type { UsersApi } from "./users/users-api.js";
import { UsersRequestBuilder } from "./users/users-request-builder.js";

/**
 * Creates the public API of an SDK. Methods that return a promise are async, so that errors reject
 * instead of being thrown.
 * @param notInitialized - the error code of calls before init().
 */
export function createApi(sdk: Sdk, notInitialized: ErrorCode): ParleyApi {
  const { listeners, connectionListeners, userListeners } = sdk.shared;
  const client = () => sdk.require(notInitialized);
  const getLoggedinUser = async () => client().getLoggedinUser();
  const startFetching = (find: () => UsersApi | BlockingApi) => () => {
    const api = find();
    const deadline = client().deadline();
    return (query: Query) => api.list(query, deadline);
  };
  return {
    init: (appId, settings) => sdk.init(appId, settings),
    isInitialized: () => sdk.initialized,
    login: async (...args: unknown[]) => client().login(args),
    getLoggedinUser,
    getLoggedInUser: getLoggedinUser,
    logout: async () => client().logout(),
    addLoginListener: (id, listener) => listeners.add(id, listener),
    removeLoginListener: (id) => listeners.remove(id),
    createUser: async (user, authKey) => client().users.create(user, authKey, client().deadline()),
    updateUser: async (user, authKey) => client().users.update(user, authKey, client().deadline()),
    updateCurrentUserDetails: async (user) =>
      client().users.updateCurrent(user, client().deadline()),
    getUser: async (uid) => client().users.get(uid, client().deadline()),
    blockUsers: async (uids) => client().blocking.block(uids, client().deadline()),
    unblockUsers: async (uids) => client().blocking.unblock(uids, client().deadline()),
    getOnlineUserCount: async () => client().users.onlineCount(client().deadline()),
    connect: () => unawaited(async () => client().connection.connect(client().deadline())),
    disconnect: () => unawaited(async () => client().connection.disconnect()),
    getConnectionStatus: () => sdk.connectionStatus,
    addConnectionListener: (id, listener) => connectionListeners.add(id, listener),
    removeConnectionListener: (id) => connectionListeners.remove(id),
    addUserListener: (id, listener) => userListeners.add(id, listener),
    removeUserListener: (id) => userListeners.remove(id),
    getJwt: async () => client().devices.createJwt(client().deadline()),
    getSessions: async () => client().devices.list(client().deadline()),
    endSession: async (id) => client().devices.end(id, client().deadline()),
    endOtherSessions: async () => client().devices.endOthers(client().deadline()),
    AppSettingsBuilder,
    StorageMode,
    User,
    USER_STATUS,
    UsersRequestBuilder: class extends UsersRequestBuilder {
      constructor() {
        super(startFetching(() => client().users));
      }
    },
    BlockedUsersRequest,
    BlockedUsersRequestBuilder: class extends BlockedUsersRequestBuilder {
      constructor() {
        super(startFetching(() => client().blocking));
      }
    },
    LoginListener,
    UserListener,
    ConnectionListener,
    CONNECTION_STATUS,
    ParleyException,
    CometChatException: ParleyException,
    ErrorCode,
  };
}

/** Existing apps do not await these calls: avoids unhandled rejections. */
function unawaited(call: () => Promise<void>): Promise<void> {
  const result = call();
  result.catch(() => undefined);
  return result;
}
