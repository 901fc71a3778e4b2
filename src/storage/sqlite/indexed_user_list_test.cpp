// Compares lists from the user index with lists from SQL statements in the same snapshot.
#include "storage/sqlite/indexed_user_list.hpp"

#include <gmock/gmock.h>

#include <fmt/format.h>

#include "conformance/store/samples.hpp"
#include "storage/sqlite/store.hpp"
#include "storage/sqlite/user_list.hpp"
#include "support/coroutine_runner.hpp"
#include "support/presence.hpp"
#include "support/pseudo_random.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

using test_support::PseudoRandom;

using core::Activity;
using core::Transaction;
using core::User;
using core::UserQuery;
using core::UserSort;
using store_suite::at;

class IndexedUserListTest : public testing::Test {
 protected:
  static constexpr int kUids = 300;
  static constexpr const char* kApps[] = {"here", "elsewhere"};

  IndexedUserListTest() {
    open();
    change([](Transaction& transaction) {
      for (const auto* app : kApps)
        EXPECT_TRUE(transaction.apps().insert(store_suite::sample_app(app)));
    });
  }

  void open() {
    store_.reset();
    store_ = SqliteStore::open(directory_ / "parley.db").value();
  }

  template <class Work>
  void change(Work work) {
    runner_
        .run(store_->write([&](Transaction& transaction) -> Status {
          work(transaction);
          return {};
        }))
        .value();
  }

  static std::string any_uid(PseudoRandom& random) { return fmt::format("u{}", random() % kUids); }
  static const char* any_app(PseudoRandom& random) { return kApps[random() % 8 == 0 ? 1 : 0]; }

  static User any_user(PseudoRandom& random) {
    constexpr const char* kNames[] = {"Ann Lee", "Zoë-Ann Lee", "lee", "Bob O'Neil", "Änn", "Cat"};
    auto user = store_suite::sample_user(any_uid(random));
    user.name = fmt::format("{} {}", kNames[random() % 6], random() % 20);
    user.role = random() % 3 == 0 ? "crew" : "default";
    user.tags = {random() % 2 == 0 ? "odd" : "even"};
    if (random() % 10 == 0) user.tags.emplace_back("rare");
    if (random() % 5 == 0) user.deactivated_at = at(7);
    return user;
  }

  /// Makes one change. Returns false if the unit of work should be rolled back.
  static bool change_something(Transaction& transaction, PseudoRandom& random) {
    const auto* app = any_app(random);
    const auto uid = any_uid(random);
    const auto other = any_uid(random);
    auto& users = transaction.users();
    const auto both = users.find(app, uid) && users.find(app, other) && uid != other;
    switch (random() % 12) {
      case 0:
      case 1:
      case 2: (void)users.insert(app, any_user(random)); break;
      case 3: users.update(app, any_user(random)); break;
      case 4: {
        std::vector uids{uid};
        if (other != uid) uids.push_back(other);
        users.set_deactivated_at(app, uids, random() % 3 == 0 ? at(7) : kNever, at(8));
        break;
      }
      case 5: test_support::set_online(transaction, app, uid, true, at(8)); break;
      case 6: test_support::set_online(transaction, app, uid, false, at(9)); break;
      case 7: users.remove(app, uid); break;
      case 8:
        if (random() % 10 == 0) users.change_role(app, "crew", "default", random() % 3);
        if (random() % 40 == 0) transaction.presence().reset();
        break;
      case 9:
        if (both) transaction.relations().block(app, uid, other, at(1));
        break;
      case 10:
        if (both) transaction.relations().befriend(app, uid, other, at(1));
        break;
      default:
        if (random() % 100 == 0) {
          store_suite::remove_completely(transaction, "elsewhere");
          (void)transaction.apps().insert(store_suite::sample_app("elsewhere"));
        }
    }
    return random() % 8 != 0;
  }

  static UserQuery any_query(PseudoRandom& random) {
    constexpr const char* kSearches[] = {"ann", "lee", "u1", "oneil", "neil 1", "zoe-ann"};
    const auto one_in = [&](unsigned n) { return random() % n == 0; };
    UserQuery query;
    if (one_in(3)) query.search = kSearches[random() % 6];
    if (one_in(6)) query.search_in_uid = false;
    if (one_in(6)) query.uids = {any_uid(random), any_uid(random)};
    if (one_in(4)) query.roles = {"crew"};
    if (one_in(4)) query.tags = {"rare", "odd"};
    if (one_in(2)) query.online = one_in(2);
    if (one_in(2)) query.viewer = any_uid(random);
    if (!query.viewer.empty() && one_in(4))
      query.relation_filter = core::RelationFilter(random() % 4);
    query.hide_blocked = !query.viewer.empty() && one_in(3);
    if (one_in(3)) query.except_uid = any_uid(random);
    query.activity = Activity(random() % 3);
    query.sort = UserSort(random() % 3);
    query.descending = one_in(2);
    query.per_page = 1 + random() % 40;
    query.page = 1 + random() % 4;
    if (one_in(3)) {
      const auto user = any_user(random);
      query.after = core::UserPosition{user.name, user.uid, one_in(2)};
    }
    return query;
  }

  /// Lists `query` in both ways in one snapshot, and compares the results.
  static void compare(Transaction& transaction, const char* app, const UserQuery& query) {
    auto& connection = dynamic_cast<StoreConnection&>(transaction);
    const auto listed = transaction.users().list(core::WalkPermit(), app, query);
    const auto expected = UserList(connection.database(), app, query).page();
    EXPECT_EQ(listed.total, expected.total);
    EXPECT_EQ(listed.users, expected.users);
  }

  Task<void> write_often(unsigned seed, int times) {
    PseudoRandom random(seed);
    for (int i = 0; i < times; ++i) {
      (void)co_await store_->write([&](Transaction& transaction) -> Result<bool> {
        if (!change_something(transaction, random)) return make_error(ErrorCode::kErrUidNotFound);
        return true;
      });
    }
  }

  Task<void> compare_often(unsigned seed, int times) {
    PseudoRandom random(seed);
    for (int i = 0; i < times; ++i) {
      const auto query = any_query(random);
      const auto* app = any_app(random);
      (co_await store_->read_list([&](Transaction& transaction, core::ListPermit) -> Status {
        compare(transaction, app, query);
        return {};
      })).value();
    }
  }

  void run(Task<void> task) {
    std::vector<Task<void>> tasks;
    tasks.push_back(std::move(task));
    runner_.run_all(std::move(tasks));
  }

  test_support::TemporaryDirectory directory_;
  test_support::CoroutineRunner runner_;
  std::unique_ptr<SqliteStore> store_;
};

TEST_F(IndexedUserListTest, AnswersAsTheStorageDoesWhileUsersChange) {
  store_->wait_for_index();
  std::vector<Task<void>> tasks;
  for (unsigned seed = 0; seed < 6; ++seed) {
    tasks.push_back(write_often(seed, 400));
    tasks.push_back(compare_often(100 + seed, 400));
  }
  runner_.run_all(std::move(tasks));
  EXPECT_TRUE(store_->is_indexed());
}

// Commits would wait while the relations are read.
TEST_F(IndexedUserListTest, LeavesAViewerWithVeryManyRelationsToTheStorage) {
  store_->wait_for_index();
  const auto list = [&](int relations) {
    bool is_indexed = false;
    run([&]() -> Task<void> {
      static_cast<void>(co_await store_->write([&](Transaction& transaction) -> Result<bool> {
        static_cast<void>(transaction.users().insert("here", store_suite::sample_user("viewer")));
        for (int i = 0; i < relations; ++i) {
          const auto other = fmt::format("other-{}", i);
          static_cast<void>(transaction.users().insert("here", {.uid = other, .name = other}));
          transaction.relations().block("here", "viewer", other, at(1));
        }
        return true;
      }));
      (co_await store_->read_list([&](Transaction& transaction, core::ListPermit) -> Status {
        auto& connection = dynamic_cast<StoreConnection&>(transaction);
        const UserQuery query{.online = false, .viewer = "viewer"};
        auto& reading = *connection.index().reading;
        is_indexed = list_indexed(connection.database(), reading, "here", query).has_value();
        compare(transaction, "here", query);
        return {};
      })).value();
    }());
    return is_indexed;
  };
  EXPECT_TRUE(list(static_cast<int>(kMostNeighbours)));
  EXPECT_FALSE(list(static_cast<int>(kMostNeighbours) + 1));
}

TEST_F(IndexedUserListTest, MissesNothingThatHappensWhileItIsFilled) {
  for (unsigned seed = 0; seed < 4; ++seed) {
    run(write_often(10 * seed, 300));
    open();
    std::vector<Task<void>> tasks;
    tasks.push_back(write_often(10 * seed + 1, 200));
    tasks.push_back(compare_often(10 * seed + 2, 100));
    runner_.run_all(std::move(tasks));
    store_->wait_for_index();
    run(compare_often(10 * seed + 3, 300));
    EXPECT_TRUE(store_->is_indexed());
  }
}

}  // namespace
}  // namespace parley::storage::sqlite
