// Made of contract/admin.yaml by tools/generate-schema.mjs.

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
         * @description Logins and calls of the app that were refused, by the hour and the code of the answer.
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
         * Watch what happens
         * @description Server-sent events: each `data:` is a LiveEvent, and each `id:` its id. Starts with the last hundred events. A comment every 15 seconds keeps proxies awake. Ends with the session.
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
         * @description Who did what, when and from where; the newest first. Kept for 400 days. A page can have fewer events than asked for, even none, and still have a `meta.next`: the server stops after it has examined 200,000 events. Go on until `meta.next` is absent.
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
         * @description What was done to administrators, and their signing in and out; the newest first. Page through it as through the log of an app.
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
         * @description All of them, by email.
         */
        get: operations["listAdministrators"];
        put?: never;
        /**
         * Invite an administrator
         * @description The answer has a one-time link to hand over. Signed in with it, one chooses a password.
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
         * @description A new role holds from the next call on. The last owner stays owner.
         */
        put: operations["updateAdministrator"];
        post?: never;
        /**
         * Remove an administrator
         * @description Ends its sessions at once. The last owner cannot be removed.
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
         * Make a one-time sign-in link
         * @description For somebody who has forgotten the password. Earlier links stay until they are used or expire.
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
         * @description All of them, by id.
         */
        get: operations["listApps"];
        put?: never;
        /**
         * Create an app
         * @description With the role `default` and two keys, which are shown this once. An id that is taken, or was the id of a deleted app whose data is still being removed, is refused in details.appId.
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
         * @description With its settings.
         */
        get: operations["getApp"];
        /**
         * Change the settings of an app
         * @description Only the fields that are sent. Lifetimes hold for tokens created from then on.
         */
        put: operations["updateApp"];
        post?: never;
        /**
         * Delete an app
         * @description With its users, sessions, keys and roles. Its audit log stays. The app is gone at once, and its keys, tokens and connections with it; the data of a large app is deleted over the next seconds, and until then no app can be created with its id.
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
         * List the users who were created last
         * @description By when they were stored, the newest first; without those who are deactivated.
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
         * @description Sets the session cookie. Only over https, or http on localhost. After a few failures an address has to wait, longer each time, before the next attempt is looked at.
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
         * @description `parleyd dev`, `parleyd admin` and owners make such links. Sets the session cookie.
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
         * Ask who is signed in
         * @description Also how a page learns the CSRF token after a reload.
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
         * List where you are signed in
         * @description The newest first.
         */
        get: operations["listOwnAdminSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere
         * @description Ends all your sessions, this one too, and clears the cookie.
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
         * Ask about this server
         * @description What the dashboard shows of the server itself.
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
         * @description Masked. At most 25 per app.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The answer is the only place that ever shows the whole key.
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
                 * @description The id (`key_...`) of the API key, or the whole key.
                 * @example key_4rT9vBnM2xYq
                 */
                key: components["parameters"]["Key"];
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Masked; the path takes the id or the whole key.
         */
        get: operations["getApiKey"];
        /**
         * Update an API key
         * @description A key may not change itself.
         */
        put: operations["updateApiKey"];
        post?: never;
        /**
         * Delete an API key
         * @description It is refused from this answer on. A key may not delete itself.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * List the auth tokens of a user
         * @description The live ones, newest first, masked.
         */
        get: operations["listAuthTokens"];
        put?: never;
        /**
         * Create an auth token (log a user in)
         * @description In production your server calls this with the REST API Key and hands the token to the app; in development an app may call it with the Auth Key. A user has at most 100 live tokens (or what the app says): one more ends the oldest.
         */
        post: operations["createAuthToken"];
        /**
         * End all sessions of a user
         * @description With `issuedBefore` only those issued before that moment; the message then is "The auth tokens of superhero1 issued before 1771312489 were deleted."
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
         * @description For the day on which tokens have leaked. `issuedBefore` is required. Sessions end one after the other while the server goes on serving; all of them have ended when it answers. Should it answer 503, call it again.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the whole auth token.
                 * @example ses_8fQ2mXo1TzB4kLw0
                 */
                token: components["parameters"]["Token"];
            };
            cookie?: never;
        };
        /**
         * Get an auth token
         * @description Masked; the path takes the id or the whole token.
         */
        get: operations["getAuthToken"];
        /**
         * Update what is known about a device
         * @description Changes the fields that are sent.
         */
        put: operations["updateAuthToken"];
        post?: never;
        /**
         * End one session
         * @description The token is refused from this answer on, on every node.
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
         * Ask who an auth token is
         * @description For your other services. Any text that logs nobody in to this app, whatever the reason, is answered with `active` false and nothing else.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * List blocked users
         * @description By name, as the user in the path sees them; `blockedByMeAt` and `blockedAt` say since when.
         */
        get: operations["listBlockedUsers"];
        put?: never;
        /**
         * Block users
         * @description Each is offline to the other from then on, in presence and in lists. Blocking somebody again is a success. At most 25 at once; each succeeds or fails for itself.
         */
        post: operations["blockUsers"];
        /**
         * Unblock users
         * @description Of a user who is not blocked there is nothing to undo, and that is a success. At most 25 at once; each succeeds or fails for itself.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * List friends
         * @description By name, as the user in the path sees them.
         */
        get: operations["listFriends"];
        put?: never;
        /**
         * Add friends
         * @description Makes the user and each of the others friends of each other. At most 25 at once; each succeeds or fails for itself.
         */
        post: operations["addFriends"];
        /**
         * Remove friends
         * @description Ends the friendship for both sides. At most 25 at once; each succeeds or fails for itself.
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
         * @description At most 25 per app; `default` always exists.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role
         * @description Ids are lower-cased and cannot be changed later.
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
         * @description By its id.
         */
        get: operations["getRole"];
        /**
         * Update a role
         * @description Changes the fields that are sent, and empties those that `unset` names.
         */
        put: operations["updateRole"];
        post?: never;
        /**
         * Delete a role
         * @description Its users get the role `default`, which itself cannot be deleted. With very many users this takes some seconds; the role disappears immediately; when the call returns, all its users have `default`.
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
         * @description How things stand now, and the logins of the last hours. Users and sessions are not counted one by one, so it may be asked for every few seconds.
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
         * @description A client sees the users of its app without itself, or its friends alone where the settings of its role say so; an API key sees all of them. Sorted by status, name and uid unless told otherwise.
         */
        get: operations["listUsers"];
        /**
         * Reactivate users
         * @description Lets deactivated users in again. Their old sessions stay ended.
         */
        put: operations["reactivateUsers"];
        /**
         * Create a user
         * @description Call it from your server when somebody signs up in your app. UIDs are lower-cased and cannot be changed later. With withAuthToken the answer carries an auth token to log in with.
         */
        post: operations["createUser"];
        /**
         * Deactivate users
         * @description Ends their sessions at once. Deactivated users keep their UID and data and count as absent until they are reactivated.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description `metadata["@private"]` is shown to fullAccess keys only. Deactivated users count as absent.
         */
        get: operations["getUser"];
        /**
         * Update a user
         * @description Changes the fields that are sent, and empties those that `unset` names.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Deactivate or delete a user
         * @description Without `permanent` the user is deactivated and can come back; the message then is "The user with UID superhero1 was deactivated." With it the user, even a deactivated one, is gone, and a later user with the same UID has nothing to do with it. Sessions end at once either way.
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
         * @description At most 50 users (more are refused with `ERR_LIMIT_EXCEEDED`) and 1 MB per call, with their times of creation and last activity. Those with `deactivatedAt` are stored as deactivated users. Each user succeeds or fails for itself, and the answer names it by the UID as it was sent. With `dryRun` nothing is changed, and the answer is what it would be.
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
            /** @description Without one, only one-time links sign in. */
            hasPassword: boolean;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            /** @description 0 before the first sign-in. */
            lastSignedInAt: number;
        };
        /** @description A browser that an administrator is signed in with. */
        AdminSession: {
            id: string;
            createdAt: components["schemas"]["Time"];
            lastUsedAt: components["schemas"]["Time"];
            /** @description When it ends, used or not. */
            expiresAt: components["schemas"]["Time"];
            lastIp?: string;
            userAgent?: string;
            /** @description Whether this is the session that asks. */
            current: boolean;
        };
        /** @description Who is signed in, and what its calls need. */
        SignedIn: {
            administrator: components["schemas"]["Administrator"];
            session: components["schemas"]["AdminSession"];
            /** @description For the header x-csrf-token. */
            csrfToken: string;
        };
        SignIn: {
            email: string;
            password: string;
        };
        SignInWithLink: {
            /** @description What stands behind `#link=`. */
            link: string;
        };
        ChangePassword: {
            /** @description Needed where the administrator has one. */
            currentPassword?: string;
            password: string;
        };
        CreateAdministrator: {
            email: components["schemas"]["Email"];
            name: components["schemas"]["NameInput"];
            role: components["schemas"]["AdministratorRole"];
        };
        UpdateAdministrator: {
            name?: components["schemas"]["NameInput"];
            role?: components["schemas"]["AdministratorRole"];
            /** @description If sent, the one it has: it cannot be changed. */
            email?: string;
            id?: components["schemas"]["Ignored"];
            hasPassword?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
            lastSignedInAt?: components["schemas"]["Ignored"];
        };
        /** @description Signs its administrator in once. Shown this once. */
        SignInLink: {
            /** @description For `/dashboard/sign-in#link=`. */
            link: string;
            expiresAt: components["schemas"]["Time"];
        };
        InvitedAdministrator: {
            administrator: components["schemas"]["Administrator"];
            /** @description For `/dashboard/sign-in#link=`. */
            link: string;
            /** @description When the link ends. */
            expiresAt: components["schemas"]["Time"];
        };
        /** @enum {unknown} */
        AppMode: "development" | "production";
        App: {
            appId: string;
            name: components["schemas"]["NameInput"];
            region: string;
            /** @description In production an Auth Key logs nobody in: apps log in with auth tokens. */
            mode: components["schemas"]["AppMode"];
            /** @description Seconds that new auth tokens live; 0 = for ever. */
            tokenTtl: number;
            /** @description Seconds without use that end a new auth token; 0 = never. */
            idleTimeout: number;
            maxTokensPerUser: number;
            /** @description Origins of web pages that may use the app; empty = any. `https://*.example.com` stands for every host below example.com, `null` for local files and sandboxed frames. Kept as browsers send them: `HTTPS://Example.com:443/` becomes `https://example.com`. */
            allowedOrigins: string[];
            /** @description Logins, creations and deletions per minute; 0 = the server's limit, if any. */
            corePerMinute: number;
            /** @description Other calls per minute; 0 = the same. */
            otherPerMinute: number;
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
        };
        CreateApp: {
            /** @description 1-63 of a-z, 0-9 and -; made up when left out. */
            appId?: string;
            name: components["schemas"]["NameInput"];
            region?: string;
            /** @description In production an Auth Key logs nobody in: apps log in with auth tokens. */
            mode?: components["schemas"]["AppMode"];
            /** @description Seconds that new auth tokens live; 0 = for ever. */
            tokenTtl?: number;
            /** @description Seconds without use that end a new auth token; 0 = never. */
            idleTimeout?: number;
            maxTokensPerUser?: number;
            /** @description Origins of web pages that may use the app; empty = any. `https://*.example.com` stands for every host below example.com, `null` for local files and sandboxed frames. Kept as browsers send them: `HTTPS://Example.com:443/` becomes `https://example.com`. */
            allowedOrigins?: string[];
            /** @description Logins, creations and deletions per minute; 0 = the server's limit, if any. */
            corePerMinute?: number;
            /** @description Other calls per minute; 0 = the same. */
            otherPerMinute?: number;
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
        };
        UpdateApp: {
            name?: components["schemas"]["NameInput"];
            region?: string;
            /** @description In production an Auth Key logs nobody in: apps log in with auth tokens. */
            mode?: components["schemas"]["AppMode"];
            /** @description Seconds that new auth tokens live; 0 = for ever. */
            tokenTtl?: number;
            /** @description Seconds without use that end a new auth token; 0 = never. */
            idleTimeout?: number;
            maxTokensPerUser?: number;
            /** @description Origins of web pages that may use the app; empty = any. `https://*.example.com` stands for every host below example.com, `null` for local files and sandboxed frames. Kept as browsers send them: `HTTPS://Example.com:443/` becomes `https://example.com`. */
            allowedOrigins?: string[];
            /** @description Logins, creations and deletions per minute; 0 = the server's limit, if any. */
            corePerMinute?: number;
            /** @description Other calls per minute; 0 = the same. */
            otherPerMinute?: number;
            /** @description If sent, the same as in the path. */
            appId?: string;
            createdAt?: components["schemas"]["Ignored"];
            updatedAt?: components["schemas"]["Ignored"];
        };
        /** @description The app with its first keys, shown this once. */
        NewApp: {
            app: components["schemas"]["App"];
            /** @description Scope authOnly: for clients in development. */
            authKey: string;
            /** @description Scope fullAccess: for your server. */
            apiKey: string;
        };
        ServerInfo: {
            version: string;
            /** @description The server was started with `parleyd dev`. */
            development: boolean;
            /** @description Where clients find the server; left out where that is wherever they ask. */
            publicUrl?: string;
            /** @description The app that the try-it page at `/` logs in to; only in development. */
            tryItAppId?: string;
        };
        /** @description One change, written with it or not at all. */
        AuditEvent: {
            sequence: number;
            at: components["schemas"]["Time"];
            actor: {
                /** @enum {unknown} */
                kind: "administrator" | "key" | "user" | "account" | "server";
                id: string;
                /** @description The name of the key, the email of the administrator. */
                name?: string;
                /** @description The IP address it called from. */
                address?: string;
            };
            action: string;
            target: {
                /** @enum {unknown} */
                kind: "user" | "role" | "api_key" | "app" | "administrator";
                id: string;
            };
            /** @description Names of changed fields, ids and counts; never values. */
            details: Record<string, unknown>;
        };
        AuditMeta: {
            /** @description `before` of the next page; absent on the last. */
            next?: number;
        };
        Failures: {
            /** @description Every hour that was asked for, the oldest first; the last is the one that runs. */
            hours: {
                hour: number;
                /** @description How many logins and calls failed with each code of the catalogue. */
                failures: {
                    [key: string]: number;
                };
            }[];
        };
        /** @description Something that happens, as it happens. Texts that are empty are left out. */
        LiveEvent: {
            /** @description Counts up from the start of the server. */
            id: number;
            /** @description Unix milliseconds. */
            at: number;
            /** @enum {unknown} */
            kind: "login" | "logout" | "session_ended" | "connected" | "disconnected" | "failure";
            uid?: string;
            sessionId?: string;
            platform?: string;
            address?: string;
            /** @description Of a failure: the code of the catalogue. */
            code?: string;
            /** @enum {unknown} */
            reason?: "logout" | "revoked" | "expired" | "deactivated" | "deleted" | "limit";
        };
        Uid: string;
        UidInput: string;
        /** @description Unix seconds. */
        Time: number;
        /** @description An http or https URL; empty for none. It is read as browsers read it (WHATWG URL) and stored in that form: `HTTPS://Example.com/a b` becomes `https://example.com/a%20b`. Other schemes, and URLs without a host, are refused. */
        HttpUrlInput: string;
        /** @description An http or https URL in the form in which browsers show it. */
        HttpUrl: string;
        /** @description At least one visible character; no control characters (Cc), direction overrides or isolates (U+202A-202E, U+2066-2069), and at most 10 combining marks on one character. Joiners (ZWJ, ZWNJ) and direction marks (LRM, RLM) are fine. */
        NameInput: string;
        /** @description At most 5 KB as JSON. Numbers beyond 9007199254740991 (2^53-1) are refused, because JavaScript rounds them: send identifiers as strings. Numbers with a fraction are kept as 64-bit floating-point numbers, and so are those from 1e21 on with an exponent. In the metadata of a user the key `@private` is seen and written by fullAccess keys only: from anybody else it is refused with `ERR_BAD_REQUEST`, and it stays as it is when they change or unset the rest. */
        Metadata: Record<string, unknown>;
        /** @description At most 25; one more is refused with `ERR_LIMIT_EXCEEDED`. For their characters the rules of names hold. */
        Tags: string[];
        /** @description A whole auth token, shown once. */
        AuthTokenValue: string;
        /** @description An auth token that can be recognised, not used. */
        MaskedAuthToken: string;
        SessionIdValue: string;
        KeyIdValue: string;
        /** @enum {unknown} */
        KeyScope: "authOnly" | "fullAccess";
        /** @description A user. Texts that are empty are left out. */
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
            /** @description In lists with withTags only, elsewhere always. */
            tags?: components["schemas"]["Tags"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            /** @description 0 before the first activity. */
            lastActiveAt: number;
            /** @description 0 while the user is active. */
            deactivatedAt: number;
            /** @description The user has blocked the caller. */
            hasBlockedMe: boolean;
            /** @description The caller has blocked the user. */
            blockedByMe: boolean;
            /** @description When the user blocked the caller; only if so. */
            blockedAt?: components["schemas"]["Time"];
            /** @description When the caller blocked the user; only if so. */
            blockedByMeAt?: components["schemas"]["Time"];
            /** @description `<smaller uid>_user_<larger uid>`, where there is a caller and it is somebody else. */
            conversationId?: string;
        };
        /** @description The user; with `authToken` where `withAuthToken` was asked for. */
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
            /** @description In lists with withTags only, elsewhere always. */
            tags?: components["schemas"]["Tags"];
            createdAt: components["schemas"]["Time"];
            updatedAt: components["schemas"]["Time"];
            /** @description 0 before the first activity. */
            lastActiveAt: number;
            /** @description 0 while the user is active. */
            deactivatedAt: number;
            /** @description The user has blocked the caller. */
            hasBlockedMe: boolean;
            /** @description The caller has blocked the user. */
            blockedByMe: boolean;
            /** @description When the user blocked the caller; only if so. */
            blockedAt?: components["schemas"]["Time"];
            /** @description When the caller blocked the user; only if so. */
            blockedByMeAt?: components["schemas"]["Time"];
            /** @description `<smaller uid>_user_<larger uid>`, where there is a caller and it is somebody else. */
            conversationId?: string;
            authToken?: components["schemas"]["AuthTokenValue"];
        };
        /**
         * @deprecated
         * @description Read-only. Callers send it back with what they have read; it is accepted and ignored.
         */
        Ignored: unknown;
        /** @description Unix seconds, not milliseconds; at most a day from now. 0 = never. */
        PastTime: number;
        CreateUser: {
            uid: components["schemas"]["UidInput"];
            name: components["schemas"]["NameInput"];
            avatar?: components["schemas"]["HttpUrlInput"];
            link?: components["schemas"]["HttpUrlInput"];
            /** @description An existing role; `default` if none is named. */
            role?: components["schemas"]["UidInput"];
            /** @description As a name, but it may have tabs and line breaks, and nothing visible. */
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
            /** @description Log the user in at once. */
            withAuthToken?: boolean;
        };
        UpdateUser: {
            /** @description If sent, the same as in the path. */
            uid?: components["schemas"]["UidInput"];
            name?: components["schemas"]["NameInput"];
            avatar?: components["schemas"]["HttpUrlInput"];
            link?: components["schemas"]["HttpUrlInput"];
            /** @description An existing role; `default` if none is named. */
            role?: components["schemas"]["UidInput"];
            /** @description As a name, but it may have tabs and line breaks, and nothing visible. */
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
        /** @description Fields to empty. */
        UnsetUser: ("avatar" | "link" | "metadata" | "statusMessage" | "tags")[];
        CreateAuthToken: {
            platform?: string;
            userAgent?: string;
            /** @description At most 5 KB as JSON, with numbers as in metadata. */
            appInfo?: Record<string, unknown>;
            deviceId?: string;
            /** @description Accepted; every call makes a new token anyway. */
            force?: boolean;
            /** @description Seconds until the session ends; 0 = never. Without it the app decides. */
            expiresIn?: number;
            /** @description Seconds without use after which the session ends; 0 = never. */
            idleTimeout?: number;
        };
        UpdateAuthToken: {
            platform?: string;
            userAgent?: string;
            /** @description At most 5 KB as JSON, with numbers as in metadata. */
            appInfo?: Record<string, unknown>;
            id?: components["schemas"]["Ignored"];
            uid?: components["schemas"]["Ignored"];
            authToken?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["Ignored"];
            expiresAt?: components["schemas"]["Ignored"];
            idleTimeout?: components["schemas"]["Ignored"];
            lastUsedAt?: components["schemas"]["Ignored"];
            used?: components["schemas"]["Ignored"];
            createdBy?: components["schemas"]["Ignored"];
            lastIp?: components["schemas"]["Ignored"];
            deviceId?: components["schemas"]["Ignored"];
            current?: components["schemas"]["Ignored"];
        };
        /** @description A new session, with its auth token whole. Texts that are empty are left out. */
        NewAuthToken: {
            id: components["schemas"]["SessionIdValue"];
            uid: components["schemas"]["Uid"];
            authToken: components["schemas"]["AuthTokenValue"];
            createdAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 = never. */
            expiresAt: number;
            /** @description Seconds; 0 = never. */
            idleTimeout: number;
            /** @description To the minute. Until the first use, the time of creation. */
            lastUsedAt: components["schemas"]["Time"];
            /** @description Whether a client has called with the token or opened a socket. A session that is not used yet is no device. Lists show the first use within seconds, and the session call at once. */
            used: boolean;
            /** @description Id of the key or administrator who created it, or `server`. Absent in GET /me/sessions, and for sessions that an earlier version of the server created. */
            createdBy?: string;
            /** @description The address of the device; absent while it is unknown. */
            lastIp?: string;
            platform?: string;
            deviceId?: string;
            userAgent?: string;
            appInfo?: Record<string, unknown>;
            /** @description In GET /me/sessions: whether this is the session that asks. */
            current?: boolean;
        };
        /** @description A session, with its auth token masked. */
        AuthToken: {
            id: components["schemas"]["SessionIdValue"];
            uid: components["schemas"]["Uid"];
            authToken: components["schemas"]["MaskedAuthToken"];
            createdAt: components["schemas"]["Time"];
            /** @description Unix seconds; 0 = never. */
            expiresAt: number;
            /** @description Seconds; 0 = never. */
            idleTimeout: number;
            /** @description To the minute. Until the first use, the time of creation. */
            lastUsedAt: components["schemas"]["Time"];
            /** @description Whether a client has called with the token or opened a socket. A session that is not used yet is no device. Lists show the first use within seconds, and the session call at once. */
            used: boolean;
            /** @description Id of the key or administrator who created it, or `server`. Absent in GET /me/sessions, and for sessions that an earlier version of the server created. */
            createdBy?: string;
            /** @description The address of the device; absent while it is unknown. */
            lastIp?: string;
            platform?: string;
            deviceId?: string;
            userAgent?: string;
            appInfo?: Record<string, unknown>;
            /** @description In GET /me/sessions: whether this is the session that asks. */
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
        /** @description Both are `all` unless set. An update changes the ones it names. */
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
            /** @description If sent, the same as in the path. */
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
            /** @description The whole key, shown once. */
            apiKey: string;
            name: string;
            scope: components["schemas"]["KeyScope"];
            createdAt: components["schemas"]["Time"];
            /** @description Id of the key or administrator who created it, or `server`. */
            createdBy: string;
            lastUsedAt?: components["schemas"]["Time"];
        };
        /** @description An API key, masked. */
        ApiKey: {
            id: components["schemas"]["KeyIdValue"];
            apiKey: string;
            name: string;
            scope: components["schemas"]["KeyScope"];
            createdAt: components["schemas"]["Time"];
            /** @description Id of the key or administrator who created it, or `server`. */
            createdBy: string;
            lastUsedAt?: components["schemas"]["Time"];
        };
        CreateApiKey: {
            name: components["schemas"]["NameInput"];
            /** @default authOnly */
            scope?: components["schemas"]["KeyScope"];
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
            /** @description An existing role; `default` if none is named. */
            role?: components["schemas"]["UidInput"];
            /** @description As a name, but it may have tabs and line breaks, and nothing visible. */
            statusMessage?: string;
            metadata?: components["schemas"]["Metadata"];
            tags?: components["schemas"]["Tags"];
            status?: components["schemas"]["Ignored"];
            createdAt?: components["schemas"]["PastTime"];
            updatedAt?: components["schemas"]["Ignored"];
            lastActiveAt?: components["schemas"]["PastTime"];
            /** @description When the user was deactivated; 0 or absent while active. */
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
        /** @description What became of each user that the call names. */
        BulkResults: {
            [key: string]: {
                success: boolean;
                /** @description Fit for a person. */
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
        /** @description Who a token is; `{active: false}` and nothing else for one that logs nobody in. */
        Introspection: {
            active: boolean;
            id?: components["schemas"]["SessionIdValue"];
            uid?: components["schemas"]["Uid"];
            appId?: string;
            createdAt?: components["schemas"]["Time"];
            /** @description Unix seconds; 0 = never. */
            expiresAt?: number;
            /** @description Seconds; 0 = never. */
            idleTimeout?: number;
            lastUsedAt?: components["schemas"]["Time"];
            platform?: string;
            deviceId?: string;
        };
        Statistics: {
            /** @description Users of the app, without those who are deactivated. */
            users: number;
            deactivatedUsers: number;
            /** @description Users who are online, as a list with the status `available` shows them. */
            online: number;
            /** @description Live sessions: auth tokens that were neither ended nor are over by their lifetime or idle timeout. What is known of their last use may be a minute old, or a quarter of the idle timeout where that is less. */
            sessions: number;
            /** @description Every hour that was asked for, the oldest first, also those without a login; the last is the one that runs. Hours are kept for 30 days. */
            logins: {
                /** @description Unix seconds of the beginning of the hour (UTC). */
                hour: number;
                /** @description Auth tokens that were created in this hour, by whatever call or command: each is a login. An app that starts with a token it already has logs nobody in. */
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
            /** @description In full pages of GET /users: send it as `cursor` with the same filters to get the page behind this one, at the same cost however deep it is. */
            cursor?: string;
        };
        Error: {
            error: components["schemas"]["ErrorBody"];
        };
        ErrorBody: {
            code: string;
            /** @description What happened, for a person. */
            message: string;
            /** @description What to do about it, for the developer. */
            devMessage: string;
            /** @constant */
            source: "chat-api";
            /** @description The refused fields, each with the reasons. */
            details?: {
                [key: string]: string[];
            };
            /** @description The same as the header x-request-id; in 5xx answers. */
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
        /** @description How many, at most. */
        Limit: number;
        /** @description `meta.next` of the page before: only what is older. */
        Before: number;
        /** @description Only what this kind of actor did. */
        ActorKindFilter: "administrator" | "key" | "user" | "account" | "server";
        /** @description Only what the actor with this id did. */
        ActorFilter: string;
        /** @description Only this action (`user.created`), or those of one noun (`user`). */
        ActionFilter: string;
        /** @description Only what was done to this kind of thing. */
        TargetKindFilter: "user" | "role" | "api_key" | "app" | "administrator";
        /** @description Only what was done to the thing with this id; needs `targetKind`. */
        TargetFilter: string;
        /** @description Unix seconds: only from this moment on. */
        From: number;
        /** @description Unix seconds: only before this moment. */
        Until: number;
        /**
         * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
         * @example cometchat-uid-1
         */
        Uid: components["schemas"]["UidInput"];
        /**
         * @description The id (`ses_...`) of the session, or the whole auth token.
         * @example ses_8fQ2mXo1TzB4kLw0
         */
        Token: string;
        /**
         * @description The id (`key_...`) of the API key, or the whole key.
         * @example key_4rT9vBnM2xYq
         */
        Key: string;
        /**
         * @description Id of the role.
         * @example moderator
         */
        Role: components["schemas"]["UidInput"];
        /** @description Items per page; also spelled `per_page`. */
        PerPage: number;
        /** @description The page, counted from 1. Past the end the list is empty. */
        Page: number;
        /** @description `meta.cursor` of the page before; `page` is ignored then. */
        Cursor: string;
        /**
         * @description Each of its words, in any order, begins the UID or a word of the name. Case, accents, points, width and the kind of apostrophe do not matter, and letters such as `ł`, `ø` or `ı` are found by those that are typed for them. In scripts without spaces a word begins at each character.
         * @example geo
         */
        SearchKey: string;
        /** @description Where `searchKey` looks. Also repeated, or as `searchIn[]` or `searchIn[0]`. */
        SearchIn: ("uid" | "name")[];
        /** @description Only users of this status; `online` means `available`. */
        Status: "available" | "online" | "offline";
        /** @description Only users of these roles. Also repeated, or as `roles[]` or `roles[0]`. */
        Roles: components["schemas"]["UidInput"][];
        /** @description Only users of this role. */
        RoleFilter: components["schemas"]["UidInput"];
        /** @description Only users with one of these tags. Also repeated, or as `tags[]` or `tags[0]`, where a tag may have commas. */
        Tags: string[];
        /** @description Show the tags of the users. */
        WithTags: boolean;
        /** @description Only these users. Also repeated, or as `uids[]` or `uids[0]`. */
        Uids: components["schemas"]["UidInput"][];
        /** @description Deactivated users too. From a client it has no effect. */
        WithDeactivated: boolean;
        /** @description Deactivated users only. From a client it has no effect. */
        OnlyDeactivated: boolean;
        /** @description Whom to list: those whom the user has blocked, those who have blocked it, or both. */
        Direction: "blockedByMe" | "hasBlockedMe" | "both";
        /** @description What to sort by. Without it: status, then name, then uid. */
        SortBy: "status" | "name" | "uid";
        /** @description Direction of `sortBy`. */
        SortOrder: "asc" | "desc";
        /** @description Delete for good. May be sent in the body instead. */
        Permanent: boolean;
        /** @description Report what would happen to each user, and change nothing. */
        DryRun: boolean;
        /** @description Unix seconds: end only the sessions issued before this moment. A second that has not passed yet, such as the current one, covers every session issued before this call and none issued after it. */
        IssuedBefore: number;
        /** @description As for the sessions of one user. */
        IssuedBeforeOfApp: number;
        /** @description How many hours of logins, the one that runs among them. */
        Hours: number;
        /** @description Only keys of this scope. */
        Scope: "authOnly" | "fullAccess";
        /** @description Part of the name, whatever the case. */
        KeySearch: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names the request, here and in the log of the server. */
        RequestId: string;
        /** @description Seconds to wait before the next attempt. */
        RetryAfter: number;
        /** @description Unix time at which the limit starts again. */
        RateLimitReset: number;
        /** @description The credential that the call wants. */
        WwwAuthenticate: string;
        /** @description Calls per minute. On every answer where the app or the server sets a limit. */
        RateLimit: number;
        /** @description Calls left in this minute. On every answer where the app or the server sets a limit. */
        RateLimitRemaining: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getFailures: {
        parameters: {
            query?: {
                /** @description How many hours of logins, the one that runs among them. */
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
            /** @description The numbers. */
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
            /** @description Events until the connection is closed. */
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
                /** @description How many, at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `meta.next` of the page before: only what is older. */
                before?: components["parameters"]["Before"];
                /** @description Only what this kind of actor did. */
                actorKind?: components["parameters"]["ActorKindFilter"];
                /** @description Only what the actor with this id did. */
                actor?: components["parameters"]["ActorFilter"];
                /** @description Only this action (`user.created`), or those of one noun (`user`). */
                action?: components["parameters"]["ActionFilter"];
                /** @description Only what was done to this kind of thing. */
                targetKind?: components["parameters"]["TargetKindFilter"];
                /** @description Only what was done to the thing with this id; needs `targetKind`. */
                target?: components["parameters"]["TargetFilter"];
                /** @description Unix seconds: only from this moment on. */
                from?: components["parameters"]["From"];
                /** @description Unix seconds: only before this moment. */
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
                /** @description How many, at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `meta.next` of the page before: only what is older. */
                before?: components["parameters"]["Before"];
                /** @description Only what this kind of actor did. */
                actorKind?: components["parameters"]["ActorKindFilter"];
                /** @description Only what the actor with this id did. */
                actor?: components["parameters"]["ActorFilter"];
                /** @description Only this action (`user.created`), or those of one noun (`user`). */
                action?: components["parameters"]["ActionFilter"];
                /** @description Only what was done to this kind of thing. */
                targetKind?: components["parameters"]["TargetKindFilter"];
                /** @description Only what was done to the thing with this id; needs `targetKind`. */
                target?: components["parameters"]["TargetFilter"];
                /** @description Unix seconds: only from this moment on. */
                from?: components["parameters"]["From"];
                /** @description Unix seconds: only before this moment. */
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
            /** @description The administrator and its link. */
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
            /** @description The administrator as it is now. */
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
            /** @description The app as it is now. */
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
                /** @description How many, at most. */
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
            /** @description Who is signed in. */
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
            /** @description The server. */
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
                /** @description Only keys of this scope. */
                scope?: components["parameters"]["Scope"];
                /** @description Part of the name, whatever the case. */
                searchKey?: components["parameters"]["KeySearch"];
                /** @description Items per page; also spelled `per_page`. */
                perPage?: components["parameters"]["PerPage"];
                /** @description The page, counted from 1. Past the end the list is empty. */
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
            /** @description The new API key, whole. */
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
                 * @description The id (`key_...`) of the API key, or the whole key.
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
                 * @description The id (`key_...`) of the API key, or the whole key.
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
            /** @description The API key as it is now. */
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
                 * @description The id (`key_...`) of the API key, or the whole key.
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
                /** @description Items per page; also spelled `per_page`. */
                perPage?: components["parameters"]["PerPage"];
                /** @description The page, counted from 1. Past the end the list is empty. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
            /** @description The new auth token, whole. */
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
                /** @description Unix seconds: end only the sessions issued before this moment. A second that has not passed yet, such as the current one, covers every session issued before this call and none issued after it. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                /** @description As for the sessions of one user. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the whole auth token.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the whole auth token.
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
            /** @description The auth token as it is now. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
                 * @example cometchat-uid-1
                 */
                uid: components["parameters"]["Uid"];
                /**
                 * @description The id (`ses_...`) of the session, or the whole auth token.
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
            /** @description Whose token it is. */
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
                /** @description Whom to list: those whom the user has blocked, those who have blocked it, or both. */
                direction?: components["parameters"]["Direction"];
                /**
                 * @description Each of its words, in any order, begins the UID or a word of the name. Case, accents, points, width and the kind of apostrophe do not matter, and letters such as `ł`, `ø` or `ı` are found by those that are typed for them. In scripts without spaces a word begins at each character.
                 * @example geo
                 */
                searchKey?: components["parameters"]["SearchKey"];
                /** @description Show the tags of the users. */
                withTags?: components["parameters"]["WithTags"];
                /** @description Items per page; also spelled `per_page`. */
                perPage?: components["parameters"]["PerPage"];
                /** @description The page, counted from 1. Past the end the list is empty. */
                page?: components["parameters"]["Page"];
                /** @description `meta.cursor` of the page before; `page` is ignored then. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                     *         "superhero2": {
                     *           "success": true,
                     *           "message": "The user with UID superhero2 is not blocked any more."
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
                 * @description Each of its words, in any order, begins the UID or a word of the name. Case, accents, points, width and the kind of apostrophe do not matter, and letters such as `ł`, `ø` or `ı` are found by those that are typed for them. In scripts without spaces a word begins at each character.
                 * @example geo
                 */
                searchKey?: components["parameters"]["SearchKey"];
                /** @description Show the tags of the users. */
                withTags?: components["parameters"]["WithTags"];
                /** @description Items per page; also spelled `per_page`. */
                perPage?: components["parameters"]["PerPage"];
                /** @description The page, counted from 1. Past the end the list is empty. */
                page?: components["parameters"]["Page"];
                /** @description `meta.cursor` of the page before; `page` is ignored then. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                     *         "accepted": {
                     *           "superhero2": {
                     *             "success": true,
                     *             "message": "The user with UID superhero2 is a friend now."
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                     *         "superhero2": {
                     *           "success": true,
                     *           "message": "The user with UID superhero2 is no friend any more."
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
                /** @description Items per page; also spelled `per_page`. */
                perPage?: components["parameters"]["PerPage"];
                /** @description The page, counted from 1. Past the end the list is empty. */
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
            /** @description The role as it is now. */
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
                /** @description How many hours of logins, the one that runs among them. */
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
            /** @description The numbers. */
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
                /** @description Items per page; also spelled `per_page`. */
                perPage?: components["parameters"]["PerPage"];
                /** @description The page, counted from 1. Past the end the list is empty. */
                page?: components["parameters"]["Page"];
                /** @description `meta.cursor` of the page before; `page` is ignored then. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Each of its words, in any order, begins the UID or a word of the name. Case, accents, points, width and the kind of apostrophe do not matter, and letters such as `ł`, `ø` or `ı` are found by those that are typed for them. In scripts without spaces a word begins at each character.
                 * @example geo
                 */
                searchKey?: components["parameters"]["SearchKey"];
                /** @description Where `searchKey` looks. Also repeated, or as `searchIn[]` or `searchIn[0]`. */
                searchIn?: components["parameters"]["SearchIn"];
                /** @description Only users of this status; `online` means `available`. */
                status?: components["parameters"]["Status"];
                /** @description Only users of these roles. Also repeated, or as `roles[]` or `roles[0]`. */
                roles?: components["parameters"]["Roles"];
                /** @description Only users of this role. */
                role?: components["parameters"]["RoleFilter"];
                /** @description Only users with one of these tags. Also repeated, or as `tags[]` or `tags[0]`, where a tag may have commas. */
                tags?: components["parameters"]["Tags"];
                /** @description Show the tags of the users. */
                withTags?: components["parameters"]["WithTags"];
                /** @description Only these users. Also repeated, or as `uids[]` or `uids[0]`. */
                uids?: components["parameters"]["Uids"];
                /** @description Deactivated users too. From a client it has no effect. */
                withDeactivated?: components["parameters"]["WithDeactivated"];
                /** @description Deactivated users only. From a client it has no effect. */
                onlyDeactivated?: components["parameters"]["OnlyDeactivated"];
                /** @description What to sort by. Without it: status, then name, then uid. */
                sortBy?: components["parameters"]["SortBy"];
                /** @description Direction of `sortBy`. */
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
            /** @description Who was reactivated, and who was not deactivated or does not exist. */
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
            /** @description Who was deactivated. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
            /** @description The user as it is now. */
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
                /** @description Delete for good. May be sent in the body instead. */
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
                 * @description UID of the user; upper case is lowered. What cannot be a UID is simply not found.
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
                /** @description Report what would happen to each user, and change nothing. */
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
