#include "storage/sqlite/user_list.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <fstream>
#include <functional>

#include "conformance/store/samples.hpp"
#include "storage/sqlite/migrations.hpp"
#include "storage/sqlite/store_connection.hpp"
#include "support/presence.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

using core::RelationFilter;
using core::UserQuery;
using store_suite::sample_user;

/// Users with two roles, one of them deactivated. The viewer, user-1, has a few friends and has
/// blocked a few users.
class Users {
 public:
  static constexpr const char* kFriendly = "user-9";  ///< Has many friends.
  static constexpr int kFriends = 1'000;

  explicit Users(int count) {
    std::ofstream(file_).flush();
    connection_ = std::make_unique<StoreConnection>(file_, Database::Access::read_write,
                                                    std::chrono::milliseconds{0}, statistics_);
    auto& database = connection_->database();
    migrate(database);
    database.execute("BEGIN");
    EXPECT_TRUE(connection_->apps().insert(store_suite::sample_app("app")));
    for (int i = 0; i < count; ++i) {
      auto user = sample_user("user-" + std::to_string(i));
      user.role = i % 2 == 0 ? "default" : "crew";
      user.tags = {i % 1000 == 0 ? "rare" : "common"};
      if (i == 1'234) user.deactivated_at = store_suite::at(2);
      EXPECT_TRUE(connection_->users().insert("app", user));
    }
    for (const auto* other : {"user-2", "user-3", "user-5"}) {
      connection_->relations().block("app", "user-1", other, store_suite::at(1));
      connection_->relations().befriend("app", "user-1", other, store_suite::at(1));
    }
    for (int i = 0; i < kFriends; ++i) {
      connection_->relations().befriend("app", kFriendly, "user-" + std::to_string(1'000 + i),
                                        store_suite::at(1));
    }
    for (const auto* uid : {"user-2", "user-4", "user-700"}) {
      test_support::set_online(*connection_, "app", uid, true, store_suite::at(1));
    }
    database.execute("COMMIT");
  }

  /// The number of SQLite virtual machine instructions that a page takes.
  std::int64_t cost(const UserQuery& query) {
    static std::int64_t steps;
    steps = 0;
    const auto count = [](void*) { return (++steps, 0); };
    sqlite3_progress_handler(connection_->database().handle(), 1, count, nullptr);
    const auto page = connection_->users().list(core::WalkPermit(), "app", query);
    sqlite3_progress_handler(connection_->database().handle(), 0, nullptr, nullptr);
    EXPECT_FALSE(page.users.empty());
    return steps;
  }

 private:
  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  StoreCounters statistics_;
  std::unique_ptr<StoreConnection> connection_;
};

// The cost of a page must not grow with the number of users.
TEST(UserListCost, DoesNotGrowWithTheNumberOfUsers) {
  Users few(3'000);
  Users many(30'000);
  const UserQuery queries[] = {
      {},
      {.descending = true},
      {.sort = core::UserSort::uid},
      {.activity = core::Activity::with_deactivated, .sort = core::UserSort::uid},
      {.activity = core::Activity::deactivated_only, .sort = core::UserSort::uid},
      {.except_uid = "user-1"},
      {.roles = {"crew"}},
      {.uids = {"user-7", "user-9"}},
      {.except_uid = "user-1", .viewer = "user-1", .hide_blocked = true},
      {.roles = {"crew"}, .viewer = "user-1", .hide_blocked = true},
      {.viewer = "user-1", .relation_filter = RelationFilter::friends},
      {.viewer = "user-1", .relation_filter = RelationFilter::blocked},
      {.search = "user-7", .uids = {"user-7"}},
      {.sort = core::UserSort::status},
      {.sort = core::UserSort::status, .descending = true},
      {.viewer = "user-1", .sort = core::UserSort::status},
      {.online = true, .sort = core::UserSort::status},
      {.online = false, .sort = core::UserSort::status},
      {.sort = core::UserSort::status,
       .after = core::UserPosition{"Name of user-200", "user-200", false}},
      {.after = core::UserPosition{"Name of user-200", "user-200"}},
  };
  int number = 0;
  for (const auto& query : queries) {
    EXPECT_LT(many.cost(query), 2 * few.cost(query) + 1'000) << "query " << number;
    ++number;
  }
}

TEST(UserListCost, GrowsWithTheNumberOfFriendsAndNotWithItsSquare) {
  Users users(3'000);
  for (const auto sort : {core::UserSort::name, core::UserSort::status}) {
    const UserQuery query{
        .viewer = Users::kFriendly, .relation_filter = RelationFilter::friends, .sort = sort};
    EXPECT_LT(users.cost(query), 500 * Users::kFriends);
  }
}

}  // namespace
}  // namespace parley::storage::sqlite
