// All SQL statements of the engine, except those of user lists (user_list.cpp). Each has the app id
// as a parameter, except lookups by digest, housekeeping, the version of lists, and statements
// about the keys of all apps or about administrators.
#pragma once

#include <string_view>

namespace parley::storage::sqlite::sql {

// Column lists are macros, so that statements are string literals without repeated lists.
#define PARLEY_APP_COLUMNS                                                                  \
  "id, name, region, mode, token_ttl, idle_timeout, max_tokens_per_user, allowed_origins, " \
  "core_per_minute, other_per_minute, created_at, updated_at"
// A removed app keeps its row until all its data is deleted.
#define PARLEY_APP_IS_THERE "deleted = 0"
#define PARLEY_API_KEY_COLUMNS \
  "id, app_id, name, scope, digest, hint, created_by, created_at, last_used_at"
#define PARLEY_ROLE_COLUMNS \
  "id, name, description, metadata, list_users, send_messages_to, created_at, updated_at"
#define PARLEY_USER_COLUMNS                                                         \
  "uid, name, avatar, link, role, status_message, metadata, tags, last_active_at, " \
  "created_at, updated_at, deactivated_at, online"
#define PARLEY_SESSION_COLUMNS                                                                   \
  "id, app_id, uid, digest, hint, created_at, expires_at, idle_timeout, last_used_at, last_ip, " \
  "platform, user_agent, app_info, device_id, used, created_by"
// The time at which a session ends; the largest integer if it neither expires nor idles out.
#define PARLEY_SESSION_END(expires_at, idle_timeout, last_used_at)                      \
  "min(iif(" expires_at " = 0, 9223372036854775807, " expires_at "), iif(" idle_timeout \
  " = 0, 9223372036854775807, " last_used_at " + " idle_timeout "))"
#define PARLEY_AUDIT_COLUMNS                                                        \
  "sequence, app_id, at, actor_kind, actor_id, actor_name, actor_address, action, " \
  "target_kind, target_id, details"
#define PARLEY_ADMINISTRATOR_COLUMNS \
  "id, email, name, role, password_hash, created_at, updated_at, last_signed_in_at"
#define PARLEY_ADMIN_SESSION_COLUMNS \
  "id, administrator_id, digest, created_at, last_used_at, last_ip, user_agent"

// Apps
inline constexpr std::string_view kFindApp =
    "SELECT " PARLEY_APP_COLUMNS ", epoch FROM apps WHERE id = ?1 AND " PARLEY_APP_IS_THERE;
inline constexpr std::string_view kFindAppEpoch =
    "SELECT epoch FROM apps WHERE id = ?1 AND " PARLEY_APP_IS_THERE;
inline constexpr std::string_view kListApps =
    "SELECT " PARLEY_APP_COLUMNS ", epoch FROM apps WHERE " PARLEY_APP_IS_THERE " ORDER BY id";
inline constexpr std::string_view kInsertApp =
    "INSERT INTO apps (" PARLEY_APP_COLUMNS
    ", epoch) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
    "(SELECT last + 1 FROM app_epochs WHERE only_row = 1)) ON CONFLICT (id) DO NOTHING";
inline constexpr std::string_view kRaiseAppEpoch =
    "UPDATE app_epochs SET last = last + 1 WHERE only_row = 1 RETURNING last";
inline constexpr std::string_view kUpdateApp =
    "UPDATE apps SET name = ?2, region = ?3, mode = ?4, token_ttl = ?5, idle_timeout = ?6, "
    "max_tokens_per_user = ?7, allowed_origins = ?8, core_per_minute = ?9, "
    "other_per_minute = ?10, created_at = ?11, updated_at = ?12 "
    "WHERE id = ?1 AND " PARLEY_APP_IS_THERE;
inline constexpr std::string_view kMarkAppRemoved =
    "UPDATE apps SET deleted = 1 WHERE id = ?1 AND " PARLEY_APP_IS_THERE;
inline constexpr std::string_view kIsAppBeingRemoved =
    "SELECT 1 FROM apps WHERE id = ?1 AND NOT " PARLEY_APP_IS_THERE;
inline constexpr std::string_view kListRemovedApps =
    "SELECT id FROM apps WHERE NOT " PARLEY_APP_IS_THERE " ORDER BY id";
// Also deletes, by cascade, what is left of the app's data. AppStore::purge_removed() makes sure
// that this is little.
inline constexpr std::string_view kDeleteRemovedApp =
    "DELETE FROM apps WHERE id = ?1 AND NOT " PARLEY_APP_IS_THERE;
// Includes removed apps, because their users are still in the user index.
inline constexpr std::string_view kAllAppIds = "SELECT id FROM apps ORDER BY id";

// Deleting the data of a removed app, at most ?2 rows per statement
inline constexpr std::string_view kAnyUid = "SELECT uid FROM users WHERE app_id = ?1 LIMIT 1";
// How many sessions and relations the user ?3 has, up to about ?2
#define PARLEY_SOME(from) "(SELECT count(*) FROM (SELECT 1 FROM " from " LIMIT ?2))"
inline constexpr std::string_view kCountSomeRowsOfUser = "SELECT " PARLEY_SOME(
    "sessions INDEXED BY sessions_by_user WHERE app_id = ?1 AND uid = ?3") " + "
    PARLEY_SOME("blocks WHERE app_id = ?1 AND uid = ?3") " + "
    PARLEY_SOME("blocks INDEXED BY blocks_by_blocked WHERE app_id = ?1 AND blocked_uid = ?3") " + "
    PARLEY_SOME("friends WHERE app_id = ?1 AND uid = ?3") " + "
    PARLEY_SOME("friends INDEXED BY friends_by_friend WHERE app_id = ?1 AND friend_uid = ?3");
inline constexpr std::string_view kDeleteSomeSessions =
    "DELETE FROM sessions WHERE sequence IN (SELECT sequence FROM sessions "
    "INDEXED BY sessions_by_user WHERE app_id = ?1 AND uid = ?3 LIMIT ?2)";
inline constexpr std::string_view kDeleteSomeBlocks =
    "DELETE FROM blocks WHERE app_id = ?1 AND uid = ?3 AND blocked_uid IN "
    "(SELECT blocked_uid FROM blocks WHERE app_id = ?1 AND uid = ?3 LIMIT ?2)";
inline constexpr std::string_view kDeleteSomeBlocksByOthers =
    "DELETE FROM blocks WHERE app_id = ?1 AND blocked_uid = ?3 AND uid IN "
    "(SELECT uid FROM blocks INDEXED BY blocks_by_blocked "
    "WHERE app_id = ?1 AND blocked_uid = ?3 LIMIT ?2)";
inline constexpr std::string_view kDeleteSomeFriends =
    "DELETE FROM friends WHERE app_id = ?1 AND uid = ?3 AND friend_uid IN "
    "(SELECT friend_uid FROM friends WHERE app_id = ?1 AND uid = ?3 LIMIT ?2)";
inline constexpr std::string_view kDeleteSomeFriendsOfOthers =
    "DELETE FROM friends WHERE app_id = ?1 AND friend_uid = ?3 AND uid IN "
    "(SELECT uid FROM friends INDEXED BY friends_by_friend "
    "WHERE app_id = ?1 AND friend_uid = ?3 LIMIT ?2)";
// All relations of a user, in both directions
inline constexpr std::string_view kDeleteSomeRelations[] = {
    kDeleteSomeBlocks, kDeleteSomeBlocksByOthers, kDeleteSomeFriends, kDeleteSomeFriendsOfOthers};
inline constexpr std::string_view kDeleteSomeLoginCounts =
    "DELETE FROM login_counts WHERE app_id = ?1 AND hour IN "
    "(SELECT hour FROM login_counts WHERE app_id = ?1 LIMIT ?2)";
inline constexpr std::string_view kDeleteSomeFailureCounts =
    "DELETE FROM failure_counts WHERE app_id = ?1 AND (hour, code) IN "
    "(SELECT hour, code FROM failure_counts WHERE app_id = ?1 LIMIT ?2)";
inline constexpr std::string_view kDeleteSomeUserCounts =
    "DELETE FROM user_counts WHERE app_id = ?1 AND (role, active) IN "
    "(SELECT role, active FROM user_counts WHERE app_id = ?1 LIMIT ?2)";

// API keys
inline constexpr std::string_view kFindApiKeyByDigest =
    "SELECT " PARLEY_API_KEY_COLUMNS " FROM api_keys WHERE digest = ?1";
inline constexpr std::string_view kFindApiKey =
    "SELECT " PARLEY_API_KEY_COLUMNS " FROM api_keys WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kListApiKeys = "SELECT " PARLEY_API_KEY_COLUMNS
                                                 " FROM api_keys WHERE app_id = ?1 "
                                                 "ORDER BY created_at, sequence";
inline constexpr std::string_view kInsertApiKey =
    "INSERT INTO api_keys (" PARLEY_API_KEY_COLUMNS
    ", has_checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)";
// For all apps: a caller's key is looked up by its digest, before its app is known.
inline constexpr std::string_view kApiKeysWithoutChecksum =
    "SELECT digest FROM api_keys WHERE has_checksum = 0 LIMIT ?1";
inline constexpr std::string_view kUpdateApiKey =
    "UPDATE api_keys SET name = ?3, scope = ?4 WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kTouchApiKey =
    "UPDATE api_keys SET last_used_at = ?3 WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kRemoveApiKey =
    "DELETE FROM api_keys WHERE app_id = ?1 AND id = ?2";

// Roles
inline constexpr std::string_view kFindRole =
    "SELECT " PARLEY_ROLE_COLUMNS " FROM roles WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kHasRole = "SELECT 1 FROM roles WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kListRoles =
    "SELECT " PARLEY_ROLE_COLUMNS " FROM roles WHERE app_id = ?1 ORDER BY id";
inline constexpr std::string_view kInsertRole =
    "INSERT INTO roles (app_id, " PARLEY_ROLE_COLUMNS
    ") "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (app_id, id) DO NOTHING";
inline constexpr std::string_view kUpdateRole =
    "UPDATE roles SET name = ?3, description = ?4, metadata = ?5, list_users = ?6, "
    "send_messages_to = ?7, created_at = ?8, updated_at = ?9 WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kRemoveRole = "DELETE FROM roles WHERE app_id = ?1 AND id = ?2";
inline constexpr std::string_view kMarkRoleRemoved =
    "INSERT INTO removed_roles (app_id, role) VALUES (?1, ?2) ON CONFLICT (app_id, role) DO "
    "NOTHING";
inline constexpr std::string_view kIsRoleBeingRemoved =
    "SELECT 1 FROM removed_roles WHERE app_id = ?1 AND role = ?2";
inline constexpr std::string_view kListRemovedRoles =
    "SELECT app_id, role FROM removed_roles ORDER BY app_id, role";
inline constexpr std::string_view kForgetRemovedRole =
    "DELETE FROM removed_roles WHERE app_id = ?1 AND role = ?2";

// Users
inline constexpr std::string_view kFindUser =
    "SELECT " PARLEY_USER_COLUMNS " FROM users WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kFindDeactivation =
    "SELECT deactivated_at FROM users WHERE app_id = ?1 AND uid = ?2";
// What lists and their index know of a user.
inline constexpr std::string_view kFindListedUser =
    "SELECT folded_name, role, tags, active FROM users WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kInsertUser =
    "INSERT INTO users (app_id, folded_name, " PARLEY_USER_COLUMNS
    ", active) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 0, ?14 = 0) "
    "ON CONFLICT (app_id, uid) DO NOTHING";
inline constexpr std::string_view kUpdateUser =
    "UPDATE users SET folded_name = ?3, name = ?4, avatar = ?5, link = ?6, role = ?7, "
    "status_message = ?8, metadata = ?9, tags = ?10, updated_at = ?11 "
    "WHERE app_id = ?1 AND uid = ?2";
// Sets no column that is in an index: SQLite rewrites every index that contains a column in the SET
// list, even if its value stays the same.
inline constexpr std::string_view kUpdateUserDetails =
    "UPDATE users SET name = ?3, avatar = ?4, link = ?5, status_message = ?6, metadata = ?7, "
    "tags = ?8, updated_at = ?9 WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kSetUserDeactivatedAt =
    "UPDATE users SET deactivated_at = ?3, active = (?3 = 0), updated_at = ?4 "
    "WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kTouchUser =
    "UPDATE users SET last_active_at = iif(last_active_at > ?4, ?3, max(last_active_at, ?3)) "
    "WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kSetUserOnline =
    "UPDATE users SET online = ?3, last_active_at = max(last_active_at, ?4) "
    "WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kResetUsersOnline =
    "UPDATE users SET online = 0 WHERE sequence IN "
    "(SELECT sequence FROM users INDEXED BY users_online WHERE online = 1)";
// The last condition repeats that of the partial index; SQLite does not use the index otherwise.
inline constexpr std::string_view kSomeUsersOfRole =
    "SELECT uid FROM users INDEXED BY users_by_role "
    "WHERE app_id = ?1 AND role = ?2 AND role <> 'default' LIMIT ?3";
inline constexpr std::string_view kChangeUserRole =
    "UPDATE users SET role = ?3 WHERE app_id = ?1 AND uid = ?2";
inline constexpr std::string_view kCountUsersOfRole =
    "SELECT coalesce(sum(users), 0) FROM user_counts WHERE app_id = ?1 AND role = ?2";
inline constexpr std::string_view kRemoveUser = "DELETE FROM users WHERE app_id = ?1 AND uid = ?2";
// Each user with its position in ?2, a JSON array of row numbers. One statement reads all users,
// because SQLite reuses the memory for column values between rows, but not between executions.
inline constexpr std::string_view kListedUsers =
    "SELECT key, " PARLEY_USER_COLUMNS
    " FROM json_each(?2) CROSS JOIN users ON users.sequence = json_each.value WHERE app_id = ?1";
inline constexpr std::string_view kNewestUsers =
    "SELECT " PARLEY_USER_COLUMNS
    " FROM users INDEXED BY users_by_age "
    "WHERE app_id = ?1 AND active = 1 ORDER BY sequence DESC LIMIT ?2";
inline constexpr std::string_view kListVersion =
    "SELECT version FROM list_version WHERE only_row = 1";
inline constexpr std::string_view kRaiseListVersion =
    "UPDATE list_version SET version = version + 1 WHERE only_row = 1";
// Undoes kRaiseListVersion in the same transaction.
inline constexpr std::string_view kLowerListVersion =
    "UPDATE list_version SET version = version - 1 WHERE only_row = 1";
inline constexpr std::string_view kFindMark = "SELECT mark FROM store_mark WHERE only_row = 1";
inline constexpr std::string_view kChangeMark =
    "UPDATE store_mark SET mark = ?1 WHERE only_row = 1";
inline constexpr std::string_view kInsertUserWord =
    "INSERT INTO user_words (app_id, word, uid) VALUES (?1, ?2, ?3)";
inline constexpr std::string_view kRemoveUserWord =
    "DELETE FROM user_words WHERE app_id = ?1 AND word = ?2 AND uid = ?3";
inline constexpr std::string_view kInsertUserTag =
    "INSERT INTO user_tags (app_id, tag, uid) VALUES (?1, ?2, ?3)";
inline constexpr std::string_view kRemoveUserTag =
    "DELETE FROM user_tags WHERE app_id = ?1 AND tag = ?2 AND uid = ?3";

// Relations
inline constexpr std::string_view kInsertBlock =
    "INSERT INTO blocks (app_id, uid, blocked_uid, created_at) VALUES (?1, ?2, ?3, ?4) "
    "ON CONFLICT (app_id, uid, blocked_uid) DO NOTHING";
inline constexpr std::string_view kRemoveBlock =
    "DELETE FROM blocks WHERE app_id = ?1 AND uid = ?2 AND blocked_uid = ?3";
inline constexpr std::string_view kInsertFriends =
    "INSERT INTO friends (app_id, uid, friend_uid, created_at) "
    "VALUES (?1, ?2, ?3, ?4), (?1, ?3, ?2, ?4) "
    "ON CONFLICT (app_id, uid, friend_uid) DO NOTHING";
inline constexpr std::string_view kRemoveFriends =
    "DELETE FROM friends WHERE app_id = ?1 "
    "AND (uid = ?2 AND friend_uid = ?3 OR uid = ?3 AND friend_uid = ?2)";
inline constexpr std::string_view kAreFriends =
    "SELECT 1 FROM friends WHERE app_id = ?1 AND uid = ?2 AND friend_uid = ?3";
// The uids in each core::RelationFilter of a user.
inline constexpr std::string_view kRelationFilters[] = {
    // RelationFilter::blocked_by_me
    "SELECT blocked_uid AS candidate FROM blocks WHERE app_id = :app AND uid = :viewer",
    // RelationFilter::has_blocked_me
    "SELECT uid AS candidate FROM blocks WHERE app_id = :app AND blocked_uid = :viewer",
    // RelationFilter::blocked
    "SELECT blocked_uid AS candidate FROM blocks WHERE app_id = :app AND uid = :viewer "
    "UNION SELECT uid FROM blocks WHERE app_id = :app AND blocked_uid = :viewer",
    // RelationFilter::friends
    "SELECT friend_uid AS candidate FROM friends WHERE app_id = :app AND uid = :viewer"};
inline constexpr std::string_view kRelationsSeenBy =
    "SELECT coalesce((SELECT created_at FROM blocks "
    "WHERE app_id = ?1 AND uid = ?2 AND blocked_uid = value), 0), "
    "coalesce((SELECT created_at FROM blocks "
    "WHERE app_id = ?1 AND uid = value AND blocked_uid = ?2), 0) "
    "FROM json_each(?3) ORDER BY key";

// All users of an app, for the user index
inline constexpr std::string_view kAllUsersByName =
    "SELECT sequence, uid, folded_name, role, active FROM users INDEXED BY users_by_name "
    "WHERE app_id = ?1 AND active = 0 UNION ALL "
    "SELECT sequence, uid, folded_name, role, active FROM users INDEXED BY users_by_name "
    "WHERE app_id = ?1 AND active = 1 ORDER BY folded_name, uid";
inline constexpr std::string_view kAllUids = "SELECT uid FROM users WHERE app_id = ?1 ORDER BY uid";
inline constexpr std::string_view kAllUserWords =
    "SELECT word, uid FROM user_words WHERE app_id = ?1 ORDER BY word, uid";
inline constexpr std::string_view kAllUserTags =
    "SELECT tag, uid FROM user_tags WHERE app_id = ?1 ORDER BY tag, uid";
inline constexpr std::string_view kAllOnline =
    "SELECT uid FROM users INDEXED BY users_online WHERE app_id = ?1 AND online = 1";
inline constexpr std::string_view kCountUsers =
    "SELECT coalesce(sum(users), 0) FROM user_counts WHERE app_id = ?1";

// Sessions
inline constexpr std::string_view kFindSessionByDigest =
    "SELECT " PARLEY_SESSION_COLUMNS " FROM sessions WHERE digest = ?1";
inline constexpr std::string_view kFindSession =
    "SELECT " PARLEY_SESSION_COLUMNS " FROM sessions WHERE app_id = ?1 AND uid = ?2 AND id = ?3";
inline constexpr std::string_view kListLiveSessions =
    "SELECT " PARLEY_SESSION_COLUMNS
    " FROM sessions "
    "WHERE app_id = ?1 AND uid = ?2 AND ends_at > ?3 "
    "ORDER BY created_at DESC, sequence DESC LIMIT ?4 OFFSET ?5";
inline constexpr std::string_view kCountLiveSessions =
    "SELECT count(*) FROM sessions WHERE app_id = ?1 AND uid = ?2 AND ends_at > ?3";
// Sessions that end in later spans are counted in session_counts; those that end in the current
// span are counted one by one. The last condition is redundant, but SQLite needs it to use the
// partial index.
inline constexpr std::string_view kCountLiveSessionsOfApp =
    "SELECT coalesce(sum(sessions), 0) + (SELECT count(*) FROM sessions INDEXED BY sessions_by_end "
    "WHERE app_id = ?1 AND ends_at > ?2 AND ends_at < ?2 - ?2 % 300000 + 300000 "
    "AND ends_at < 9223372036854775807) "
    "FROM session_counts WHERE app_id = ?1 AND end_span > ?2";
inline constexpr std::string_view kInsertSession =
    "INSERT INTO sessions (" PARLEY_SESSION_COLUMNS
    ", ends_at) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
    "?16, " PARLEY_SESSION_END("?7", "?8", "?9") ")";
// There are two variants of these statements. Setting ends_at makes SQLite write the indexes on it,
// so only sessions with an idle timeout, whose end moves with each use, get the variant that does.
#define PARLEY_MOVE_END ", ends_at = " PARLEY_SESSION_END("expires_at", "idle_timeout", "?4")
#define PARLEY_UPDATE_SESSION(move_end)                                                   \
  "UPDATE sessions SET last_used_at = ?4, last_ip = ?5, platform = ?6, user_agent = ?7, " \
  "app_info = ?8, device_id = ?9" move_end " WHERE app_id = ?1 AND uid = ?2 AND digest = ?3"
// The first use may be in the millisecond of the creation.
#define PARLEY_TOUCH_SESSION(move_end)                           \
  "UPDATE sessions SET last_used_at = ?4, last_ip = ?5" move_end \
  " WHERE app_id = ?1 AND uid = ?2 AND digest = ?3 "             \
  "AND (last_used_at <= ?4 OR last_used_at > ?6)"
inline constexpr std::string_view kUpdateSession = PARLEY_UPDATE_SESSION("");
inline constexpr std::string_view kUpdateIdlingSession = PARLEY_UPDATE_SESSION(PARLEY_MOVE_END);
inline constexpr std::string_view kMarkSessionUsed =
    "UPDATE sessions SET used = 1 "
    "WHERE app_id = ?1 AND uid = ?2 AND digest = ?3 AND used = 0";
inline constexpr std::string_view kTouchSession = PARLEY_TOUCH_SESSION("");
inline constexpr std::string_view kTouchIdlingSession = PARLEY_TOUCH_SESSION(PARLEY_MOVE_END);
// Sessions are read first and then removed one by one: RETURNING and IN (SELECT ...) create
// temporary tables, which cost more than the row itself.
inline constexpr std::string_view kRemoveSession =
    "DELETE FROM sessions WHERE app_id = ?1 AND uid = ?2 AND digest = ?3";
// The oldest ?5 of those that are older than the newest ?4
#define PARLEY_LIVE_SESSIONS                    \
  " FROM sessions INDEXED BY sessions_by_user " \
  "WHERE app_id = ?1 AND uid = ?2 AND ends_at > ?3 "
inline constexpr std::string_view kSessionsBeyond =
    "SELECT " PARLEY_SESSION_COLUMNS PARLEY_LIVE_SESSIONS
    "ORDER BY created_at, sequence "
    "LIMIT max(0, min(?5, (SELECT count(*)" PARLEY_LIVE_SESSIONS ") - ?4))";
inline constexpr std::string_view kSessionsBefore =
    "SELECT " PARLEY_SESSION_COLUMNS
    " FROM sessions WHERE app_id = ?1 AND uid = ?2 AND created_at <= ?3 "
    "AND (created_at < ?3 OR sequence <= ?4) AND id <> ?5 LIMIT ?6";
inline constexpr std::string_view kNewestSession = "SELECT max(sequence) FROM sessions";
inline constexpr std::string_view kUsersFrom =
    "SELECT uid FROM users WHERE app_id = ?1 AND uid >= ?2 ORDER BY uid LIMIT ?3";
inline constexpr std::string_view kSessionsIssuedBefore =
    "SELECT " PARLEY_SESSION_COLUMNS
    " FROM sessions WHERE app_id = ?1 AND uid = ?2 AND created_at <= ?3 "
    "AND (created_at < ?3 OR sequence <= ?4) ORDER BY created_at, sequence LIMIT ?5";
// The second condition is redundant, but SQLite needs it to use the partial index.
inline constexpr std::string_view kPurgeEndedSessions =
    "DELETE FROM sessions WHERE sequence IN (SELECT sequence FROM sessions "
    "WHERE ends_at < ?1 AND ends_at < 9223372036854775807 ORDER BY ends_at LIMIT ?2)";

// Statistics
// Counts nothing if the app has been removed since.
inline constexpr std::string_view kCountLogins =
    "INSERT INTO login_counts (app_id, hour, logins) "
    "SELECT id, ?2, ?3 FROM apps WHERE id = ?1 AND " PARLEY_APP_IS_THERE
    " "
    "ON CONFLICT (app_id, hour) DO UPDATE SET logins = logins + excluded.logins";
inline constexpr std::string_view kLoginsSince =
    "SELECT hour, logins FROM login_counts WHERE app_id = ?1 AND hour >= ?2 ORDER BY hour";
inline constexpr std::string_view kForgetLoginsBefore =
    "DELETE FROM login_counts WHERE app_id = ?1 AND hour < ?2";

// Failures
inline constexpr std::string_view kAddFailures =
    "INSERT INTO failure_counts (app_id, hour, code, failures) "
    "SELECT id, ?2, ?3, ?4 FROM apps WHERE id = ?1 AND " PARLEY_APP_IS_THERE
    " "
    "ON CONFLICT (app_id, hour, code) DO UPDATE SET failures = failures + excluded.failures";
inline constexpr std::string_view kFailuresSince =
    "SELECT hour, code, failures FROM failure_counts WHERE app_id = ?1 AND hour >= ?2 "
    "ORDER BY hour, code";
inline constexpr std::string_view kForgetFailuresBefore =
    "DELETE FROM failure_counts WHERE app_id = ?1 AND hour < ?2";

// Audit logs
// ?12: the epoch of the only app that the actor may change; 0 = any app. If the app with id ?1 has
// another epoch, app_id becomes NULL, which violates NOT NULL, so OR IGNORE skips the row. INSERT
// ... SELECT ... WHERE is slower.
inline constexpr std::string_view kAppendAuditEvent =
    "INSERT OR IGNORE INTO audit_events (app_id, sequence, at, actor_kind, actor_id, actor_name, "
    "actor_address, action, target_kind, target_id, details) "
    "VALUES (iif(?12 = 0 OR EXISTS "
    "(SELECT 1 FROM apps WHERE id = ?1 AND epoch = ?12 AND " PARLEY_APP_IS_THERE
    "), ?1, NULL), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
inline constexpr std::string_view kLastAuditSequence =
    "SELECT max(sequence) FROM audit_events WHERE app_id = ?1";
// :action is a full action, or the part before its dot.
#define PARLEY_AUDIT_CONDITIONS                                     \
  "app_id = :app AND sequence < :before AND sequence > :floor "     \
  "AND at >= :from AND at < :until "                                \
  "AND (:actor_kind IS NULL OR actor_kind = :actor_kind) "          \
  "AND (:actor_id IS NULL OR actor_id = :actor_id) "                \
  "AND (:action IS NULL OR substr(action, 1, length(:action) + 1) " \
  "IN (:action, :action || '.')) "                                  \
  "AND (:target_kind IS NULL OR target_kind = :target_kind) "       \
  "ORDER BY sequence DESC LIMIT :limit"
inline constexpr std::string_view kListAuditEvents =
    "SELECT " PARLEY_AUDIT_COLUMNS " FROM audit_events WHERE " PARLEY_AUDIT_CONDITIONS;
inline constexpr std::string_view kListAuditEventsOfTarget =
    "SELECT " PARLEY_AUDIT_COLUMNS
    " FROM audit_events INDEXED BY audit_events_by_target "
    "WHERE target_kind = :target_kind AND target_id = :target_id AND " PARLEY_AUDIT_CONDITIONS;
inline constexpr std::string_view kListAuditEventsByActor =
    "SELECT " PARLEY_AUDIT_COLUMNS
    " FROM audit_events INDEXED BY audit_events_by_actor "
    "WHERE actor_id = :actor_id AND " PARLEY_AUDIT_CONDITIONS;
// The newest event that is beyond the limit of examined events, in the same order as the lists
// above. Reads only the index, if there is one.
#define PARLEY_AUDIT_FLOOR                \
  "app_id = :app AND sequence < :before " \
  "ORDER BY sequence DESC LIMIT 1 OFFSET :most_examined"
inline constexpr std::string_view kAuditFloor =
    "SELECT sequence FROM audit_events WHERE " PARLEY_AUDIT_FLOOR;
inline constexpr std::string_view kAuditFloorOfTarget =
    "SELECT sequence FROM audit_events INDEXED BY audit_events_by_target "
    "WHERE target_kind = :target_kind AND target_id = :target_id AND " PARLEY_AUDIT_FLOOR;
inline constexpr std::string_view kAuditFloorByActor =
    "SELECT sequence FROM audit_events INDEXED BY audit_events_by_actor "
    "WHERE actor_id = :actor_id AND " PARLEY_AUDIT_FLOOR;
inline constexpr std::string_view kNextAuditLog =
    "SELECT app_id FROM audit_events WHERE app_id > ?1 ORDER BY app_id LIMIT 1";
inline constexpr std::string_view kPurgeOldestAuditEvent =
    "DELETE FROM audit_events WHERE app_id = ?1 AND at < ?2 "
    "AND sequence = (SELECT min(sequence) FROM audit_events WHERE app_id = ?1)";
// Administrators. They belong to the server, not to an app
inline constexpr std::string_view kFindAdministrator =
    "SELECT " PARLEY_ADMINISTRATOR_COLUMNS " FROM administrators WHERE id = ?1";
inline constexpr std::string_view kFindAdministratorByEmail =
    "SELECT " PARLEY_ADMINISTRATOR_COLUMNS " FROM administrators WHERE email = ?1";
inline constexpr std::string_view kListAdministrators =
    "SELECT " PARLEY_ADMINISTRATOR_COLUMNS " FROM administrators ORDER BY email";
inline constexpr std::string_view kInsertAdministrator =
    "INSERT INTO administrators (" PARLEY_ADMINISTRATOR_COLUMNS
    ") "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (email) DO NOTHING";
inline constexpr std::string_view kUpdateAdministrator =
    "UPDATE administrators SET name = ?2, role = ?3, password_hash = ?4, updated_at = ?5, "
    "last_signed_in_at = ?6 WHERE id = ?1";
inline constexpr std::string_view kRemoveAdministrator = "DELETE FROM administrators WHERE id = ?1";
inline constexpr std::string_view kFindAdminSession =
    "SELECT " PARLEY_ADMIN_SESSION_COLUMNS " FROM admin_sessions WHERE digest = ?1";
inline constexpr std::string_view kListAdminSessions =
    "SELECT " PARLEY_ADMIN_SESSION_COLUMNS
    " FROM admin_sessions WHERE administrator_id = ?1 ORDER BY created_at DESC, id";
inline constexpr std::string_view kInsertAdminSession =
    "INSERT INTO admin_sessions (" PARLEY_ADMIN_SESSION_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
inline constexpr std::string_view kTouchAdminSession =
    "UPDATE admin_sessions SET last_used_at = ?2, last_ip = ?3 WHERE id = ?1";
inline constexpr std::string_view kRemoveAdminSession =
    "DELETE FROM admin_sessions WHERE administrator_id = ?1 AND id = ?2";
inline constexpr std::string_view kRemoveAdminSessions =
    "DELETE FROM admin_sessions WHERE administrator_id = ?1 AND id <> ?2";
inline constexpr std::string_view kPurgeAdminSessions =
    "DELETE FROM admin_sessions WHERE last_used_at <= ?1";
inline constexpr std::string_view kInsertSignInLink =
    "INSERT INTO sign_in_links (digest, administrator_id, expires_at) VALUES (?1, ?2, ?3)";
inline constexpr std::string_view kTakeSignInLink =
    "DELETE FROM sign_in_links WHERE digest = ?1 RETURNING digest, administrator_id, expires_at";
inline constexpr std::string_view kRemoveSignInLinks =
    "DELETE FROM sign_in_links WHERE administrator_id = ?1";
inline constexpr std::string_view kRememberAddress =
    "INSERT INTO administrator_addresses (administrator_id, network, last_signed_in_at) "
    "VALUES (?1, ?2, ?3) ON CONFLICT (administrator_id, network) "
    "DO UPDATE SET last_signed_in_at = excluded.last_signed_in_at";
inline constexpr std::string_view kForgetOldestAddresses =
    "DELETE FROM administrator_addresses WHERE administrator_id = ?1 AND network IN "
    "(SELECT network FROM administrator_addresses WHERE administrator_id = ?1 "
    "ORDER BY last_signed_in_at DESC, network LIMIT -1 OFFSET ?2)";
inline constexpr std::string_view kKnowsAddress =
    "SELECT 1 FROM administrator_addresses "
    "WHERE administrator_id = ?1 AND network = ?2 AND last_signed_in_at > ?3";
inline constexpr std::string_view kPurgeAddresses =
    "DELETE FROM administrator_addresses WHERE last_signed_in_at <= ?1";
inline constexpr std::string_view kPurgeSignInLinks =
    "DELETE FROM sign_in_links WHERE expires_at <= ?1";

}  // namespace parley::storage::sqlite::sql
