#include "storage/sqlite/statements.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <span>

#include <fmt/format.h>

#include "storage/sqlite/migrations.hpp"
#include "storage/sqlite/store_connection.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kOfAnApp[] = {sql::kFindApiKey,
                                         sql::kListApiKeys,
                                         sql::kInsertApiKey,
                                         sql::kUpdateApiKey,
                                         sql::kTouchApiKey,
                                         sql::kRemoveApiKey,
                                         sql::kFindRole,
                                         sql::kHasRole,
                                         sql::kListRoles,
                                         sql::kInsertRole,
                                         sql::kUpdateRole,
                                         sql::kRemoveRole,
                                         sql::kFindUser,
                                         sql::kFindDeactivation,
                                         sql::kFindListedUser,
                                         sql::kInsertUser,
                                         sql::kUpdateUser,
                                         sql::kUpdateUserDetails,
                                         sql::kSetUserDeactivatedAt,
                                         sql::kTouchUser,
                                         sql::kListedUsers,
                                         sql::kSetUserOnline,
                                         sql::kSomeUsersOfRole,
                                         sql::kChangeUserRole,
                                         sql::kCountUsersOfRole,
                                         sql::kMarkRoleRemoved,
                                         sql::kIsRoleBeingRemoved,
                                         sql::kForgetRemovedRole,
                                         sql::kAnyUid,
                                         sql::kCountSomeRowsOfUser,
                                         sql::kDeleteSomeSessions,
                                         sql::kDeleteSomeBlocks,
                                         sql::kDeleteSomeBlocksByOthers,
                                         sql::kDeleteSomeFriends,
                                         sql::kDeleteSomeFriendsOfOthers,
                                         sql::kDeleteSomeLoginCounts,
                                         sql::kDeleteSomeFailureCounts,
                                         sql::kDeleteSomeUserCounts,
                                         sql::kRemoveUser,
                                         sql::kInsertUserWord,
                                         sql::kRemoveUserWord,
                                         sql::kInsertUserTag,
                                         sql::kRemoveUserTag,
                                         sql::kFindSession,
                                         sql::kListLiveSessions,
                                         sql::kCountLiveSessions,
                                         sql::kCountLiveSessionsOfApp,
                                         sql::kInsertSession,
                                         sql::kUpdateSession,
                                         sql::kUpdateIdlingSession,
                                         sql::kMarkSessionUsed,
                                         sql::kTouchSession,
                                         sql::kTouchIdlingSession,
                                         sql::kRemoveSession,
                                         sql::kSessionsBeyond,
                                         sql::kSessionsBefore,
                                         sql::kSessionsIssuedBefore,
                                         sql::kUsersFrom,
                                         sql::kInsertBlock,
                                         sql::kRemoveBlock,
                                         sql::kInsertFriends,
                                         sql::kRemoveFriends,
                                         sql::kRelationsSeenBy,
                                         sql::kAreFriends,
                                         sql::kRelationFilters[0],
                                         sql::kRelationFilters[1],
                                         sql::kRelationFilters[2],
                                         sql::kRelationFilters[3],
                                         sql::kAllUsersByName,
                                         sql::kAllUids,
                                         sql::kAllUserWords,
                                         sql::kAllUserTags,
                                         sql::kAllOnline,
                                         sql::kCountUsers,
                                         sql::kCountLogins,
                                         sql::kLoginsSince,
                                         sql::kForgetLoginsBefore,
                                         sql::kAddFailures,
                                         sql::kFailuresSince,
                                         sql::kForgetFailuresBefore,
                                         sql::kNewestUsers,
                                         sql::kAppendAuditEvent,
                                         sql::kLastAuditSequence,
                                         sql::kListAuditEvents,
                                         sql::kListAuditEventsOfTarget,
                                         sql::kListAuditEventsByActor,
                                         sql::kAuditFloor,
                                         sql::kAuditFloorOfTarget,
                                         sql::kAuditFloorByActor,
                                         sql::kPurgeOldestAuditEvent};

constexpr std::string_view kOfTheServer[] = {sql::kFindApp,
                                             sql::kInsertApp,
                                             sql::kUpdateApp,
                                             sql::kFindAppEpoch,
                                             sql::kRaiseAppEpoch,
                                             sql::kMarkAppRemoved,
                                             sql::kIsAppBeingRemoved,
                                             sql::kDeleteRemovedApp,
                                             sql::kFindApiKeyByDigest,
                                             sql::kApiKeysWithoutChecksum,
                                             sql::kNewestSession,
                                             sql::kFindSessionByDigest,
                                             sql::kPurgeEndedSessions,
                                             sql::kResetUsersOnline,
                                             sql::kListVersion,
                                             sql::kRaiseListVersion,
                                             sql::kLowerListVersion,
                                             sql::kNextAuditLog,
                                             sql::kFindAdministrator,
                                             sql::kFindAdministratorByEmail,
                                             sql::kInsertAdministrator,
                                             sql::kUpdateAdministrator,
                                             sql::kRemoveAdministrator,
                                             sql::kFindAdminSession,
                                             sql::kListAdminSessions,
                                             sql::kInsertAdminSession,
                                             sql::kTouchAdminSession,
                                             sql::kRemoveAdminSession,
                                             sql::kRemoveAdminSessions,
                                             sql::kPurgeAdminSessions,
                                             sql::kRememberAddress,
                                             sql::kForgetOldestAddresses,
                                             sql::kKnowsAddress,
                                             sql::kPurgeAddresses,
                                             sql::kInsertSignInLink,
                                             sql::kTakeSignInLink,
                                             sql::kRemoveSignInLinks,
                                             sql::kPurgeSignInLinks};

class Statements : public testing::Test {
 protected:
  Statements() {
    std::ofstream(file_).flush();
    connection_ = std::make_unique<StoreConnection>(file_, Database::Access::read_write,
                                                    std::chrono::milliseconds{0}, statistics_);
    migrate(database());
  }

  Database& database() { return connection_->database(); }

  /// SQLite's query plan for the statement, one line per step.
  std::vector<std::string> plan(std::string_view sql) {
    return database().all(fmt::format("EXPLAIN QUERY PLAN {}", sql), [](Row row) {
      for (int skipped = 0; skipped < 3; ++skipped) (void)row.integer();
      return row.text();
    });
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  StoreCounters statistics_;
  std::unique_ptr<StoreConnection> connection_;
};

TEST_F(Statements, NameTheApp) {
  EXPECT_THAT(kOfAnApp, Each(AnyOf(HasSubstr("app_id = ?1"), HasSubstr("app_id = :app"),
                                   HasSubstr("(app_id, "), HasSubstr("id, app_id, "))));
}

TEST_F(Statements, ReadNoTableFromEndToEnd) {
  for (const auto& statements : {std::span<const std::string_view>(kOfAnApp),
                                 std::span<const std::string_view>(kOfTheServer)}) {
    for (const std::string_view sql : statements) {
      EXPECT_THAT(
          plan(sql),
          Each(AnyOf(Not(HasSubstr("SCAN")), HasSubstr("SCAN json_each"),
                     HasSubstr("INDEX users_online"), HasSubstr("INDEX api_keys_without_checksum"),
                     HasSubstr("SCAN 2 CONSTANT ROWS"), HasSubstr("SCAN CONSTANT ROW"),
                     HasSubstr("SCAN (subquery"))))
          << sql;
    }
  }
}

// Otherwise SQLite would sort a million users before it returns the first one.
TEST_F(Statements, ReadAllUsersInTheOrderOfAnIndex) {
  for (const std::string_view sql :
       {sql::kAllUsersByName, sql::kAllUids, sql::kAllUserWords, sql::kAllUserTags}) {
    EXPECT_THAT(plan(sql), Each(Not(HasSubstr("TEMP B-TREE")))) << sql;
    EXPECT_THAT(plan(sql), Contains(AnyOf(HasSubstr("COVERING INDEX"), HasSubstr("PRIMARY KEY"))))
        << sql;
  }
}

TEST_F(Statements, TheNewestUsersAreReadAndNoOthers) {
  EXPECT_THAT(
      plan(sql::kNewestUsers),
      testing::ElementsAre("SEARCH users USING INDEX users_by_age (app_id=? AND active=?)"));
}

TEST_F(Statements, ARoleIsTakenFromThoseWhoHaveItWithoutALookAtOthers) {
  EXPECT_THAT(plan(sql::kSomeUsersOfRole),
              testing::ElementsAre(
                  "SEARCH users USING COVERING INDEX users_by_role (app_id=? AND role=?)"));
}

TEST_F(Statements, WorkByUserReadsTheSessionsOfThisUserOnly) {
  for (const std::string_view sql :
       {sql::kListLiveSessions, sql::kCountLiveSessions, sql::kSessionsBeyond, sql::kSessionsBefore,
        sql::kSessionsIssuedBefore, sql::kFindSession}) {
    EXPECT_THAT(
        plan(sql),
        Each(Not(AnyOf(HasSubstr("TEMP B-TREE"), EndsWith("(app_id=?)"), EndsWith("(uid=?)")))))
        << sql;
  }
}

TEST_F(Statements, CountTheLiveSessionsOfAUserFromTheIndexAlone) {
  EXPECT_THAT(plan(sql::kCountLiveSessions),
              testing::ElementsAre("SEARCH sessions USING COVERING INDEX sessions_by_user "
                                   "(uid=? AND app_id=?)"));
}

// A log may have millions of events. A list must read only its page.
TEST_F(Statements, ReadAuditLogsInTheOrderOfAnIndex) {
  using testing::ElementsAre;
  using testing::StartsWith;
  EXPECT_THAT(
      plan(sql::kListAuditEvents),
      ElementsAre(
          "SEARCH audit_events USING PRIMARY KEY (app_id=? AND sequence>? AND sequence<?)"));
  EXPECT_THAT(
      plan(sql::kListAuditEventsOfTarget),
      ElementsAre("SEARCH audit_events USING INDEX audit_events_by_target "
                  "(target_id=? AND target_kind=? AND app_id=? AND sequence>? AND sequence<?)"));
  EXPECT_THAT(plan(sql::kListAuditEventsByActor),
              ElementsAre("SEARCH audit_events USING INDEX audit_events_by_actor "
                          "(actor_id=? AND app_id=? AND sequence>? AND sequence<?)"));
  EXPECT_THAT(plan(sql::kAuditFloor),
              ElementsAre("SEARCH audit_events USING PRIMARY KEY (app_id=? AND sequence<?)"));
  EXPECT_THAT(plan(sql::kAuditFloorOfTarget),
              ElementsAre(StartsWith("SEARCH audit_events USING COVERING INDEX ")));
  EXPECT_THAT(plan(sql::kAuditFloorByActor),
              ElementsAre(StartsWith("SEARCH audit_events USING COVERING INDEX ")));
  EXPECT_THAT(plan(sql::kPurgeOldestAuditEvent),
              Contains("SEARCH audit_events USING PRIMARY KEY (app_id=? AND sequence=?)"));
  EXPECT_THAT(plan(sql::kNextAuditLog), ElementsAre(StartsWith("SEARCH audit_events USING ")));
}

// There may be millions of live sessions, of which few end within the current five minutes.
TEST_F(Statements, CountLiveSessionsWithoutReadingThem) {
  EXPECT_THAT(
      plan(sql::kCountLiveSessionsOfApp),
      testing::UnorderedElementsAre(
          "SEARCH session_counts USING PRIMARY KEY (app_id=? AND end_span>?)",
          testing::StartsWith("SCALAR SUBQUERY"),
          "SEARCH sessions USING COVERING INDEX sessions_by_end (ends_at>? AND ends_at<?)"));
}

}  // namespace
}  // namespace parley::storage::sqlite
