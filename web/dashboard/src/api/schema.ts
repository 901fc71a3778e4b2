// Generated from contract/admin.yaml by tools/generate-schema.mjs; do not edit.

export interface paths {
    "/apps/{appId}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * Count failures by reason
         * @description Counts rejected logins and calls of the app, per hour and error code.
         */
        get: operations["getFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/live": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * Stream live events
         * @description Server-sent events: each `data:` is a LiveEvent, and each `id:` is its id. The stream starts with the last 100 events and ends when the session ends. A comment every 15 seconds keeps proxies from closing the connection.
         */
        get: operations["watchLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * Read the audit log of an app
         * @description Who did what, when and from where, newest first. Events are kept for 400 days. A page can have fewer events than requested, even none, and still have a `meta.next`, because the server stops after examining 200,000 events. Continue until `meta.next` is absent.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit log of the server
         * @description Changes to administrators, and their sign-ins and sign-outs, newest first. Pages work as in the audit log of an app.
         */
        get: operations["listServerAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administrators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List administrators
         * @description Returns all administrators, sorted by email.
         */
        get: operations["listAdministrators"];
        put?: never;
        /**
         * Invite an administrator
         * @description Returns a one-time link for the new administrator, who signs in with it and then sets a password.
         */
        post: operations["createAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administrators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the administrator.
                 * @example adm_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdministratorId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change an administrator's name or role
         * @description A new role takes effect with the next call. The role of the last owner cannot be changed.
         */
        put: operations["updateAdministrator"];
        post?: never;
        /**
         * Remove an administrator
         * @description Ends the administrator's sessions immediately. The last owner cannot be removed.
         */
        delete: operations["deleteAdministrator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administrators/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the administrator.
                 * @example adm_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdministratorId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a one-time sign-in link
         * @description For an administrator who has forgotten the password. Earlier links stay valid until they are used or expire.
         */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List apps
         * @description Returns all apps, sorted by id.
         */
        get: operations["listApps"];
        put?: never;
        /**
         * Create an app
         * @description Creates the app with the role `default` and two keys, which are shown only once. An id that is in use, or that belongs to a deleted app whose data is still being removed, is rejected in `details.appId`.
         */
        post: operations["createApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * Get an app
         * @description Returns the app and its settings.
         */
        get: operations["getApp"];
        /**
         * Change the settings of an app
         * @description Changes only the fields that are sent. Lifetimes apply to tokens created afterwards.
         */
        put: operations["updateApp"];
        post?: never;
        /**
         * Delete an app
         * @description Deletes the app with its users, sessions, keys and roles, but not its audit log. The app, its keys, tokens and connections stop working immediately. The data of a large app is deleted over the next seconds; until then, its id cannot be used for a new app.
         */
        delete: operations["deleteApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/newest_users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * List the newest users
         * @description Most recently stored users first, without deactivated users. Imported users count from their import, not from their `createdAt`.
         */
        get: operations["listNewestUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description Sets the session cookie. Works only over https, or over http on localhost. After a few failures, an address has to wait before its next attempt is processed, longer each time.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign_in/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a one-time link
         * @description Sets the session cookie. `parleyd dev`, `parleyd admin` and owners create such links.
         */
        post: operations["signInWithLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current session
         * @description Pages call it to get the CSRF token after a reload.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Ends this session and clears the cookie.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Returns all your sessions, newest first.
         */
        get: operations["listOwnAdminSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere
         * @description Ends all your sessions, including this one, and clears the cookie.
         */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session.
                 * @example ads_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdminSessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one browser
         * @description Ends one of your sessions.
         */
        delete: operations["endOwnAdminSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description Ends your other sessions.
         */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get information about this server
         * @description Returns the version and settings that the dashboard shows.
         */
        get: operations["getServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/apikeys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * List API keys
         * @description Returns masked keys. An app has at most 25 keys.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The complete key is shown only in this response.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/apikeys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description The id (`key_...`) of the API key, or the complete key.
                 * @example key_4rT9vBnM2xYq
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Returns the masked key. The path accepts the id or the complete key.
         */
        get: operations["getApiKey"];
        /**
         * Update an API key
         * @description A key cannot update itself.
         */
        put: operations["updateApiKey"];
        post?: never;
        /**
         * Delete an API key
         * @description The key is rejected as soon as this call returns. A key cannot delete itself.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/users/{uid}/auth_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * List the auth tokens of a user
         * @description Returns the active tokens, masked, newest first.
         */
        get: operations["listAuthTokens"];
        put?: never;
        /**
         * Create an auth token (log a user in)
         * @description In production, your server calls this with the REST API Key and passes the token to the app. In development, an app may call it with the Auth Key. A user has at most 100 active tokens, unless the app setting `maxTokensPerUser` says otherwise; creating one more ends the oldest.
         */
        post: operations["createAuthToken"];
        /**
         * End all sessions of a user
         * @description With `issuedBefore`, ends only the sessions issued before that time; the message is then "The auth tokens of superhero1 issued before 1771312489 were deleted."
         */
        delete: operations["flushAuthTokens"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/auth_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the sessions of all users
         * @description For emergencies, such as leaked tokens. `issuedBefore` is required. Sessions end step by step while the server continues to serve other calls; all of them have ended when this call returns 200. If it returns 503, call it again.
         */
        delete: operations["flushAuthTokensOfApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/users/{uid}/auth_tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the complete auth token.
                 * @example ses_8fQ2mXo1TzB4kLw0
                 */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        /**
         * Get an auth token
         * @description Returns the masked token. The path accepts the id or the complete token.
         */
        get: operations["getAuthToken"];
        /**
         * Update the device of an auth token
         * @description Changes only the fields that are sent.
         */
        put: operations["updateAuthToken"];
        post?: never;
        /**
         * End one session
         * @description The token is rejected on every node as soon as this call returns.
         */
        delete: operations["deleteAuthToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up the user of an auth token
         * @description For your other services. If the text is not an active auth token of this app, for whatever reason, the response contains only `active: false`.
         */
        post: operations["introspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/users/{uid}/blockedusers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * List blocked users
         * @description Sorted by name, with fields relative to the user in the path. `blockedByMeAt` and `blockedAt` are the times of the blocks.
         */
        get: operations["listBlockedUsers"];
        put?: never;
        /**
         * Block users
         * @description From then on, both users appear offline to each other, in presence and in lists. Blocking a user again succeeds. At most 25 users per call; each one succeeds or fails separately.
         */
        post: operations["blockUsers"];
        /**
         * Unblock users
         * @description Unblocking a user who is not blocked succeeds. At most 25 users per call; each one succeeds or fails separately.
         */
        delete: operations["unblockUsers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/users/{uid}/friends": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * List friends
         * @description Sorted by name, with fields relative to the user in the path.
         */
        get: operations["listFriends"];
        put?: never;
        /**
         * Add friends
         * @description Makes the user and each listed user friends of each other. At most 25 users per call; each one succeeds or fails separately.
         */
        post: operations["addFriends"];
        /**
         * Remove friends
         * @description Ends the friendship for both sides. At most 25 users per call; each one succeeds or fails separately.
         */
        delete: operations["removeFriends"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * List roles
         * @description An app has at most 25 roles. `default` always exists.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role
         * @description Ids are converted to lower case and cannot be changed later.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description Id of the role.
                 * @example moderator
                 */
                role: components["parameters"]["Role"];
            };
            cookie?: never;
        };
        /**
         * Get a role
         * @description Returns the role with this id.
         */
        get: operations["getRole"];
        /**
         * Update a role
         * @description Changes the fields that are sent, and clears the fields listed in `unset`.
         */
        put: operations["updateRole"];
        post?: never;
        /**
         * Delete a role
         * @description Its users get the role `default`, which itself cannot be deleted. The role disappears immediately. Moving a very large number of users takes some seconds; when the call returns, all of them have `default`.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * Count users, sessions and logins
         * @description Returns the current counts and the logins of the last hours. The call is cheap, even in large apps, so it can be made every few seconds.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        /**
         * List users
         * @description For a client, the list contains the other users of its app, or only its friends if the settings of its role say so. For an API key, it contains all users. Sorted by status, name and uid by default.
         */
        get: operations["listUsers"];
        /**
         * Reactivate users
         * @description Allows deactivated users to log in again. Their old sessions stay ended.
         */
        put: operations["reactivateUsers"];
        /**
         * Create a user
         * @description Call it from your server when someone signs up in your app. UIDs are converted to lower case and cannot be changed later. With `withAuthToken`, the response includes an auth token.
         */
        post: operations["createUser"];
        /**
         * Deactivate users
         * @description Ends their sessions immediately. Deactivated users keep their UID and data, but are not found until they are reactivated.
         */
        delete: operations["deactivateUsers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/users/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description `metadata["@private"]` is included only for fullAccess keys. Deactivated users are not found.
         */
        get: operations["getUser"];
        /**
         * Update a user
         * @description Changes the fields that are sent, and clears the fields listed in `unset`.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Deactivate or delete a user
         * @description Without `permanent`, the user is deactivated and can be reactivated; the message is then "The user with UID superhero1 was deactivated." With `permanent`, the user is deleted, even if it is deactivated; a later user with the same UID is unrelated to it. Either way, its sessions end immediately.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apps/{appId}/data_import/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import users
         * @description Imports at most 50 users (more are rejected with `ERR_LIMIT_EXCEEDED`) and 1 MB per call, with their times of creation and last activity. Users with `deactivatedAt` are stored as deactivated. Each user succeeds or fails separately; the response lists it under the UID as it was sent. With `dryRun`, nothing is changed, and the response shows what the import would return.
         */
        post: operations["importUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {unknown} */
        AdministratorRole: "owner" | "developer" | "viewer";
        Email: string;
        Administrator: {
            id: string;
            email: components["schemas"]["Email"];
            name: string;
            role: components["schemas"]["AdministratorRole"];
            /** @description If false, the administrator can sign in only with one-time links. */
            hasPassword: boolean;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 before the first sign-in. */
            lastSignedInAt: number;
        };
        /** @description A browser session of an administrator. */
        AdminSession: {
            id: string;
            createdAt: components["schemas"]["Time"];
            lastUsedAt: components["schemas"]["Time"];
            /** @description When the session ends, even if it is in use. */
            expiresAt: components["schemas"]["Time"];
            lastIp?: string;
            userAgent?: string;
            /** @description Whether this is the session of the caller. */
            current: boolean;
        };
        /** @description The signed-in administrator, its session, and the CSRF token for its calls. */
        SignedIn: {
            administrator: components["schemas"]["Administrator"];
            session: components["schemas"]["AdminSession"];
            /** @description Value for the header x-csrf-token. */
            csrfToken: string;
        };
        SignIn: {
            email: string;
            password: string;
        };
        SignInWithLink: {
            /** @description The part of the URL after `#link=`. */
            link: string;
        };
        ChangePassword: {
            /** @description Required if the administrator has a password. */
            currentPassword?: string;
            password: string;
        };
        CreateAdministrator: {
            email: components["schemas"]["Email"];
            name: components["schemas"]["NameInput"];
            role: components["schemas"]["AdministratorRole"];
            id?: components["schemas"]["Ignored"];
            hasPassword?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
            lastSignedInAt?: components["schemas"]["Ignored"];
        };
        UpdateAdministrator: {
            name?: components["schemas"]["NameInput"];
            role?: components["schemas"]["AdministratorRole"];
            /** @description The email cannot be changed: if sent, it must be the current one. */
            email?: string;
            id?: components["schemas"]["Ignored"];
            hasPassword?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
            lastSignedInAt?: components["schemas"]["Ignored"];
        };
        /** @description A link that signs its administrator in once. It is shown only once. */
        SignInLink: {
            /** @description Value for `/dashboard/sign-in#link=`. */
            link: string;
            expiresAt: components["schemas"]["Time"];
        };
        InvitedAdministrator: {
            administrator: components["schemas"]["Administrator"];
            /** @description Value for `/dashboard/sign-in#link=`. */
            link: string;
            /** @description When the link expires. */
            expiresAt: components["schemas"]["Time"];
        };
        /** @enum {unknown} */
        AppMode: "development" | "production";
        App: {
            appId: string;
            name: components["schemas"]["NameInput"];
            region: string;
            /** @description In production mode, Auth Keys are rejected: apps log in with auth tokens. */
            mode: components["schemas"]["AppMode"];
            /** @description Lifetime of new auth tokens in seconds; 0 = no limit. */
            tokenTtl: number;
            /** @description Idle timeout of new auth tokens in seconds; 0 = none. */
            idleTimeout: number;
            maxTokensPerUser: number;
            /** @description Origins of web pages that may use the app; empty = any. `https://*.example.com` matches every host below example.com; `null` matches local files and sandboxed frames. At least two labels must follow the `*`, or `localhost`: `https://*.com` is rejected. Stored in the form that browsers send: `HTTPS://Example.com:443/` becomes `https://example.com`. */
            allowedOrigins: string[];
            /** @description Limit of logins, creations and deletions per minute; 0 = the server's limit, if any. */
            corePerMinute: number;
            /** @description Limit of other calls per minute; 0 = the server's limit, if any. */
            otherPerMinute: number;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
        };
        CreateApp: {
            /** @description 1-63 characters from a-z, 0-9 and -. Generated if absent. */
            appId?: string;
            name: components["schemas"]["NameInput"];
            region?: string;
            /** @description In production mode, Auth Keys are rejected: apps log in with auth tokens. */
            mode?: components["schemas"]["AppMode"];
            /** @description Lifetime of new auth tokens in seconds; 0 = no limit. */
            tokenTtl?: number;
            /** @description Idle timeout of new auth tokens in seconds; 0 = none. */
            idleTimeout?: number;
            maxTokensPerUser?: number;
            /** @description Origins of web pages that may use the app; empty = any. `https://*.example.com` matches every host below example.com; `null` matches local files and sandboxed frames. At least two labels must follow the `*`, or `localhost`: `https://*.com` is rejected. Stored in the form that browsers send: `HTTPS://Example.com:443/` becomes `https://example.com`. */
            allowedOrigins?: string[];
            /** @description Limit of logins, creations and deletions per minute; 0 = the server's limit, if any. */
            corePerMinute?: number;
            /** @description Limit of other calls per minute; 0 = the server's limit, if any. */
            otherPerMinute?: number;
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
        };
        UpdateApp: {
            name?: components["schemas"]["NameInput"];
            region?: string;
            /** @description In production mode, Auth Keys are rejected: apps log in with auth tokens. */
            mode?: components["schemas"]["AppMode"];
            /** @description Lifetime of new auth tokens in seconds; 0 = no limit. */
            tokenTtl?: number;
            /** @description Idle timeout of new auth tokens in seconds; 0 = none. */
            idleTimeout?: number;
            maxTokensPerUser?: number;
            /** @description Origins of web pages that may use the app; empty = any. `https://*.example.com` matches every host below example.com; `null` matches local files and sandboxed frames. At least two labels must follow the `*`, or `localhost`: `https://*.com` is rejected. Stored in the form that browsers send: `HTTPS://Example.com:443/` becomes `https://example.com`. */
            allowedOrigins?: string[];
            /** @description Limit of logins, creations and deletions per minute; 0 = the server's limit, if any. */
            corePerMinute?: number;
            /** @description Limit of other calls per minute; 0 = the server's limit, if any. */
            otherPerMinute?: number;
            /** @description If sent, it must be the same as in the path. */
            appId?: string;
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
        };
        /** @description The app with its first keys, which are shown only once. */
        NewApp: {
            app: components["schemas"]["App"];
            /** @description The Auth Key (scope authOnly), for clients in development. */
            authKey: string;
            /** @description The REST API Key (scope fullAccess), for your server. */
            apiKey: string;
        };
        ServerInfo: {
            version: string;
            /** @description Whether the server was started with `parleyd dev`. */
            development: boolean;
            /** @description The setting public_url. Absent if it is not set. */
            publicUrl?: string;
            /** @description The app of the try-it page at `/`. Present only in development. */
            tryItAppId?: string;
        };
        /** @description A recorded change. It is stored in the same transaction as the change itself. */
        AuditEvent: {
            sequence: number;
            at: components["schemas"]["Time"];
            actor: {
                /** @enum {unknown} */
                kind: "administrator" | "key" | "user" | "account" | "server";
                id: string;
                /** @description The name of the key or the email of the administrator. */
                name?: string;
                /** @description The IP address of the actor. */
                address?: string;
            };
            action: string;
            target: {
                /** @enum {unknown} */
                kind: "user" | "role" | "api_key" | "app" | "administrator";
                id: string;
            };
            /** @description Names of changed fields, ids and counts, but never values. */
            details: Record<string, unknown>;
        };
        AuditMeta: {
            /** @description The `before` parameter of the next page. Absent on the last page. */
            next?: number;
        };
        Failures: {
            /** @description All requested hours, oldest first. The last is the current hour. */
            hours: {
                hour: number;
                /** @description The number of failed logins and calls per error code. */
                failures: {
                    [key: string]: number;
                };
            }[];
        };
        /** @description A live event. Empty strings are omitted. */
        LiveEvent: {
            /** @description Increases per app. Starts again when the server restarts. */
            id: number;
            /** @description Unix milliseconds. */
            at: number;
            /** @enum {unknown} */
            kind: "login" | "logout" | "session_ended" | "connected" | "disconnected" | "failure";
            uid?: string;
            sessionId?: string;
            platform?: string;
            address?: string;
            /** @description For failures: the error code. */
            code?: string;
            /** @enum {unknown} */
            reason?: "logout" | "revoked" | "expired" | "deactivated" | "deleted" | "limit";
        };
        Uid: string;
        UidInput: string;
        /** @description Unix seconds. */
        Time: number;
        /** @description An http or https URL; empty for none. It is parsed as in browsers (WHATWG URL) and stored in normalized form: `HTTPS://Example.com/a b` becomes `https://example.com/a%20b`. Other schemes, URLs without a host, and hosts that browsers reject, such as `xn--a`, are rejected. */
        HttpUrlInput: string;
        /** @description An http or https URL in normalized form (WHATWG URL). */
        HttpUrl: string;
        /** @description At least one visible character; no control characters (Cc), line or paragraph separators (U+2028, U+2029), direction controls (U+061C, U+200E, U+200F, U+202A-202E, U+2066-2069) or tag characters (U+E0000-E007F) outside emoji flags, and at most 10 combining marks or invisible characters, such as joiners (ZWJ, ZWNJ), on one character. Private-use and unassigned characters, noncharacters and U+FFFC do not count as visible. */
        NameInput: string;
        /** @description At most 5 KB as JSON. Integers beyond 9007199254740991 (2^53-1) are rejected, because JavaScript rounds them: send identifiers as strings. Numbers with a fraction, and numbers from 1e21 on with an exponent, are stored as 64-bit floating-point numbers. In the metadata of a user, only fullAccess keys can read and write the key `@private`: for other callers, sending it fails with `ERR_BAD_REQUEST`, and it is kept when they change or unset the rest. */
        Metadata: Record<string, unknown>;
        /** @description At most 25 tags; more are rejected with `ERR_LIMIT_EXCEEDED`. The same characters are allowed as in names. */
        Tags: string[];
        /** @description A complete auth token, shown only once. */
        AuthTokenValue: string;
        /** @description A masked auth token. It can be recognized, but not used. */
        MaskedAuthToken: string;
        SessionIdValue: string;
        KeyIdValue: string;
        /** @enum {unknown} */
        KeyScope: "authOnly" | "fullAccess";
        /** @description A user. Empty strings are omitted. */
        User: {
            uid: components["schemas"]["Uid"];
            name: string;
            avatar?: components["schemas"]["HttpUrl"];
            link?: components["schemas"]["HttpUrl"];
            role: components["schemas"]["Uid"];
            metadata?: components["schemas"]["Metadata"];
            /** @enum {unknown} */
            status: "available" | "offline";
            statusMessage?: string;
            /** @description Always present, except in lists without `withTags`. */
            tags?: components["schemas"]["Tags"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 before the first activity. */
            lastActiveAt: number;
            /** @description Unix seconds; 0 while the user is active. */
            deactivatedAt: number;
            /** @description Whether the user has blocked the caller. */
            hasBlockedMe: boolean;
            /** @description Whether the caller has blocked the user. */
            blockedByMe: boolean;
            /** @description When the user blocked the caller. Present only if it has. */
            blockedAt?: components["schemas"]["Time"];
            /** @description When the caller blocked the user. Present only if it has. */
            blockedByMeAt?: components["schemas"]["Time"];
            /** @description `<smaller uid>_user_<larger uid>`. Present only if the caller is another user. */
            conversationId?: string;
        };
        /** @description The user, with `authToken` if `withAuthToken` was set. */
        CreatedUser: {
            uid: components["schemas"]["Uid"];
            name: string;
            avatar?: components["schemas"]["HttpUrl"];
            link?: components["schemas"]["HttpUrl"];
            role: components["schemas"]["Uid"];
            metadata?: components["schemas"]["Metadata"];
            /** @enum {unknown} */
            status: "available" | "offline";
            statusMessage?: string;
            /** @description Always present, except in lists without `withTags`. */
            tags?: components["schemas"]["Tags"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 before the first activity. */
            lastActiveAt: number;
            /** @description Unix seconds; 0 while the user is active. */
            deactivatedAt: number;
            /** @description Whether the user has blocked the caller. */
            hasBlockedMe: boolean;
            /** @description Whether the caller has blocked the user. */
            blockedByMe: boolean;
            /** @description When the user blocked the caller. Present only if it has. */
            blockedAt?: components["schemas"]["Time"];
            /** @description When the caller blocked the user. Present only if it has. */
            blockedByMeAt?: components["schemas"]["Time"];
            /** @description `<smaller uid>_user_<larger uid>`. Present only if the caller is another user. */
            conversationId?: string;
            authToken?: components["schemas"]["AuthTokenValue"];
        };
        /**
         * @deprecated
         * @description Read-only. Accepted and ignored, so that callers can send back objects they have read.
         */
        Ignored: unknown;
        /** @description The end in Unix seconds, in the future. Ignored with `expiresIn`, and if it is 0 or null. So an auth token that was read can be sent back to create another one that ends at the same time. */
        EndInsteadOfLifetime: unknown;
        /**
         * @deprecated
         * @description Read-only. Any other value than that of the auth token is rejected, because it would not change: create another auth token instead, and delete this one. null is ignored.
         */
        Unchanged: unknown;
        /** @description Unix seconds, not milliseconds; at most one day in the future. 0 = never. */
        PastTime: number;
        CreateUser: {
            uid: components["schemas"]["UidInput"];
            name: components["schemas"]["NameInput"];
            avatar?: components["schemas"]["HttpUrlInput"];
            link?: components["schemas"]["HttpUrlInput"];
            /** @description An existing role. The default is `default`. */
            role?: components["schemas"]["UidInput"];
            /** @description The same rules as for names, but tabs and line breaks are allowed, and no visible character is required. */
            statusMessage?: string;
            metadata?: components["schemas"]["Metadata"];
            tags?: components["schemas"]["Tags"];
            status?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
            lastActiveAt?: components["schemas"]["Ignored"];
            deactivatedAt?: components["schemas"]["Ignored"];
            hasBlockedMe?: components["schemas"]["Ignored"];
            blockedByMe?: components["schemas"]["Ignored"];
            blockedAt?: components["schemas"]["Ignored"];
            blockedByMeAt?: components["schemas"]["Ignored"];
            conversationId?: components["schemas"]["Ignored"];
            authToken?: components["schemas"]["Ignored"];
            jwt?: components["schemas"]["Ignored"];
            settings?: components["schemas"]["Ignored"];
            /** @description Log the user in and return an auth token. */
            withAuthToken?: boolean;
        };
        UpdateUser: {
            /** @description If sent, it must be the same as in the path. */
            uid?: components["schemas"]["UidInput"];
            name?: components["schemas"]["NameInput"];
            avatar?: components["schemas"]["HttpUrlInput"];
            link?: components["schemas"]["HttpUrlInput"];
            /** @description An existing role. The default is `default`. */
            role?: components["schemas"]["UidInput"];
            /** @description The same rules as for names, but tabs and line breaks are allowed, and no visible character is required. */
            statusMessage?: string;
            metadata?: components["schemas"]["Metadata"];
            tags?: components["schemas"]["Tags"];
            status?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
            lastActiveAt?: components["schemas"]["Ignored"];
            deactivatedAt?: components["schemas"]["Ignored"];
            hasBlockedMe?: components["schemas"]["Ignored"];
            blockedByMe?: components["schemas"]["Ignored"];
            blockedAt?: components["schemas"]["Ignored"];
            blockedByMeAt?: components["schemas"]["Ignored"];
            conversationId?: components["schemas"]["Ignored"];
            authToken?: components["schemas"]["Ignored"];
            jwt?: components["schemas"]["Ignored"];
            settings?: components["schemas"]["Ignored"];
            unset?: components["schemas"]["UnsetUser"];
        };
        /** @description Fields to clear. */
        UnsetUser: ("avatar" | "link" | "metadata" | "statusMessage" | "tags")[];
        CreateAuthToken: {
            platform?: string;
            userAgent?: string;
            /** @description At most 5 KB as JSON. The same rules for numbers apply as in metadata. */
            appInfo?: Record<string, unknown>;
            deviceId?: string;
            /** @description Accepted and ignored. Every call creates a new token. */
            force?: boolean;
            /** @description Lifetime in seconds; 0 = no limit. The default is the setting of the app. */
            expiresIn?: number;
            /** @description Idle timeout in seconds; 0 = none. The default is the setting of the app. */
            idleTimeout?: number;
            id?: components["schemas"]["Ignored"];
            /** @description If sent, it must be that of the path. */
            uid?: components["schemas"]["UidInput"];
            authToken?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            expiresAt?: components["schemas"]["EndInsteadOfLifetime"];
            lastUsedAt?: components["schemas"]["Ignored"];
            used?: components["schemas"]["Ignored"];
            createdBy?: components["schemas"]["Ignored"];
            lastIp?: components["schemas"]["Ignored"];
            current?: components["schemas"]["Ignored"];
        };
        UpdateAuthToken: {
            platform?: string;
            userAgent?: string;
            /** @description At most 5 KB as JSON. The same rules for numbers apply as in metadata. */
            appInfo?: Record<string, unknown>;
            id?: components["schemas"]["Ignored"];
            uid?: components["schemas"]["Ignored"];
            authToken?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            expiresAt?: components["schemas"]["Unchanged"];
            idleTimeout?: components["schemas"]["Unchanged"];
            lastUsedAt?: components["schemas"]["Ignored"];
            used?: components["schemas"]["Ignored"];
            createdBy?: components["schemas"]["Ignored"];
            lastIp?: components["schemas"]["Ignored"];
            deviceId?: components["schemas"]["Ignored"];
            current?: components["schemas"]["Ignored"];
        };
        /** @description A new session with its complete auth token. Empty strings are omitted. */
        NewAuthToken: {
            id: components["schemas"]["SessionIdValue"];
            uid: components["schemas"]["Uid"];
            authToken: components["schemas"]["AuthTokenValue"];
            createdAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 = never. */
            expiresAt: number;
            /** @description Seconds; 0 = none. */
            idleTimeout: number;
            /** @description Accurate to the minute. The time of creation until the first use. */
            lastUsedAt: components["schemas"]["Time"];
            /** @description Whether a client has made a call or opened a socket with the token. A session that has not been used is not a device yet. Lists show the first use within seconds, and the session call immediately. */
            used: boolean;
            /** @description Id of the API key or administrator that created it, or `server`. Absent in GET /me/sessions and for sessions created by an earlier version of the server. */
            createdBy?: string;
            /** @description The IP address of the device. Absent while it is unknown. */
            lastIp?: string;
            platform?: string;
            deviceId?: string;
            userAgent?: string;
            appInfo?: Record<string, unknown>;
            /** @description Only in GET /me/sessions: whether this is the caller's session. */
            current?: boolean;
        };
        /** @description A session with its masked auth token. */
        AuthToken: {
            id: components["schemas"]["SessionIdValue"];
            uid: components["schemas"]["Uid"];
            authToken: components["schemas"]["MaskedAuthToken"];
            createdAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 = never. */
            expiresAt: number;
            /** @description Seconds; 0 = none. */
            idleTimeout: number;
            /** @description Accurate to the minute. The time of creation until the first use. */
            lastUsedAt: components["schemas"]["Time"];
            /** @description Whether a client has made a call or opened a socket with the token. A session that has not been used is not a device yet. Lists show the first use within seconds, and the session call immediately. */
            used: boolean;
            /** @description Id of the API key or administrator that created it, or `server`. Absent in GET /me/sessions and for sessions created by an earlier version of the server. */
            createdBy?: string;
            /** @description The IP address of the device. Absent while it is unknown. */
            lastIp?: string;
            platform?: string;
            deviceId?: string;
            userAgent?: string;
            appInfo?: Record<string, unknown>;
            /** @description Only in GET /me/sessions: whether this is the caller's session. */
            current?: boolean;
        };
        Role: {
            role: components["schemas"]["Uid"];
            name: string;
            description?: string;
            metadata?: components["schemas"]["Metadata"];
            settings: components["schemas"]["RoleSettings"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
        };
        /** @description The default of both is `all`. An update changes only the settings it includes. */
        RoleSettings: {
            /** @enum {unknown} */
            listUsers?: "all" | "friendsOnly";
            /** @enum {unknown} */
            sendMessagesTo?: "all" | "friendsOnly";
        };
        CreateRole: {
            role: components["schemas"]["UidInput"];
            name: components["schemas"]["NameInput"];
            description?: string;
            metadata?: components["schemas"]["Metadata"];
            settings?: components["schemas"]["RoleSettings"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
        };
        UpdateRole: {
            /** @description If sent, it must be the same as in the path. */
            role?: components["schemas"]["UidInput"];
            name?: components["schemas"]["NameInput"];
            description?: string;
            metadata?: components["schemas"]["Metadata"];
            settings?: components["schemas"]["RoleSettings"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
            unset?: ("description" | "metadata" | "settings")[];
        };
        NewApiKey: {
            id: components["schemas"]["KeyIdValue"];
            /** @description The complete key, shown only once. */
            apiKey: string;
            name: string;
            scope: components["schemas"]["KeyScope"];
            createdAt: components["schemas"]["Time"];
            /** @description Id of the API key or administrator that created it, or `server`. */
            createdBy: string;
            lastUsedAt?: components["schemas"]["Time"];
        };
        /** @description A masked API key. */
        ApiKey: {
            id: components["schemas"]["KeyIdValue"];
            apiKey: string;
            name: string;
            scope: components["schemas"]["KeyScope"];
            createdAt: components["schemas"]["Time"];
            /** @description Id of the API key or administrator that created it, or `server`. */
            createdBy: string;
            lastUsedAt?: components["schemas"]["Time"];
        };
        CreateApiKey: {
            name: components["schemas"]["NameInput"];
            /** @default authOnly */
            scope?: components["schemas"]["KeyScope"];
            id?: components["schemas"]["Ignored"];
            apiKey?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            createdBy?: components["schemas"]["Ignored"];
            lastUsedAt?: components["schemas"]["Ignored"];
        };
        UpdateApiKey: {
            name?: components["schemas"]["NameInput"];
            scope?: components["schemas"]["KeyScope"];
            id?: components["schemas"]["Ignored"];
            apiKey?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            createdBy?: components["schemas"]["Ignored"];
            lastUsedAt?: components["schemas"]["Ignored"];
        };
        ImportUser: {
            uid?: components["schemas"]["UidInput"];
            name: components["schemas"]["NameInput"];
            avatar?: components["schemas"]["HttpUrlInput"];
            link?: components["schemas"]["HttpUrlInput"];
            /** @description An existing role. The default is `default`. */
            role?: components["schemas"]["UidInput"];
            /** @description The same rules as for names, but tabs and line breaks are allowed, and no visible character is required. */
            statusMessage?: string;
            metadata?: components["schemas"]["Metadata"];
            tags?: components["schemas"]["Tags"];
            status?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["PastTime"];
            updatedAt?: components["schemas"]["Ignored"];
            lastActiveAt?: components["schemas"]["PastTime"];
            /** @description When the user was deactivated; 0 or absent if it is active. */
            deactivatedAt?: components["schemas"]["PastTime"];
            hasBlockedMe?: components["schemas"]["Ignored"];
            blockedByMe?: components["schemas"]["Ignored"];
            blockedAt?: components["schemas"]["Ignored"];
            blockedByMeAt?: components["schemas"]["Ignored"];
            conversationId?: components["schemas"]["Ignored"];
            authToken?: components["schemas"]["Ignored"];
            jwt?: components["schemas"]["Ignored"];
            settings?: components["schemas"]["Ignored"];
        };
        ImportResult: {
            success: boolean;
            /** @description The new user. */
            data?: components["schemas"]["User"];
            error?: components["schemas"]["ErrorBody"];
        } & ({
            /** @constant */
            success?: true;
        } | {
            /** @constant */
            success?: false;
        });
        /** @description The result for each user in the call, by UID. */
        BulkResults: {
            [key: string]: {
                success: boolean;
                /** @description The result in words. */
                message: string;
                error?: components["schemas"]["ErrorBody"];
            } & ({
                /** @constant */
                success?: true;
                error?: never;
            } | {
                /** @constant */
                success?: false;
            });
        };
        /** @description The user and session of a token; only `{active: false}` if the token is not active. */
        Introspection: {
            active: boolean;
            id?: components["schemas"]["SessionIdValue"];
            uid?: components["schemas"]["Uid"];
            appId?: string;
            createdAt?: components["schemas"]["Time"];
            /** @description Unix seconds; 0 = never. */
            expiresAt?: number;
            /** @description Seconds; 0 = none. */
            idleTimeout?: number;
            lastUsedAt?: components["schemas"]["Time"];
            platform?: string;
            deviceId?: string;
        };
        Statistics: {
            /** @description Users of the app, without deactivated users. */
            users: number;
            deactivatedUsers: number;
            /** @description Online users, the same as in a list with `status=available`. */
            online: number;
            /** @description Active sessions: auth tokens that have neither been ended nor expired by lifetime or idle timeout. The recorded last use may be one minute old, or a quarter of the idle timeout if that is less. */
            sessions: number;
            /** @description All requested hours, oldest first, including hours without logins. The last is the current hour. Hours are kept for 30 days. */
            logins: {
                /** @description Unix seconds of the start of the hour (UTC). */
                hour: number;
                /** @description Logins: auth tokens created in this hour, by any call or command. An app that starts with an existing token does not count as a login. */
                count: number;
            }[];
        };
        Success: {
            /** @constant */
            success: true;
            message: string;
        };
        Meta: {
            pagination: {
                total: number;
                count: number;
                per_page: number;
                current_page: number;
                total_pages: number;
            };
            /** @description Present in full pages of user lists. Send it as `cursor` with the same filters to get the next page. The cost does not depend on the position in the list. */
            cursor?: string;
        };
        Error: {
            error: components["schemas"]["ErrorBody"];
        };
        ErrorBody: {
            code: string;
            /** @description What happened, in words for end users. */
            message: string;
            /** @description What the developer should do. */
            devMessage: string;
            /** @constant */
            source: "chat-api";
            /** @description The rejected fields and parameters, each with the reasons. Lists everything that is wrong with the request itself. What depends on stored data, such as a role that does not exist, is checked after that. A part of a field has a path, such as `metadata.sizes[2]`. */
            details?: {
                [key: string]: string[];
            };
            /** @description The same as the header x-request-id. Present in 5xx responses. */
            requestId?: string;
        };
    };
    responses: {
        /** @description AUTH_ERR_ADMIN_NO_ACCESS. */
        AUTH_ERR_ADMIN_NO_ACCESS: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_ADMIN_SESSION_NOT_FOUND. */
        AUTH_ERR_ADMIN_SESSION_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_CSRF. */
        AUTH_ERR_CSRF: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_CSRF, AUTH_ERR_ADMIN_NO_ACCESS. */
        "AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_CSRF, AUTH_ERR_ADMIN_NO_ACCESS, ERR_LAST_OWNER. */
        "AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS.ERR_LAST_OWNER": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_INSECURE_SIGN_IN, AUTH_ERR_CSRF. */
        "AUTH_ERR_INSECURE_SIGN_IN.AUTH_ERR_CSRF": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_INVALID_APPID, AUTH_ERR_ADMIN_SESSION_NOT_FOUND. */
        "AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_SIGN_IN_FAILED. */
        AUTH_ERR_SIGN_IN_FAILED: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_SIGN_IN_FAILED, AUTH_ERR_ADMIN_SESSION_NOT_FOUND. */
        "AUTH_ERR_SIGN_IN_FAILED.AUTH_ERR_ADMIN_SESSION_NOT_FOUND": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description AUTH_ERR_SIGN_IN_LINK_NOT_FOUND. */
        AUTH_ERR_SIGN_IN_LINK_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_ADMIN_ALREADY_EXISTS. */
        ERR_ADMIN_ALREADY_EXISTS: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_ADMIN_NOT_FOUND. */
        ERR_ADMIN_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_ADMIN_SESSION_NOT_FOUND. */
        ERR_ADMIN_SESSION_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_APIKEY_NOT_FOUND. */
        ERR_APIKEY_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_AUTH_TOKEN_NOT_FOUND, ERR_UID_NOT_FOUND. */
        "ERR_AUTH_TOKEN_NOT_FOUND.ERR_UID_NOT_FOUND": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_BAD_REQUEST. */
        ERR_BAD_REQUEST: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_EXCEPTION. */
        ERR_EXCEPTION: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_LIMIT_EXCEEDED. */
        ERR_LIMIT_EXCEEDED: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_PAYLOAD_TOO_LARGE. */
        ERR_PAYLOAD_TOO_LARGE: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_ROLE_ALREADY_EXISTS. */
        ERR_ROLE_ALREADY_EXISTS: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_ROLE_DELETE_DENIED, AUTH_ERR_CSRF, AUTH_ERR_ADMIN_NO_ACCESS. */
        "ERR_ROLE_DELETE_DENIED.AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_ROLE_NOT_FOUND. */
        ERR_ROLE_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_SERVICE_UNAVAILABLE. */
        ERR_SERVICE_UNAVAILABLE: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_TOO_MANY_REQUESTS. */
        ERR_TOO_MANY_REQUESTS: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Rate-Limit": components["headers"]["RateLimit"];
                "X-Rate-Limit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-Rate-Limit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_UID_ALREADY_EXISTS. */
        ERR_UID_ALREADY_EXISTS: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_UID_NOT_FOUND. */
        ERR_UID_NOT_FOUND: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description ERR_USER_DEACTIVATED, AUTH_ERR_CSRF, AUTH_ERR_ADMIN_NO_ACCESS. */
        "ERR_USER_DEACTIVATED.AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS": {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The `csrfToken` of the session. */
        CsrfToken: string;
        /**
         * @description The App ID.
         * @example my-app
         */
        AppIdInPath: string;
        /**
         * @description The id of the administrator.
         * @example adm_8fQ2mXo1TzB4kLw0
         */
        AdministratorId: string;
        /**
         * @description The id of the session.
         * @example ads_8fQ2mXo1TzB4kLw0
         */
        AdminSessionId: string;
        /** @description The maximum number of items to return. */
        Limit: number;
        /** @description `meta.next` of the previous page: returns only older events. */
        Before: number;
        /** @description Only actions of this kind of actor. */
        ActorKindFilter: "administrator" | "key" | "user" | "account" | "server";
        /** @description Only actions of the actor with this id. */
        ActorFilter: string;
        /** @description Only this action (`user.created`), or all actions of one noun (`user`). */
        ActionFilter: string;
        /** @description Only actions on this kind of target. */
        TargetKindFilter: "user" | "role" | "api_key" | "app" | "administrator";
        /** @description Only actions on the target with this id. Requires `targetKind`. */
        TargetFilter: string;
        /** @description Only events at or after this time, in Unix seconds. */
        From: number;
        /** @description Only events before this time, in Unix seconds. */
        Until: number;
        /**
         * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
         * @example cometchat-uid-1
         */
        Uid: components["schemas"]["UidInput"];
        /**
         * @description The id (`ses_...`) of the session, or the complete auth token.
         * @example ses_8fQ2mXo1TzB4kLw0
         */
        Token: string;
        /**
         * @description The id (`key_...`) of the API key, or the complete key.
         * @example key_4rT9vBnM2xYq
         */
        Key: string;
        /**
         * @description Id of the role.
         * @example moderator
         */
        Role: components["schemas"]["UidInput"];
        /** @description Items per page. `per_page` is also accepted. */
        PerPage: number;
        /** @description Page number, starting at 1. Pages past the end are empty. */
        Page: number;
        /** @description `meta.cursor` of the previous page. `page` is then ignored. To read all users, also send `sortBy=uid` or `sortBy=name` where the call has it: in the default order, users who come online or go offline between two calls move, and may be skipped or repeated. A UID never changes; a name only when the user is renamed. */
        Cursor: string;
        /**
         * @description Finds users if every word of the search key is a prefix of the UID or of a word of the name, in any order. Case, accents, vowel points, character width and the kind of apostrophe are ignored, and letters such as `ł`, `ø` or `ı` match `l`, `o` and `i`. In scripts without spaces, every character starts a word. Blanks around the key are ignored, and a key of blanks or invisible characters alone is like none.
         * @example geo
         */
        SearchKey: string;
        /** @description Fields that `searchKey` searches. Can be repeated, or written as `searchIn[]` or `searchIn[0]`. */
        SearchIn: ("uid" | "name")[];
        /** @description Only users with this status. `online` is accepted for `available`. */
        Status: "available" | "online" | "offline";
        /** @description Only users with one of these roles. Can be repeated, or written as `roles[]` or `roles[0]`. */
        Roles: components["schemas"]["UidInput"][];
        /** @description The same as `roles`; users with either are listed. */
        RoleFilter: components["schemas"]["UidInput"];
        /** @description Only users with at least one of these tags. Can be repeated, or written as `tags[]` or `tags[0]`, where a tag may contain commas. */
        Tags: string[];
        /** @description Include the tags of the users. */
        WithTags: boolean;
        /** @description Only these users. Can be repeated, or written as `uids[]` or `uids[0]`. */
        Uids: components["schemas"]["UidInput"][];
        /** @description Include deactivated users. An auth token sees active users only and gets 400. */
        WithDeactivated: boolean;
        /** @description Only deactivated users. An auth token sees active users only and gets 400. */
        OnlyDeactivated: boolean;
        /** @description Which users to list: users that the user has blocked (`blockedByMe`), users who have blocked it (`hasBlockedMe`), or both. */
        Direction: "blockedByMe" | "hasBlockedMe" | "both";
        /** @description The sort field. By default, users are sorted by status, then name, then uid. */
        SortBy: "status" | "name" | "uid";
        /** @description The sort direction of `sortBy`. */
        SortOrder: "asc" | "desc";
        /** @description Delete permanently. Can be sent in the body instead. */
        Permanent: boolean;
        /** @description Report what would happen to each user, without changing anything. */
        DryRun: boolean;
        /** @description Ends only the sessions issued before this time, in Unix seconds. A second that has not passed yet, such as the current one, covers all sessions issued before this call, and none issued after it. */
        IssuedBefore: number;
        /** @description Ends only the sessions issued before this time, in Unix seconds. A second that has not passed yet, such as the current one, covers all sessions issued before this call, and none issued after it. */
        IssuedBeforeOfApp: number;
        /** @description The number of hours to return, including the current hour. */
        Hours: number;
        /** @description Only keys with this scope. */
        Scope: "authOnly" | "fullAccess";
        /** @description Part of the name, case-insensitive. */
        KeySearch: string;
    };
    requestBodies: never;
    headers: {
        /** @description Identifies the request in the log of the server. */
        RequestId: string;
        /** @description Seconds to wait before the next attempt. */
        RetryAfter: number;
        /** @description Unix time in seconds at which the limit resets. */
        RateLimitReset: number;
        /** @description The credential that the call requires. */
        WwwAuthenticate: string;
        /** @description Allowed calls per minute. Present if the app or the server sets a limit. */
        RateLimit: number;
        /** @description Remaining calls in this minute. Present if the app or the server sets a limit. */
        RateLimitRemaining: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getFailures: {
        parameters: {
            query?: {
                /** @description The number of hours to return, including the current hour. */
                hours?: components["parameters"]["Hours"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "hours": [
                     *           {
                     *             "hour": 1771311600,
                     *             "failures": {
                     *               "AUTH_ERR_AUTH_TOKEN_EXPIRED": 3
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Failures"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    watchLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events until the connection is closed. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 7
                     *     data: {"id":7,"at":1771312515000,"kind":"login","uid":"superhero1"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description The maximum number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description `meta.next` of the previous page: returns only older events. */
                before?: components["parameters"]["Before"];
                /** @description Only actions of this kind of actor. */
                actorKind?: components["parameters"]["ActorKindFilter"];
                /** @description Only actions of the actor with this id. */
                actor?: components["parameters"]["ActorFilter"];
                /** @description Only this action (`user.created`), or all actions of one noun (`user`). */
                action?: components["parameters"]["ActionFilter"];
                /** @description Only actions on this kind of target. */
                targetKind?: components["parameters"]["TargetKindFilter"];
                /** @description Only actions on the target with this id. Requires `targetKind`. */
                target?: components["parameters"]["TargetFilter"];
                /** @description Only events at or after this time, in Unix seconds. */
                from?: components["parameters"]["From"];
                /** @description Only events before this time, in Unix seconds. */
                until?: components["parameters"]["Until"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the log. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "sequence": 42,
                     *           "at": 1771312489,
                     *           "actor": {
                     *             "kind": "key",
                     *             "id": "key_4rT9vBnM2xYq",
                     *             "name": "Back end",
                     *             "address": "203.0.113.7"
                     *           },
                     *           "action": "user.created",
                     *           "target": {
                     *             "kind": "user",
                     *             "id": "superhero1"
                     *           },
                     *           "details": {}
                     *         }
                     *       ],
                     *       "meta": {}
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEvent"][];
                        meta: components["schemas"]["AuditMeta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listServerAuditEvents: {
        parameters: {
            query?: {
                /** @description The maximum number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description `meta.next` of the previous page: returns only older events. */
                before?: components["parameters"]["Before"];
                /** @description Only actions of this kind of actor. */
                actorKind?: components["parameters"]["ActorKindFilter"];
                /** @description Only actions of the actor with this id. */
                actor?: components["parameters"]["ActorFilter"];
                /** @description Only this action (`user.created`), or all actions of one noun (`user`). */
                action?: components["parameters"]["ActionFilter"];
                /** @description Only actions on this kind of target. */
                targetKind?: components["parameters"]["TargetKindFilter"];
                /** @description Only actions on the target with this id. Requires `targetKind`. */
                target?: components["parameters"]["TargetFilter"];
                /** @description Only events at or after this time, in Unix seconds. */
                from?: components["parameters"]["From"];
                /** @description Only events before this time, in Unix seconds. */
                until?: components["parameters"]["Until"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the log. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "sequence": 42,
                     *           "at": 1771312489,
                     *           "actor": {
                     *             "kind": "key",
                     *             "id": "key_4rT9vBnM2xYq",
                     *             "name": "Back end",
                     *             "address": "203.0.113.7"
                     *           },
                     *           "action": "user.created",
                     *           "target": {
                     *             "kind": "user",
                     *             "id": "superhero1"
                     *           },
                     *           "details": {}
                     *         }
                     *       ],
                     *       "meta": {}
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEvent"][];
                        meta: components["schemas"]["AuditMeta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_ADMIN_NO_ACCESS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listAdministrators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The administrators. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "adm_8fQ2mXo1TzB4kLw0",
                     *           "email": "ada@example.com",
                     *           "name": "Ada",
                     *           "role": "developer",
                     *           "hasPassword": true,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastSignedInAt": 1771312515
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Administrator"][];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_ADMIN_NO_ACCESS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "name": "Ada",
                 *       "role": "developer"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAdministrator"];
            };
        };
        responses: {
            /** @description The administrator and the one-time link. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "administrator": {
                     *           "id": "adm_8fQ2mXo1TzB4kLw0",
                     *           "email": "ada@example.com",
                     *           "name": "Ada",
                     *           "role": "developer",
                     *           "hasPassword": false,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastSignedInAt": 0
                     *         },
                     *         "link": "pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c",
                     *         "expiresAt": 1771313389
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["InvitedAdministrator"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            409: components["responses"]["ERR_ADMIN_ALREADY_EXISTS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    updateAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the administrator.
                 * @example adm_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdministratorId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAdministrator"];
            };
        };
        responses: {
            /** @description The updated administrator. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "adm_8fQ2mXo1TzB4kLw0",
                     *         "email": "ada@example.com",
                     *         "name": "Ada",
                     *         "role": "developer",
                     *         "hasPassword": true,
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489,
                     *         "lastSignedInAt": 1771312515
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Administrator"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS.ERR_LAST_OWNER"];
            404: components["responses"]["ERR_ADMIN_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deleteAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the administrator.
                 * @example adm_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdministratorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The administrator ada@example.com was removed."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS.ERR_LAST_OWNER"];
            404: components["responses"]["ERR_ADMIN_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the administrator.
                 * @example adm_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdministratorId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "link": "pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c",
                     *         "expiresAt": 1771313389
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignInLink"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_ADMIN_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listApps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The apps. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "appId": "my-app",
                     *           "name": "My app",
                     *           "region": "local",
                     *           "mode": "development",
                     *           "tokenTtl": 0,
                     *           "idleTimeout": 0,
                     *           "maxTokensPerUser": 100,
                     *           "allowedOrigins": [],
                     *           "corePerMinute": 0,
                     *           "otherPerMinute": 0,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["App"][];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "appId": "my-app",
                 *       "name": "My app"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApp"];
            };
        };
        responses: {
            /** @description The app and its keys. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "app": {
                     *           "appId": "my-app",
                     *           "name": "My app",
                     *           "region": "local",
                     *           "mode": "development",
                     *           "tokenTtl": 0,
                     *           "idleTimeout": 0,
                     *           "maxTokensPerUser": 100,
                     *           "allowedOrigins": [],
                     *           "corePerMinute": 0,
                     *           "otherPerMinute": 0,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489
                     *         },
                     *         "authKey": "0123456789abcdef0123456789abcdef01234567",
                     *         "apiKey": "89abcdef0123456789abcdef0123456789abcdef"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["NewApp"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "appId": "my-app",
                     *         "name": "My app",
                     *         "region": "local",
                     *         "mode": "development",
                     *         "tokenTtl": 0,
                     *         "idleTimeout": 0,
                     *         "maxTokensPerUser": 100,
                     *         "allowedOrigins": [],
                     *         "corePerMinute": 0,
                     *         "otherPerMinute": 0,
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["App"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    updateApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "production"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateApp"];
            };
        };
        responses: {
            /** @description The updated app. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "appId": "my-app",
                     *         "name": "My app",
                     *         "region": "local",
                     *         "mode": "development",
                     *         "tokenTtl": 0,
                     *         "idleTimeout": 0,
                     *         "maxTokensPerUser": 100,
                     *         "allowedOrigins": [],
                     *         "corePerMinute": 0,
                     *         "otherPerMinute": 0,
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["App"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deleteApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The app my-app was deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listNewestUsers: {
        parameters: {
            query?: {
                /** @description The maximum number of items to return. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "uid": "superhero1",
                     *           "name": "Iron Man",
                     *           "status": "offline",
                     *           "role": "default",
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastActiveAt": 0,
                     *           "hasBlockedMe": false,
                     *           "blockedByMe": false,
                     *           "deactivatedAt": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["User"][];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "administrator": {
                     *           "id": "adm_8fQ2mXo1TzB4kLw0",
                     *           "email": "ada@example.com",
                     *           "name": "Ada",
                     *           "role": "developer",
                     *           "hasPassword": true,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastSignedInAt": 1771312515
                     *         },
                     *         "session": {
                     *           "id": "ads_8fQ2mXo1TzB4kLw0",
                     *           "createdAt": 1771312515,
                     *           "lastUsedAt": 1771312515,
                     *           "expiresAt": 1771355715,
                     *           "lastIp": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0",
                     *           "current": true
                     *         },
                     *         "csrfToken": "3Yb2Lm7Vc4Hd0a1B2cpZ3kQ9wXr5Tn8"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignedIn"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_SIGN_IN_FAILED"];
            403: components["responses"]["AUTH_ERR_INSECURE_SIGN_IN.AUTH_ERR_CSRF"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            429: components["responses"]["ERR_TOO_MANY_REQUESTS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    signInWithLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "link": "pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c"
                 *     }
                 */
                "application/json": components["schemas"]["SignInWithLink"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "administrator": {
                     *           "id": "adm_8fQ2mXo1TzB4kLw0",
                     *           "email": "ada@example.com",
                     *           "name": "Ada",
                     *           "role": "developer",
                     *           "hasPassword": true,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastSignedInAt": 1771312515
                     *         },
                     *         "session": {
                     *           "id": "ads_8fQ2mXo1TzB4kLw0",
                     *           "createdAt": 1771312515,
                     *           "lastUsedAt": 1771312515,
                     *           "expiresAt": 1771355715,
                     *           "lastIp": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0",
                     *           "current": true
                     *         },
                     *         "csrfToken": "3Yb2Lm7Vc4Hd0a1B2cpZ3kQ9wXr5Tn8"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignedIn"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_SIGN_IN_LINK_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_INSECURE_SIGN_IN.AUTH_ERR_CSRF"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            429: components["responses"]["ERR_TOO_MANY_REQUESTS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current session. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "administrator": {
                     *           "id": "adm_8fQ2mXo1TzB4kLw0",
                     *           "email": "ada@example.com",
                     *           "name": "Ada",
                     *           "role": "developer",
                     *           "hasPassword": true,
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastSignedInAt": 1771312515
                     *         },
                     *         "session": {
                     *           "id": "ads_8fQ2mXo1TzB4kLw0",
                     *           "createdAt": 1771312515,
                     *           "lastUsedAt": 1771312515,
                     *           "expiresAt": 1771355715,
                     *           "lastIp": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0",
                     *           "current": true
                     *         },
                     *         "csrfToken": "3Yb2Lm7Vc4Hd0a1B2cpZ3kQ9wXr5Tn8"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignedIn"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "You are signed out."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listOwnAdminSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your sessions. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ads_8fQ2mXo1TzB4kLw0",
                     *           "createdAt": 1771312515,
                     *           "lastUsedAt": 1771312515,
                     *           "expiresAt": 1771355715,
                     *           "lastIp": "203.0.113.7",
                     *           "userAgent": "Mozilla/5.0",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AdminSession"][];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "You are signed out everywhere."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    endOwnAdminSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the session.
                 * @example ads_8fQ2mXo1TzB4kLw0
                 */
                id: components["parameters"]["AdminSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The session was ended."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF"];
            404: components["responses"]["ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery",
                 *       "password": "staple of the day"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "Your password was changed."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_SIGN_IN_FAILED.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            429: components["responses"]["ERR_TOO_MANY_REQUESTS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server information. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "version": "0.1.0",
                     *         "development": true,
                     *         "tryItAppId": "my-app"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ServerInfo"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Only keys with this scope. */
                scope?: components["parameters"]["Scope"];
                /** @description Part of the name, case-insensitive. */
                searchKey?: components["parameters"]["KeySearch"];
                /** @description Items per page. `per_page` is also accepted. */
                perPage?: components["parameters"]["PerPage"];
                /** @description Page number, starting at 1. Pages past the end are empty. */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of API keys. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "key_4rT9vBnM2xYq",
                     *           "apiKey": "1b6a...c4b",
                     *           "name": "Back end",
                     *           "scope": "fullAccess",
                     *           "createdAt": 1771312489,
                     *           "createdBy": "key_0aB1cD2eF3gH"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "pagination": {
                     *           "total": 1,
                     *           "count": 1,
                     *           "per_page": 100,
                     *           "current_page": 1,
                     *           "total_pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Back end",
                 *       "scope": "fullAccess"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description The new API key with the complete key. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "key_4rT9vBnM2xYq",
                     *         "apiKey": "1b6a1c0f9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b",
                     *         "name": "Back end",
                     *         "scope": "fullAccess",
                     *         "createdAt": 1771312489,
                     *         "createdBy": "key_0aB1cD2eF3gH"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["NewApiKey"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description The id (`key_...`) of the API key, or the complete key.
                 * @example key_4rT9vBnM2xYq
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "key_4rT9vBnM2xYq",
                     *         "apiKey": "1b6a...c4b",
                     *         "name": "Back end",
                     *         "scope": "fullAccess",
                     *         "createdAt": 1771312489,
                     *         "createdBy": "key_0aB1cD2eF3gH"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_APIKEY_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description The id (`key_...`) of the API key, or the complete key.
                 * @example key_4rT9vBnM2xYq
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Old back end"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateApiKey"];
            };
        };
        responses: {
            /** @description The updated API key. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "key_4rT9vBnM2xYq",
                     *         "apiKey": "1b6a...c4b",
                     *         "name": "Back end",
                     *         "scope": "fullAccess",
                     *         "createdAt": 1771312489,
                     *         "createdBy": "key_0aB1cD2eF3gH"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_APIKEY_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description The id (`key_...`) of the API key, or the complete key.
                 * @example key_4rT9vBnM2xYq
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The API key was deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_APIKEY_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listAuthTokens: {
        parameters: {
            query?: {
                /** @description Items per page. `per_page` is also accepted. */
                perPage?: components["parameters"]["PerPage"];
                /** @description Page number, starting at 1. Pages past the end are empty. */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of auth tokens. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ses_8fQ2mXo1TzB4kLw0",
                     *           "uid": "superhero1",
                     *           "authToken": "superhero1_1771...B2c",
                     *           "createdAt": 1771312489,
                     *           "expiresAt": 1771917289,
                     *           "idleTimeout": 0,
                     *           "lastUsedAt": 1771312515,
                     *           "used": true,
                     *           "createdBy": "key_4rT9vBnM2xYq",
                     *           "lastIp": "203.0.113.7",
                     *           "platform": "ios"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "pagination": {
                     *           "total": 1,
                     *           "count": 1,
                     *           "per_page": 100,
                     *           "current_page": 1,
                     *           "total_pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuthToken"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createAuthToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "platform": "ios",
                 *       "expiresIn": 604800
                 *     }
                 */
                "application/json": components["schemas"]["CreateAuthToken"];
            };
        };
        responses: {
            /** @description The new session with the complete auth token. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ses_8fQ2mXo1TzB4kLw0",
                     *         "uid": "superhero1",
                     *         "authToken": "superhero1_1771312489pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c",
                     *         "createdAt": 1771312489,
                     *         "expiresAt": 1771917289,
                     *         "idleTimeout": 0,
                     *         "lastUsedAt": 1771312489,
                     *         "used": false,
                     *         "createdBy": "key_4rT9vBnM2xYq",
                     *         "platform": "ios"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["NewAuthToken"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["ERR_USER_DEACTIVATED.AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    flushAuthTokens: {
        parameters: {
            query?: {
                /** @description Ends only the sessions issued before this time, in Unix seconds. A second that has not passed yet, such as the current one, covers all sessions issued before this call, and none issued after it. */
                issuedBefore?: components["parameters"]["IssuedBefore"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "All auth tokens of superhero1 were deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    flushAuthTokensOfApp: {
        parameters: {
            query: {
                /** @description Ends only the sessions issued before this time, in Unix seconds. A second that has not passed yet, such as the current one, covers all sessions issued before this call, and none issued after it. */
                issuedBefore: components["parameters"]["IssuedBeforeOfApp"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "120 auth tokens issued before 1771312489 were deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getAuthToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the complete auth token.
                 * @example ses_8fQ2mXo1TzB4kLw0
                 */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The auth token. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ses_8fQ2mXo1TzB4kLw0",
                     *         "uid": "superhero1",
                     *         "authToken": "superhero1_1771...B2c",
                     *         "createdAt": 1771312489,
                     *         "expiresAt": 1771917289,
                     *         "idleTimeout": 0,
                     *         "lastUsedAt": 1771312515,
                     *         "used": true,
                     *         "createdBy": "key_4rT9vBnM2xYq",
                     *         "lastIp": "203.0.113.7",
                     *         "platform": "ios"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuthToken"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_AUTH_TOKEN_NOT_FOUND.ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    updateAuthToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the complete auth token.
                 * @example ses_8fQ2mXo1TzB4kLw0
                 */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "platform": "android"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAuthToken"];
            };
        };
        responses: {
            /** @description The updated auth token. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "id": "ses_8fQ2mXo1TzB4kLw0",
                     *         "uid": "superhero1",
                     *         "authToken": "superhero1_1771...B2c",
                     *         "createdAt": 1771312489,
                     *         "expiresAt": 1771917289,
                     *         "idleTimeout": 0,
                     *         "lastUsedAt": 1771312515,
                     *         "used": true,
                     *         "createdBy": "key_4rT9vBnM2xYq",
                     *         "lastIp": "203.0.113.7",
                     *         "platform": "ios"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuthToken"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_AUTH_TOKEN_NOT_FOUND.ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deleteAuthToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the complete auth token.
                 * @example ses_8fQ2mXo1TzB4kLw0
                 */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The auth token was deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_AUTH_TOKEN_NOT_FOUND.ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    introspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "authToken": "superhero1_1771312489pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c"
                 *     }
                 */
                "application/json": {
                    authToken: string;
                };
            };
        };
        responses: {
            /** @description The user and session of the token. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "active": true,
                     *         "id": "ses_8fQ2mXo1TzB4kLw0",
                     *         "uid": "superhero1",
                     *         "appId": "my-app",
                     *         "createdAt": 1771312489,
                     *         "expiresAt": 0,
                     *         "idleTimeout": 0,
                     *         "lastUsedAt": 1771312515
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Introspection"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listBlockedUsers: {
        parameters: {
            query?: {
                /** @description Which users to list: users that the user has blocked (`blockedByMe`), users who have blocked it (`hasBlockedMe`), or both. */
                direction?: components["parameters"]["Direction"];
                /**
                 * @description Finds users if every word of the search key is a prefix of the UID or of a word of the name, in any order. Case, accents, vowel points, character width and the kind of apostrophe are ignored, and letters such as `ł`, `ø` or `ı` match `l`, `o` and `i`. In scripts without spaces, every character starts a word. Blanks around the key are ignored, and a key of blanks or invisible characters alone is like none.
                 * @example geo
                 */
                searchKey?: components["parameters"]["SearchKey"];
                /** @description Include the tags of the users. */
                withTags?: components["parameters"]["WithTags"];
                /** @description Items per page. `per_page` is also accepted. */
                perPage?: components["parameters"]["PerPage"];
                /** @description Page number, starting at 1. Pages past the end are empty. */
                page?: components["parameters"]["Page"];
                /** @description `meta.cursor` of the previous page. `page` is then ignored. To read all users, also send `sortBy=uid` or `sortBy=name` where the call has it: in the default order, users who come online or go offline between two calls move, and may be skipped or repeated. A UID never changes; a name only when the user is renamed. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of users. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "uid": "superhero1",
                     *           "name": "Iron Man",
                     *           "avatar": "https://example.com/avatars/iron-man.webp",
                     *           "status": "offline",
                     *           "role": "default",
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastActiveAt": 1771312515,
                     *           "hasBlockedMe": false,
                     *           "blockedByMe": true,
                     *           "deactivatedAt": 0,
                     *           "tags": [],
                     *           "blockedByMeAt": 1771312489
                     *         }
                     *       ],
                     *       "meta": {
                     *         "pagination": {
                     *           "total": 1,
                     *           "count": 1,
                     *           "per_page": 100,
                     *           "current_page": 1,
                     *           "total_pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["User"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    blockUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "blockedUids": [
                 *         "superhero2"
                 *       ]
                 *     }
                 */
                "application/json": {
                    blockedUids: components["schemas"]["UidInput"][];
                };
            };
        };
        responses: {
            /** @description One result per UID, also for those that no user can have. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "superhero2": {
                     *           "success": true,
                     *           "message": "The user with UID superhero2 was blocked."
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["BulkResults"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    unblockUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "blockedUids": [
                 *         "superhero2"
                 *       ]
                 *     }
                 */
                "application/json": {
                    blockedUids: components["schemas"]["UidInput"][];
                };
            };
        };
        responses: {
            /** @description One result per UID, also for those that no user can have. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "superhero2": {
                     *           "success": true,
                     *           "message": "The user with UID superhero2 is no longer blocked."
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["BulkResults"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listFriends: {
        parameters: {
            query?: {
                /**
                 * @description Finds users if every word of the search key is a prefix of the UID or of a word of the name, in any order. Case, accents, vowel points, character width and the kind of apostrophe are ignored, and letters such as `ł`, `ø` or `ı` match `l`, `o` and `i`. In scripts without spaces, every character starts a word. Blanks around the key are ignored, and a key of blanks or invisible characters alone is like none.
                 * @example geo
                 */
                searchKey?: components["parameters"]["SearchKey"];
                /** @description Include the tags of the users. */
                withTags?: components["parameters"]["WithTags"];
                /** @description Items per page. `per_page` is also accepted. */
                perPage?: components["parameters"]["PerPage"];
                /** @description Page number, starting at 1. Pages past the end are empty. */
                page?: components["parameters"]["Page"];
                /** @description `meta.cursor` of the previous page. `page` is then ignored. To read all users, also send `sortBy=uid` or `sortBy=name` where the call has it: in the default order, users who come online or go offline between two calls move, and may be skipped or repeated. A UID never changes; a name only when the user is renamed. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of users. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "uid": "superhero1",
                     *           "name": "Iron Man",
                     *           "avatar": "https://example.com/avatars/iron-man.webp",
                     *           "status": "offline",
                     *           "role": "default",
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastActiveAt": 1771312515,
                     *           "hasBlockedMe": false,
                     *           "blockedByMe": false,
                     *           "deactivatedAt": 0,
                     *           "tags": []
                     *         }
                     *       ],
                     *       "meta": {
                     *         "pagination": {
                     *           "total": 1,
                     *           "count": 1,
                     *           "per_page": 100,
                     *           "current_page": 1,
                     *           "total_pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["User"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    addFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accepted": [
                 *         "superhero2"
                 *       ]
                 *     }
                 */
                "application/json": {
                    accepted: components["schemas"]["UidInput"][];
                };
            };
        };
        responses: {
            /** @description One result per UID, also for those that no user can have. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "accepted": {
                     *           "superhero2": {
                     *             "success": true,
                     *             "message": "The user with UID superhero2 is now a friend."
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            accepted: components["schemas"]["BulkResults"];
                        };
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    removeFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "friends": [
                 *         "superhero2"
                 *       ]
                 *     }
                 */
                "application/json": {
                    friends: components["schemas"]["UidInput"][];
                };
            };
        };
        responses: {
            /** @description One result per UID, also for those that no user can have. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "superhero2": {
                     *           "success": true,
                     *           "message": "The user with UID superhero2 is no longer a friend."
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["BulkResults"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description Items per page. `per_page` is also accepted. */
                perPage?: components["parameters"]["PerPage"];
                /** @description Page number, starting at 1. Pages past the end are empty. */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of roles. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "role": "moderator",
                     *           "name": "Moderator",
                     *           "description": "Keeps order.",
                     *           "settings": {
                     *             "listUsers": "all",
                     *             "sendMessagesTo": "all"
                     *           },
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489
                     *         }
                     *       ],
                     *       "meta": {
                     *         "pagination": {
                     *           "total": 1,
                     *           "count": 1,
                     *           "per_page": 100,
                     *           "current_page": 1,
                     *           "total_pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "moderator",
                 *       "name": "Moderator"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRole"];
            };
        };
        responses: {
            /** @description The new role. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "role": "moderator",
                     *         "name": "Moderator",
                     *         "description": "Keeps order.",
                     *         "settings": {
                     *           "listUsers": "all",
                     *           "sendMessagesTo": "all"
                     *         },
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            409: components["responses"]["ERR_ROLE_ALREADY_EXISTS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description Id of the role.
                 * @example moderator
                 */
                role: components["parameters"]["Role"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "role": "moderator",
                     *         "name": "Moderator",
                     *         "description": "Keeps order.",
                     *         "settings": {
                     *           "listUsers": "all",
                     *           "sendMessagesTo": "all"
                     *         },
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_ROLE_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description Id of the role.
                 * @example moderator
                 */
                role: components["parameters"]["Role"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Keeps order.",
                 *       "unset": [
                 *         "metadata"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRole"];
            };
        };
        responses: {
            /** @description The updated role. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "role": "moderator",
                     *         "name": "Moderator",
                     *         "description": "Keeps order.",
                     *         "settings": {
                     *           "listUsers": "all",
                     *           "sendMessagesTo": "all"
                     *         },
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Role"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_ROLE_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description Id of the role.
                 * @example moderator
                 */
                role: components["parameters"]["Role"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The role moderator was deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["ERR_ROLE_DELETE_DENIED.AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_ROLE_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description The number of hours to return, including the current hour. */
                hours?: components["parameters"]["Hours"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "users": 1250,
                     *         "deactivatedUsers": 12,
                     *         "online": 87,
                     *         "sessions": 1903,
                     *         "logins": [
                     *           {
                     *             "hour": 1771308000,
                     *             "count": 41
                     *           },
                     *           {
                     *             "hour": 1771311600,
                     *             "count": 9
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Statistics"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Items per page. `per_page` is also accepted. */
                perPage?: components["parameters"]["PerPage"];
                /** @description Page number, starting at 1. Pages past the end are empty. */
                page?: components["parameters"]["Page"];
                /** @description `meta.cursor` of the previous page. `page` is then ignored. To read all users, also send `sortBy=uid` or `sortBy=name` where the call has it: in the default order, users who come online or go offline between two calls move, and may be skipped or repeated. A UID never changes; a name only when the user is renamed. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Finds users if every word of the search key is a prefix of the UID or of a word of the name, in any order. Case, accents, vowel points, character width and the kind of apostrophe are ignored, and letters such as `ł`, `ø` or `ı` match `l`, `o` and `i`. In scripts without spaces, every character starts a word. Blanks around the key are ignored, and a key of blanks or invisible characters alone is like none.
                 * @example geo
                 */
                searchKey?: components["parameters"]["SearchKey"];
                /** @description Fields that `searchKey` searches. Can be repeated, or written as `searchIn[]` or `searchIn[0]`. */
                searchIn?: components["parameters"]["SearchIn"];
                /** @description Only users with this status. `online` is accepted for `available`. */
                status?: components["parameters"]["Status"];
                /** @description Only users with one of these roles. Can be repeated, or written as `roles[]` or `roles[0]`. */
                roles?: components["parameters"]["Roles"];
                /** @description The same as `roles`; users with either are listed. */
                role?: components["parameters"]["RoleFilter"];
                /** @description Only users with at least one of these tags. Can be repeated, or written as `tags[]` or `tags[0]`, where a tag may contain commas. */
                tags?: components["parameters"]["Tags"];
                /** @description Include the tags of the users. */
                withTags?: components["parameters"]["WithTags"];
                /** @description Only these users. Can be repeated, or written as `uids[]` or `uids[0]`. */
                uids?: components["parameters"]["Uids"];
                /** @description Include deactivated users. An auth token sees active users only and gets 400. */
                withDeactivated?: components["parameters"]["WithDeactivated"];
                /** @description Only deactivated users. An auth token sees active users only and gets 400. */
                onlyDeactivated?: components["parameters"]["OnlyDeactivated"];
                /** @description The sort field. By default, users are sorted by status, then name, then uid. */
                sortBy?: components["parameters"]["SortBy"];
                /** @description The sort direction of `sortBy`. */
                sortOrder?: components["parameters"]["SortOrder"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of users. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "uid": "superhero1",
                     *           "name": "Iron Man",
                     *           "avatar": "https://example.com/avatars/iron-man.webp",
                     *           "status": "offline",
                     *           "role": "default",
                     *           "createdAt": 1771312489,
                     *           "updatedAt": 1771312489,
                     *           "lastActiveAt": 1771312515,
                     *           "hasBlockedMe": false,
                     *           "blockedByMe": false,
                     *           "deactivatedAt": 0,
                     *           "tags": []
                     *         }
                     *       ],
                     *       "meta": {
                     *         "pagination": {
                     *           "total": 1,
                     *           "count": 1,
                     *           "per_page": 100,
                     *           "current_page": 1,
                     *           "total_pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["User"][];
                        meta: components["schemas"]["Meta"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    reactivateUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uidsToActivate": [
                 *         "superhero1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    uidsToActivate: components["schemas"]["UidInput"][];
                };
            };
        };
        responses: {
            /** @description The users that were reactivated, and those that were not deactivated or do not exist. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "activatedUids": [
                     *           "superhero1"
                     *         ],
                     *         "nonDeactivatedUids": []
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            activatedUids: components["schemas"]["Uid"][];
                            nonDeactivatedUids: components["schemas"]["Uid"][];
                        };
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uid": "superhero1",
                 *       "name": "Iron Man",
                 *       "role": "default",
                 *       "tags": [
                 *         "hero"
                 *       ],
                 *       "withAuthToken": true
                 *     }
                 */
                "application/json": components["schemas"]["CreateUser"];
            };
        };
        responses: {
            /** @description The new user. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "uid": "superhero1",
                     *         "name": "Iron Man",
                     *         "avatar": "https://example.com/avatars/iron-man.webp",
                     *         "status": "offline",
                     *         "role": "default",
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489,
                     *         "lastActiveAt": 1771312515,
                     *         "hasBlockedMe": false,
                     *         "blockedByMe": false,
                     *         "deactivatedAt": 0,
                     *         "tags": [],
                     *         "authToken": "superhero1_1771312489pZ3kQ9wXr5Tn8Yb2Lm7Vc4Hd0a1B2c"
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CreatedUser"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            409: components["responses"]["ERR_UID_ALREADY_EXISTS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deactivateUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uidsToDeactivate": [
                 *         "superhero1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    uidsToDeactivate: components["schemas"]["UidInput"][];
                };
            };
        };
        responses: {
            /** @description The users that were deactivated. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "deactivatedUids": [
                     *           "superhero1"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            deactivatedUids: components["schemas"]["Uid"][];
                        };
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "uid": "superhero1",
                     *         "name": "Iron Man",
                     *         "avatar": "https://example.com/avatars/iron-man.webp",
                     *         "status": "offline",
                     *         "role": "default",
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489,
                     *         "lastActiveAt": 1771312515,
                     *         "hasBlockedMe": false,
                     *         "blockedByMe": false,
                     *         "deactivatedAt": 0,
                     *         "tags": []
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["User"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Tony Stark",
                 *       "unset": [
                 *         "avatar"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateUser"];
            };
        };
        responses: {
            /** @description The updated user. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "uid": "superhero1",
                     *         "name": "Iron Man",
                     *         "avatar": "https://example.com/avatars/iron-man.webp",
                     *         "status": "offline",
                     *         "role": "default",
                     *         "createdAt": 1771312489,
                     *         "updatedAt": 1771312489,
                     *         "lastActiveAt": 1771312515,
                     *         "hasBlockedMe": false,
                     *         "blockedByMe": false,
                     *         "deactivatedAt": 0,
                     *         "tags": []
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["User"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    deleteUser: {
        parameters: {
            query?: {
                /** @description Delete permanently. Can be sent in the body instead. */
                permanent?: components["parameters"]["Permanent"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
                /**
                 * @description UID of the user, case-insensitive. A text that is not a valid UID is not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "permanent": true
                 *     }
                 */
                "application/json": {
                    permanent?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "success": true,
                     *         "message": "The user with UID superhero1 was deleted."
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Success"];
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            404: components["responses"]["ERR_UID_NOT_FOUND"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
    importUsers: {
        parameters: {
            query?: {
                /** @description Report what would happen to each user, without changing anything. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: never;
            path: {
                /**
                 * @description The App ID.
                 * @example my-app
                 */
                appId: components["parameters"]["AppIdInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "users": {
                 *         "superhero1": {
                 *           "name": "Iron Man",
                 *           "createdAt": 1600000000
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    users: {
                        [key: string]: components["schemas"]["ImportUser"];
                    };
                };
            };
        };
        responses: {
            /** @description One result per UID. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "superhero1": {
                     *           "success": true,
                     *           "data": {
                     *             "uid": "superhero1",
                     *             "name": "Iron Man",
                     *             "avatar": "https://example.com/avatars/iron-man.webp",
                     *             "status": "offline",
                     *             "role": "default",
                     *             "createdAt": 1771312489,
                     *             "updatedAt": 1771312489,
                     *             "lastActiveAt": 1771312515,
                     *             "hasBlockedMe": false,
                     *             "blockedByMe": false,
                     *             "deactivatedAt": 0,
                     *             "tags": []
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            [key: string]: components["schemas"]["ImportResult"];
                        };
                    };
                };
            };
            400: components["responses"]["ERR_BAD_REQUEST"];
            401: components["responses"]["AUTH_ERR_INVALID_APPID.AUTH_ERR_ADMIN_SESSION_NOT_FOUND"];
            403: components["responses"]["AUTH_ERR_CSRF.AUTH_ERR_ADMIN_NO_ACCESS"];
            413: components["responses"]["ERR_PAYLOAD_TOO_LARGE"];
            422: components["responses"]["ERR_LIMIT_EXCEEDED"];
            500: components["responses"]["ERR_EXCEPTION"];
            503: components["responses"]["ERR_SERVICE_UNAVAILABLE"];
        };
    };
}
