#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <stdexcept>

#include <boost/asio/this_coro.hpp>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::Transaction;
using testing::IsEmpty;

/// The guarantees of transactions, for changes of any kind.
class TransactionCase : public StoreCase {
 protected:
  /// Changes an app, and creates an API key, a role, a user and a session.
  static void change_everything(Transaction& transaction) {
    core::App app = sample_app(kOtherApp);
    app.name = "Changed";
    EXPECT_TRUE(transaction.apps().update(app));
    transaction.api_keys().insert(sample_key(kApp, "key_1"));
    EXPECT_TRUE(transaction.roles().insert(kApp, sample_role("vip")));
    EXPECT_TRUE(transaction.users().insert(kApp, sample_user("ann")));
    transaction.sessions().begin(sample_session(kApp, "ann", "ses_1"), kAnyNumber);
  }

  void expect_nothing_changed() {
    read([](Transaction& transaction) {
      EXPECT_EQ(transaction.apps().find(kOtherApp)->name, sample_app(kOtherApp).name);
      EXPECT_THAT(transaction.api_keys().list(kApp), IsEmpty());
      EXPECT_THAT(transaction.roles().list(kApp), IsEmpty());
      EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {}).total, 0u);
      EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.search = "name"}).total, 0u);
      EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.tags = {"ant"}}).total, 0u);
      EXPECT_EQ(
          transaction.sessions().list_live(core::WalkPermit(), kApp, "ann", at(100), 10, 1).total,
          0u);
    });
  }

  std::uint64_t count_users(std::string_view app = kApp) {
    return read([&](Transaction& transaction) {
      return transaction.users().list(core::WalkPermit(), app, {}).total;
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(TransactionCase);

TEST_P(TransactionCase, SeesItsOwnChanges) {
  write([](Transaction& transaction) {
    change_everything(transaction);
    EXPECT_EQ(transaction.users().find(kApp, "ann"), sample_user("ann"));
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.search = "name"}).total, 1u);
    EXPECT_TRUE(transaction.sessions().find(kApp, "ann", "ses_1"));
    EXPECT_TRUE(transaction.users().remove(kApp, "ann"));
    EXPECT_EQ(transaction.users().find(kApp, "ann"), std::nullopt);
    EXPECT_EQ(transaction.sessions().find(kApp, "ann", "ses_1"), std::nullopt);
  });
}

TEST_P(TransactionCase, AnErrorUndoesAllChangesAndIsAnswered) {
  const auto answer = run(store().write([](Transaction& transaction) -> Result<int> {
    change_everything(transaction);
    return make_error(ErrorCode::kErrUidAlreadyExists, {{"uid", "ann"}});
  }));
  ASSERT_TRUE(answer.has_error());
  EXPECT_EQ(answer.error().code, ErrorCode::kErrUidAlreadyExists);
  expect_nothing_changed();
}

TEST_P(TransactionCase, AnExceptionUndoesAllChangesAndReachesTheCaller) {
  const auto failing = [](Transaction& transaction) -> Status {
    change_everything(transaction);
    throw std::out_of_range("a bug");
  };
  EXPECT_THROW(run(store().write(failing)), std::out_of_range);
  expect_nothing_changed();
}

TEST_P(TransactionCase, AnExceptionInAReadReachesTheCaller) {
  const auto failing = [](Transaction&) -> Status { throw std::out_of_range("a bug"); };
  EXPECT_THROW(run(store().read(failing)), std::out_of_range);
  EXPECT_EQ(count_users(), 0u);
}

TEST_P(TransactionCase, WorksThatFailLeaveThoseBesideThemAlone) {
  std::atomic<int> done{0};
  std::atomic<int> failed{0};
  std::atomic<int> thrown{0};
  const auto insert = [&](int i) -> Task<void> {
    const auto uid = "user-" + std::to_string(i);
    try {
      const auto status = co_await store().write([&](Transaction& transaction) -> Status {
        EXPECT_TRUE(transaction.users().insert(kApp, sample_user(uid)));
        if (i % 3 == 1) return bad_request("uid", "is not wanted");
        if (i % 3 == 2) throw std::out_of_range("a bug");
        return {};
      });
      ++(status ? done : failed);
    } catch (const std::out_of_range&) {
      ++thrown;
    }
  };
  std::vector<Task<void>> tasks;
  for (int i = 0; i < 90; ++i) tasks.push_back(insert(i));
  run_all(std::move(tasks));

  EXPECT_EQ(done, 30);
  EXPECT_EQ(failed, 30);
  EXPECT_EQ(thrown, 30);
  EXPECT_EQ(count_users(), 30u);
  read([](Transaction& transaction) {
    for (int i = 0; i < 90; ++i) {
      const bool kept = transaction.users().find(kApp, "user-" + std::to_string(i)).has_value();
      EXPECT_EQ(kept, i % 3 == 0) << i;
    }
  });
}

TEST_P(TransactionCase, OfSixteenThatRaceForAUidOneWinsOnEachApp) {
  for (const std::string_view app : {kApp, kOtherApp}) {
    std::atomic<int> won{0};
    std::atomic<int> lost{0};
    const auto race = [&](int i) -> Task<void> {
      const auto inserted = co_await store().write([&](Transaction& transaction) -> Result<bool> {
        return transaction.users().insert(app, named("ann", "Racer " + std::to_string(i)));
      });
      ++(inserted.value() ? won : lost);
    };
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 16; ++i) tasks.push_back(race(i));
    run_all(std::move(tasks));
    EXPECT_EQ(won, 1);
    EXPECT_EQ(lost, 15);
    EXPECT_EQ(count_users(app), 1u);
  }
}

TEST_P(TransactionCase, WorksOfOneCallerSeeThoseBeforeThem) {
  run([](core::Store& store) -> Task<bool> {
    for (int i = 0; i < 50; ++i) {
      const auto uid = "user-" + std::to_string(i);
      (co_await store.write([&](Transaction& transaction) -> Result<bool> {
        return transaction.users().insert(kApp, sample_user(uid));
      })).value();
      const auto seen = co_await store.read([&](Transaction& transaction) -> Result<bool> {
        return transaction.users().find(kApp, uid).has_value();
      });
      EXPECT_TRUE(seen.value()) << uid;
    }
    co_return true;
  }(store()));
}

TEST_P(TransactionCase, ConcurrentIncrementsLoseNothing) {
  write([](Transaction& transaction) {
    return transaction.users().insert(kApp, named("counter", "0"));
  });
  const auto increment = [&]() -> Task<void> {
    (co_await store().write([](Transaction& transaction) -> Status {
      core::User user = transaction.users().find(kApp, "counter").value();
      user.name = std::to_string(std::stoi(user.name) + 1);
      transaction.users().update(kApp, user);
      return {};
    })).value();
  };
  std::vector<Task<void>> tasks;
  for (int i = 0; i < 100; ++i) tasks.push_back(increment());
  run_all(std::move(tasks));
  EXPECT_EQ(read([](Transaction& transaction) {
              return transaction.users().find(kApp, "counter").value().name;
            }),
            "100");
}

TEST_P(TransactionCase, AReadSeesOneState) {
  std::atomic<bool> stop{false};
  const auto swap_roles = [&]() -> Task<void> {
    for (int i = 0; i < 100; ++i) {
      (co_await store().write([&](Transaction& transaction) -> Status {
        const std::string from = i % 2 == 0 ? "left" : "right";
        const std::string to = i % 2 == 0 ? "right" : "left";
        EXPECT_EQ(transaction.users().change_role(kApp, from, to, 100).size(), 1u);
        return {};
      })).value();
    }
    stop = true;
  };
  const auto watch = [&]() -> Task<void> {
    while (!stop) {
      const auto seen = co_await store().read_list(
          [](Transaction& transaction, core::ListPermit) -> Result<std::uint64_t> {
            return transaction.users().list(core::WalkPermit(), kApp, {.roles = {"left"}}).total +
                   transaction.users().list(core::WalkPermit(), kApp, {.roles = {"right"}}).total;
          });
      EXPECT_EQ(seen.value(), 1u);
    }
  };
  core::User user = sample_user("ann");
  user.role = "left";
  write([&](Transaction& transaction) { return transaction.users().insert(kApp, user); });
  std::vector<Task<void>> tasks;
  tasks.push_back(swap_roles());
  tasks.push_back(watch());
  tasks.push_back(watch());
  run_all(std::move(tasks));
}

TEST_P(TransactionCase, ResumesOnTheExecutorOfTheCaller) {
  run([](core::Store& store) -> Task<bool> {
    const auto executor = co_await asio::this_coro::executor;
    (co_await store.write([](Transaction&) -> Status { return {}; })).value();
    EXPECT_TRUE(executor.running_in_this_thread());
    (co_await store.read([](Transaction&) -> Status { return {}; })).value();
    EXPECT_TRUE(executor.running_in_this_thread());
    co_return true;
  }(store()));
}

TEST_P(TransactionCase, EverythingIsThereAfterARestart) {
  write([](Transaction& transaction) { change_everything(transaction); });
  reopen();
  read([](Transaction& transaction) {
    EXPECT_EQ(transaction.apps().find(kOtherApp)->name, "Changed");
    EXPECT_EQ(transaction.api_keys().find(kApp, "key_1"), sample_key(kApp, "key_1"));
    EXPECT_EQ(transaction.roles().find(kApp, "vip"), sample_role("vip"));
    EXPECT_EQ(transaction.users().find(kApp, "ann"), sample_user("ann"));
    EXPECT_EQ(transaction.users().list(core::WalkPermit(), kApp, {.search = "name"}).total, 1u);
    EXPECT_EQ(transaction.sessions().find(kApp, "ann", "ses_1"),
              sample_session(kApp, "ann", "ses_1"));
  });
}

TEST_P(TransactionCase, WhatWasUndoneIsNotThereAfterARestart) {
  (void)run(store().write([](Transaction& transaction) -> Status {
    change_everything(transaction);
    return bad_request("all", "are not wanted");
  }));
  reopen();
  expect_nothing_changed();
}

}  // namespace parley::store_suite
