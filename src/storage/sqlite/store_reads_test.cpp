#include "support/store_test.hpp"

#include <atomic>
#include <future>
#include <thread>
#include <utility>

namespace parley::storage::sqlite {
namespace {

/// Reads that block in the store until unblock().
class BlockedReads {
 public:
  /// `start(block)` returns a task whose read calls block(). `runner` must not be used for anything
  /// else, and must outlive the store.
  template <class Start>
  BlockedReads(test_support::CoroutineRunner& runner, int count, Start start)
      : thread_([this, &runner, count, start] {
          std::vector<Task<void>> tasks;
          const auto block = [this] {
            ++blocked_;
            unblocked_.wait();
          };
          const auto run = [&]() -> Task<void> { EXPECT_TRUE(co_await start(block)); };
          for (int i = 0; i < count; ++i) tasks.push_back(run());
          runner.run_all(std::move(tasks));
        }) {}
  ~BlockedReads() { unblock(); }

  void wait_until_blocked(int count) const {
    while (blocked_ < count) std::this_thread::yield();
  }

  void unblock() {
    if (!std::exchange(is_unblocked_, true)) unblock_.set_value();
  }

 private:
  std::atomic<int> blocked_ = 0;
  std::promise<void> unblock_;
  std::shared_future<void> unblocked_ = unblock_.get_future().share();
  bool is_unblocked_ = false;
  std::jthread thread_;
};

class StoreReadsTest : public StoreTest {
 protected:
  test_support::CoroutineRunner blocked_runner_;
};

TEST_F(StoreReadsTest, CannotAppendEvents) {
  const auto store = open();
  EXPECT_THROW(runner_.run(store->read([](core::Transaction& transaction) -> Status {
    transaction.events().append({.kind = core::EventKind::user_changed});
    return {};
  })),
               std::logic_error);
}

TEST_F(StoreReadsTest, ReadsThatLastHoldUpNeitherWritesNorOtherReads) {
  const auto store = open();
  store->wait_for_index();
  insert_app(*store, "here");
  BlockedReads walks(blocked_runner_, 4, [&](auto block) {
    return store->walk([=](core::Transaction& transaction, core::WalkPermit permit) -> Status {
      (void)transaction.users().list(permit, "here", {});
      block();
      return {};
    });
  });
  walks.wait_until_blocked(2);
  insert_user(*store, "ann");
  insert_user(*store, "bob");
  EXPECT_EQ(list_users(*store).value().total, 2U);
  EXPECT_TRUE(runner_.run(store->health()));
}

// After the index has been read, a list only reads the rows of its page, and no longer blocks it.
TEST_F(StoreReadsTest, AListThatLastsHoldsUpNoWrite) {
  const auto store = open();
  store->wait_for_index();
  insert_app(*store, "here");
  insert_user(*store, "ann");
  BlockedReads lists(blocked_runner_, 1, [&](auto block) {
    return store->read_list([=](core::Transaction& transaction, core::ListPermit permit) -> Status {
      EXPECT_EQ(transaction.users().list(permit, "here", {}).total, 1u);
      block();
      return {};
    });
  });
  lists.wait_until_blocked(1);
  insert_user(*store, "bob");
  insert_user(*store, "cat");
  EXPECT_TRUE(store->is_indexed());
  EXPECT_EQ(list_users(*store).value().total, 3U);
}

TEST_F(StoreReadsTest, RefusesWalksWhenManyWaitAlready) {
  const auto store = open();
  const auto nothing = [](core::Transaction&, core::WalkPermit) -> Status { return {}; };
  std::atomic<int> refused = 0;
  const auto walk = [&]() -> Task<void> {
    const auto answer = co_await store->walk(nothing);
    if (!answer) ++refused;
  };
  BlockedReads walks(blocked_runner_, 2, [&](auto block) {
    return store->walk([=](core::Transaction&, core::WalkPermit) -> Status {
      block();
      return {};
    });
  });
  walks.wait_until_blocked(2);
  std::jthread opener([&] {
    while (refused == 0) std::this_thread::yield();
    walks.unblock();
  });
  std::vector<Task<void>> tasks;
  for (int i = 0; i < 100; ++i) tasks.push_back(walk());
  runner_.run_all(std::move(tasks));
  EXPECT_GT(refused, 0);
  EXPECT_LE(refused, 100 - 64);
  EXPECT_TRUE(runner_.run(store->walk(nothing)));
}

TEST_F(StoreReadsTest, CutsOffAWalkThatTakesTooLongAndSaysWhatToDo) {
  const auto store =
      SqliteStore::open(file_, {.read_time_limit = std::chrono::milliseconds{0}}).value();
  runner_
      .run(store->write([](core::Transaction& transaction) -> Status {
        const auto event =
            core::audit_event("here", Time{}, {}, core::AuditAction::user_created, "");
        for (int i = 0; i < 5'000; ++i) transaction.audit().append(event);
        return {};
      }))
      .value();
  const auto walk = [&](core::AuditQuery query) {
    return runner_.run(store->walk(
        [query](core::Transaction& transaction, core::WalkPermit permit) -> Result<std::size_t> {
          return transaction.audit().list(permit, "here", query).events.size();
        }));
  };
  const auto slow = walk({.action = "role"});
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().code, ErrorCode::kErrServiceUnavailableSlowRead);
  EXPECT_GT(slow.error()->retry_after, 0);
  EXPECT_EQ(walk({.limit = 1, .most_examined = 1}).value(), 1u) << "a short one is not affected";
}

TEST_F(StoreReadsTest, AReadCannotWrite) {
  const auto store = open();
  const auto status = runner_.run(store->read([](core::Transaction& transaction) -> Result<bool> {
    return transaction.apps().insert({.id = "here", .name = "App"}).has_value();
  }));
  EXPECT_TRUE(status.has_error());
  insert_app(*store, "here");
}

}  // namespace
}  // namespace parley::storage::sqlite
