#include "storage/sqlite/migrations.hpp"

#include <fmt/format.h>

#include "storage/sqlite/readable_numbers.hpp"
#include "storage/sqlite/user_store.hpp"

namespace parley::storage::sqlite {
namespace {

/// "Prly": distinguishes our stores from other SQLite files.
constexpr std::int64_t kApplicationId = 0x50726c79;

// Times and durations are milliseconds, 0 = never. Enumerations are their C++ values.
constexpr const char* kFirstSchema = R"sql(
CREATE TABLE apps (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  mode INTEGER NOT NULL,
  token_ttl INTEGER NOT NULL,
  idle_timeout INTEGER NOT NULL,
  max_tokens_per_user INTEGER NOT NULL,
  allowed_origins TEXT NOT NULL,  -- a JSON array
  core_per_minute INTEGER NOT NULL,
  other_per_minute INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_keys (
  sequence INTEGER PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  scope INTEGER NOT NULL,
  digest BLOB NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  UNIQUE (app_id, id)
) STRICT;

CREATE TABLE roles (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  metadata TEXT NOT NULL,
  list_users INTEGER NOT NULL,
  send_messages_to INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (app_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
  sequence INTEGER PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  uid TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  role TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active = (deactivated_at = 0)),
  name TEXT NOT NULL,
  avatar TEXT NOT NULL,
  link TEXT NOT NULL,
  status_message TEXT NOT NULL,
  metadata TEXT NOT NULL,
  tags TEXT NOT NULL,  -- a JSON array
  last_active_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deactivated_at INTEGER NOT NULL,
  UNIQUE (app_id, uid)
) STRICT;

-- The orders of lists; each holds all that lists filter by, so that skipped users are not read.
CREATE INDEX users_by_name ON users (app_id, active, folded_name, uid, role);
CREATE INDEX users_by_uid ON users (app_id, active, uid, role, folded_name);
CREATE INDEX users_by_role ON users (app_id, role, uid);

CREATE TABLE user_words (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  word TEXT NOT NULL,  -- the folded name from the beginning of one of its words on
  uid TEXT NOT NULL,
  PRIMARY KEY (app_id, word, uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_tags (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  uid TEXT NOT NULL,
  PRIMARY KEY (app_id, tag, uid)
) STRICT, WITHOUT ROWID;

-- How many users there are, so that lists need not count a million rows for their total.
CREATE TABLE user_counts (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  active INTEGER NOT NULL,
  users INTEGER NOT NULL,
  PRIMARY KEY (app_id, role, active)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER users_count_insert AFTER INSERT ON users BEGIN
  INSERT INTO user_counts (app_id, role, active, users) VALUES (new.app_id, new.role, new.active, 1)
  ON CONFLICT (app_id, role, active) DO UPDATE SET users = users + 1;
END;

CREATE TRIGGER users_count_delete AFTER DELETE ON users BEGIN
  UPDATE user_counts SET users = users - 1
  WHERE app_id = old.app_id AND role = old.role AND active = old.active;
END;

CREATE TRIGGER users_count_update AFTER UPDATE OF role, active ON users
WHEN old.role <> new.role OR old.active <> new.active BEGIN
  UPDATE user_counts SET users = users - 1
  WHERE app_id = old.app_id AND role = old.role AND active = old.active;
  INSERT INTO user_counts (app_id, role, active, users) VALUES (new.app_id, new.role, new.active, 1)
  ON CONFLICT (app_id, role, active) DO UPDATE SET users = users + 1;
END;

CREATE TABLE sessions (
  sequence INTEGER PRIMARY KEY,
  app_id TEXT NOT NULL,
  uid TEXT NOT NULL,
  id TEXT NOT NULL,
  digest BLOB NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  idle_timeout INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL GENERATED ALWAYS AS (min(  -- as in schema 13
    iif(expires_at = 0, 9223372036854775807, expires_at),
    iif(idle_timeout = 0, 9223372036854775807, last_used_at + idle_timeout))) STORED,
  last_ip TEXT NOT NULL,
  platform TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  app_info TEXT NOT NULL,
  device_id TEXT NOT NULL,
  FOREIGN KEY (app_id, uid) REFERENCES users (app_id, uid) ON DELETE CASCADE
) STRICT;

CREATE INDEX sessions_by_user ON sessions (app_id, uid, created_at, sequence, ends_at);
CREATE INDEX sessions_by_end ON sessions (ends_at) WHERE ends_at < 9223372036854775807;
)sql";

// A friendship has two rows, one per direction, so that each friend finds the other by the primary
// key.
constexpr const char* kRelations = R"sql(
CREATE TABLE blocks (
  app_id TEXT NOT NULL,
  uid TEXT NOT NULL,
  blocked_uid TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (app_id, uid, blocked_uid),
  FOREIGN KEY (app_id, uid) REFERENCES users (app_id, uid) ON DELETE CASCADE,
  FOREIGN KEY (app_id, blocked_uid) REFERENCES users (app_id, uid) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX blocks_by_blocked ON blocks (app_id, blocked_uid, uid);

CREATE TABLE friends (
  app_id TEXT NOT NULL,
  uid TEXT NOT NULL,
  friend_uid TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (app_id, uid, friend_uid),
  FOREIGN KEY (app_id, uid) REFERENCES users (app_id, uid) ON DELETE CASCADE,
  FOREIGN KEY (app_id, friend_uid) REFERENCES users (app_id, uid) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX friends_by_friend ON friends (app_id, friend_uid, uid);
)sql";

// A partial index: going online or offline writes no index of all users.
constexpr const char* kOnline = R"sql(
ALTER TABLE users ADD COLUMN online INTEGER NOT NULL DEFAULT 0;
CREATE INDEX users_online ON users (app_id, active, folded_name, uid, role, online)
WHERE online = 1;
)sql";

// Grows by one with each commit that changes lists (see storage/user_index).
constexpr const char* kListVersion = R"sql(
CREATE TABLE list_version (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO list_version (only_row, version) VALUES (1, 0);
)sql";

// The triggers that maintain session_counts. `moved_by`: the columns that determine when a session
// ends.
#define PARLEY_COUNT_SESSIONS(moved_by)                                              \
  "CREATE TRIGGER sessions_count_insert AFTER INSERT ON sessions BEGIN\n"            \
  "  INSERT INTO session_counts (app_id, end_span, sessions)\n"                      \
  "  VALUES (new.app_id, new.ends_at - new.ends_at % 300000, 1)\n"                   \
  "  ON CONFLICT (app_id, end_span) DO UPDATE SET sessions = sessions + 1;\n"        \
  "END;\n"                                                                           \
  "CREATE TRIGGER sessions_count_delete AFTER DELETE ON sessions BEGIN\n"            \
  "  UPDATE session_counts SET sessions = sessions - 1\n"                            \
  "  WHERE app_id = old.app_id AND end_span = old.ends_at - old.ends_at % 300000;\n" \
  "  DELETE FROM session_counts\n"                                                   \
  "  WHERE app_id = old.app_id AND end_span = old.ends_at - old.ends_at % 300000\n"  \
  "  AND sessions = 0;\n"                                                            \
  "END;\n"                                                                           \
  "CREATE TRIGGER sessions_count_update AFTER UPDATE OF " moved_by                   \
  " ON sessions\n"                                                                   \
  "WHEN old.ends_at / 300000 <> new.ends_at / 300000 BEGIN\n"                        \
  "  UPDATE session_counts SET sessions = sessions - 1\n"                            \
  "  WHERE app_id = old.app_id AND end_span = old.ends_at - old.ends_at % 300000;\n" \
  "  DELETE FROM session_counts\n"                                                   \
  "  WHERE app_id = old.app_id AND end_span = old.ends_at - old.ends_at % 300000\n"  \
  "  AND sessions = 0;\n"                                                            \
  "  INSERT INTO session_counts (app_id, end_span, sessions)\n"                      \
  "  VALUES (new.app_id, new.ends_at - new.ends_at % 300000, 1)\n"                   \
  "  ON CONFLICT (app_id, end_span) DO UPDATE SET sessions = sessions + 1;\n"        \
  "END;\n"

// Sessions are counted by the five-minute span in which they end. Counting the live sessions then
// reads only the sessions that end in the current span, and adds the counts of later spans. Shorter
// spans would be too many where sessions last for a year; longer ones would hold too many sessions
// where they expire soon.
constexpr const char* kStatistics = R"sql(
CREATE TABLE login_counts (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  hour INTEGER NOT NULL,  -- its first moment
  logins INTEGER NOT NULL,
  PRIMARY KEY (app_id, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_counts (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  end_span INTEGER NOT NULL,  -- its first moment
  sessions INTEGER NOT NULL,
  PRIMARY KEY (app_id, end_span)
) STRICT, WITHOUT ROWID;

INSERT INTO session_counts (app_id, end_span, sessions)
SELECT app_id, ends_at - ends_at % 300000, count(*) FROM sessions GROUP BY 1, 2;
)sql" PARLEY_COUNT_SESSIONS("expires_at, idle_timeout, last_used_at") R"sql(
DROP INDEX sessions_by_end;
CREATE INDEX sessions_by_end ON sessions (ends_at, app_id) WHERE ends_at < 9223372036854775807;
)sql";

constexpr const char* kDashboard = R"sql(
CREATE TABLE failure_counts (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  hour INTEGER NOT NULL,  -- its first moment
  code TEXT NOT NULL,     -- of the catalogue, as on the wire
  failures INTEGER NOT NULL,
  PRIMARY KEY (app_id, hour, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX users_by_age ON users (app_id, active, sequence);
)sql";

// No foreign key: a log outlives its app, and app_id '' is the log of the server. No index by time:
// sequence numbers are in the order of time, except where the clock was set back.
constexpr const char* kAudit = R"sql(
CREATE TABLE audit_events (
  app_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_kind INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_address TEXT NOT NULL,
  action TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  details TEXT NOT NULL,  -- a JSON object
  PRIMARY KEY (app_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_events_by_target ON audit_events (app_id, target_kind, target_id, sequence);
CREATE INDEX audit_events_by_actor ON audit_events (app_id, actor_id, sequence);
)sql";

constexpr const char* kAdministrators = R"sql(
CREATE TABLE administrators (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  password_hash TEXT NOT NULL,  -- empty: none
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_signed_in_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE admin_sessions (
  id TEXT NOT NULL PRIMARY KEY,
  administrator_id TEXT NOT NULL REFERENCES administrators (id) ON DELETE CASCADE,
  digest BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  last_ip TEXT NOT NULL,
  user_agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX admin_sessions_by_administrator ON admin_sessions (administrator_id);
CREATE INDEX admin_sessions_by_last_use ON admin_sessions (last_used_at);

CREATE TABLE sign_in_links (
  digest BLOB NOT NULL PRIMARY KEY,
  administrator_id TEXT NOT NULL REFERENCES administrators (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_links_by_administrator ON sign_in_links (administrator_id);
CREATE INDEX sign_in_links_by_end ON sign_in_links (expires_at);
)sql";

// Drops the planner statistics that earlier versions gathered. Where most users have one session,
// they made SQLite sort the sessions of a user instead of reading them in index order.
constexpr const char* kNoPlannerStatistics = "DROP TABLE IF EXISTS sqlite_stat1";

// Puts the most selective column first: SQLite compares the next column only where the first is
// equal. With app_id first, it compared two or three texts per entry.
constexpr const char* kDistinctColumnsFirst = R"sql(
DROP INDEX sessions_by_user;
CREATE INDEX sessions_by_user ON sessions (uid, app_id, created_at, sequence, ends_at);
DROP INDEX audit_events_by_target;
CREATE INDEX audit_events_by_target ON audit_events (target_id, target_kind, app_id, sequence);
DROP INDEX audit_events_by_actor;
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, app_id, sequence);
)sql";

// The user index in memory (storage/user_index) serves lists, so fewer indexes are needed here.
// Until it is loaded, lists by uid use the index of UNIQUE (app_id, uid). The users of a role are
// looked up when the role is removed, and the default role cannot be removed.
constexpr const char* kFewerUserIndexes = R"sql(
DROP INDEX users_by_uid;
DROP INDEX users_by_role;
CREATE INDEX users_by_role ON users (app_id, role, uid) WHERE role <> 'default';
)sql";

// Statements now write `ends_at`; it was a generated column before. SQLite does not use an index as
// a covering index for a generated column, so counting the sessions of a user had to read each row.
// And every use of a session rewrote the indexes on `ends_at`, even if the end did not move.
constexpr const char* kPlainEnds = R"sql(
DROP TRIGGER sessions_count_update;
DROP TRIGGER sessions_count_delete;
DROP TRIGGER sessions_count_insert;
DROP INDEX sessions_by_end;
DROP INDEX sessions_by_user;
ALTER TABLE sessions DROP COLUMN ends_at;
-- The first moment at which the session is over; the default when time does not end it.
ALTER TABLE sessions ADD COLUMN ends_at INTEGER NOT NULL DEFAULT 9223372036854775807;
UPDATE sessions SET ends_at = min(
  iif(expires_at = 0, 9223372036854775807, expires_at),
  iif(idle_timeout = 0, 9223372036854775807, last_used_at + idle_timeout))
WHERE expires_at <> 0 OR idle_timeout <> 0;

CREATE INDEX sessions_by_user ON sessions (uid, app_id, created_at, sequence, ends_at);
CREATE INDEX sessions_by_end ON sessions (ends_at, app_id) WHERE ends_at < 9223372036854775807;
)sql" PARLEY_COUNT_SESSIONS("ends_at");

// Earlier versions accepted numbers such as 1e400 and stored them as Infinity or NaN, which are not
// JSON: every response with such a row failed.
constexpr Migration kReadableNumbers{"", make_numbers_readable};

// The networks from which administrators have signed in, initially those of their sessions. For
// IPv6 the network is the /64 of the address, which SQL cannot compute; such networks are added at
// the next sign-in. API keys created before this version have no checksum; has_checksum marks them.
constexpr const char* kKnownAddressesAndKeyChecksums = R"sql(
CREATE TABLE administrator_addresses (
  administrator_id TEXT NOT NULL REFERENCES administrators (id) ON DELETE CASCADE,
  network TEXT NOT NULL,
  last_signed_in_at INTEGER NOT NULL,
  PRIMARY KEY (administrator_id, network)
) STRICT, WITHOUT ROWID;

CREATE INDEX administrator_addresses_by_use ON administrator_addresses (last_signed_in_at);

INSERT INTO administrator_addresses
  SELECT administrator_id, last_ip, max(created_at) FROM admin_sessions
  WHERE last_ip NOT LIKE '%:%' GROUP BY administrator_id, last_ip;

ALTER TABLE api_keys ADD COLUMN has_checksum INTEGER NOT NULL DEFAULT 0;
CREATE INDEX api_keys_without_checksum ON api_keys (digest) WHERE has_checksum = 0;
)sql";

// A removed app keeps its row, marked as deleted, until all its data is deleted. Until then its id
// cannot be reused. The users of a removed role keep that role's id until they get another role.
constexpr const char* kRemovals = R"sql(
CREATE TABLE app_epochs (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  last INTEGER NOT NULL  -- the highest that an app was ever given
) STRICT;
INSERT INTO app_epochs (only_row, last) SELECT 1, count(*) FROM apps;
ALTER TABLE apps ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
UPDATE apps SET epoch = (SELECT count(*) FROM apps AS earlier WHERE earlier.id <= apps.id);
ALTER TABLE apps ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;

CREATE TABLE removed_roles (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (app_id, role)
) STRICT, WITHOUT ROWID;
)sql";

// Existing sessions count as used, because it is not known whether they were.
constexpr const char* kUnusedSessions = R"sql(
ALTER TABLE sessions ADD COLUMN used INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN created_by TEXT NOT NULL DEFAULT '';
)sql";

// Identifies states of the file; see StoreMark.
constexpr const char* kStoreMark = R"sql(
CREATE TABLE store_mark (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  mark INTEGER NOT NULL
) STRICT;
INSERT INTO store_mark (only_row, mark) VALUES (1, random());
)sql";

constexpr Migration kMigrations[] = {{kFirstSchema},
                                     {kRelations},
                                     {"DELETE FROM user_words", index_names_anew},
                                     {kOnline},
                                     {kListVersion},
                                     {kStatistics},
                                     {kDashboard},
                                     {kAudit},
                                     {kAdministrators},
                                     {kNoPlannerStatistics},
                                     {kDistinctColumnsFirst},
                                     {kFewerUserIndexes},
                                     {kPlainEnds},
                                     kReadableNumbers,
                                     {kKnownAddressesAndKeyChecksums},
                                     {kRemovals},
                                     {""},  // Folded all names again. The last step does it now.
                                     {kUnusedSessions},
                                     {kStoreMark},
                                     {""},  // The same.
                                     {""},  // The same.
                                     {""},  // The same.
                                     {"", fold_names_again}};

bool is_empty(Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

void migrate(Database& database, std::span<const Migration> steps) {
  const auto known = static_cast<std::int64_t>(steps.size());
  const std::int64_t version = database.number("PRAGMA user_version");
  if (database.number("PRAGMA application_id") != kApplicationId && !is_empty(database)) {
    throw IncompatibleStore("it is a database that belongs to another program");
  }
  if (version > known) {
    throw IncompatibleStore(fmt::format(
        "it was written by a newer version of parleyd (schema {}, this version supports {})",
        version, known));
  }
  for (std::int64_t step = version; step < known; ++step) {
    database.execute("BEGIN IMMEDIATE");
    try {
      const auto& migration = steps[static_cast<std::size_t>(step)];
      database.execute(migration.sql);
      if (migration.then != nullptr) migration.then(database);
      database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                   kApplicationId, step + 1)
                           .c_str());
      database.execute("COMMIT");
    } catch (...) {
      if (database.in_transaction()) database.execute("ROLLBACK");
      throw;
    }
  }
}

}  // namespace parley::storage::sqlite
