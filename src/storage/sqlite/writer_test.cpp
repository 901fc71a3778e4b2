#include "storage/sqlite/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <functional>
#include <future>
#include <stdexcept>
#include <thread>

#include "storage/sqlite/migrations.hpp"
#include "support/coroutine_runner.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

constexpr std::string_view kApp = "here";

/// A unit of work that calls a function.
class FunctionUnit final : public core::UnitOfWork {
 public:
  explicit FunctionUnit(std::function<bool(core::Transaction&)> function)
      : function_(std::move(function)) {}
  bool run(core::Transaction& transaction) override { return function_(transaction); }

 private:
  std::function<bool(core::Transaction&)> function_;
};

/// A unit of work that blocks the writer until open(), so that others queue up behind it.
class Gate {
 public:
  enum class Commit { succeeds, fails };

  /// `runner` must not be used for anything else, and must outlive the writer.
  Gate(Writer& writer, test_support::CoroutineRunner& runner, Commit commit = Commit::succeeds)
      : writer_(writer), thread_([this, &runner, commit] {
          const Status status = runner.run(writer_.run(work_));
          EXPECT_EQ(status.has_value(), commit == Commit::succeeds);
        }) {
    entered_.get_future().wait();
  }

  void wait_for_queue(std::size_t works) const {
    while (writer_.queue_size() < works) std::this_thread::yield();
  }

  void open() { opened_.set_value(); }

 private:
  Writer& writer_;
  std::promise<void> entered_;
  std::promise<void> opened_;
  FunctionUnit work_{[this](core::Transaction&) {
    entered_.set_value();
    opened_.get_future().wait();
    return true;
  }};
  std::jthread thread_;
};

/// A writer on a connection that tests can make fail.
class WriterTest : public testing::Test {
 protected:
  WriterTest() {
    std::ofstream(file_).flush();
    auto connection = open();
    migrate(connection->database());
    connection->database().execute("PRAGMA journal_mode = WAL");
    EXPECT_TRUE(connection->apps().insert({.id = std::string(kApp), .name = "App"}));
    handle_ = connection->database().handle();
    writer_ = std::make_unique<Writer>(std::move(connection), index_, &bus_, loss_, statistics_);
    bus_.subscribe([this](const core::Event& event) { delivered_.push_back(event.uid); });
  }

  std::unique_ptr<StoreConnection> open() {
    return std::make_unique<StoreConnection>(file_, Database::Access::read_write,
                                             std::chrono::milliseconds{0}, statistics_);
  }

  Task<void> insert_user(std::string uid, std::vector<Status>& answers) {
    FunctionUnit work([&](core::Transaction& transaction) {
      return transaction.users().insert(
          kApp, {.uid = uid, .name = "Name of " + uid, .metadata = std::string(2'000, ' ')});
    });
    answers.push_back(co_await writer_->run(work));
  }

  Status insert_user(const std::string& uid) {
    std::vector<Status> answers;
    std::vector<Task<void>> tasks;
    tasks.push_back(insert_user(uid, answers));
    runner_.run_all(std::move(tasks));
    return answers.at(0);
  }

  /// Inserts one user per entry of `answers`. All of them are queued before the gate opens.
  void insert_behind(
      Gate& gate, std::vector<std::vector<Status>>& answers,
      std::function<void()> before_opening = [] {}) {
    std::vector<Task<void>> tasks;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      tasks.push_back(insert_user("user-" + std::to_string(i), answers[i]));
    }
    std::jthread opener([&] {
      gate.wait_for_queue(answers.size());
      before_opening();
      gate.open();
    });
    runner_.run_all(std::move(tasks));
  }

  /// Runs tasks that each wait for one unit of work. All of them are queued before the gate opens.
  void run_in_one_batch(std::vector<Task<void>> tasks) {
    Gate gate(*writer_, gate_runner_);
    std::jthread opener([&, count = tasks.size()] {
      gate.wait_for_queue(count);
      gate.open();
    });
    runner_.run_all(std::move(tasks));
  }

  /// Runs `setup` on the writer thread, as a unit of work.
  void on_writer(std::function<void()> setup) {
    FunctionUnit work([&](core::Transaction&) {
      setup();
      return true;
    });
    runner_.run(writer_->run(work)).value();
  }

  static bool is_unavailable(const Status& status) {
    return status.has_error() && status.error().code == ErrorCode::kErrServiceUnavailable;
  }

  std::int64_t stored_users() { return open()->database().number("SELECT count(*) FROM users"); }

  std::int64_t stored_words() {
    return open()->database().number("SELECT count(DISTINCT uid) FROM user_words");
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  test_support::CoroutineRunner runner_;
  test_support::CoroutineRunner gate_runner_;
  test_support::CoroutineRunner other_runner_;
  test_support::CoroutineRunner another_runner_;
  core::EventBus bus_;
  std::vector<std::string> delivered_;  ///< The uids of events, in order.
  StoreCounters statistics_;
  UserIndex index_;
  Loss loss_;
  sqlite3* handle_ = nullptr;
  std::unique_ptr<Writer> writer_;
};

TEST_F(WriterTest, WorksThatWaitShareACommit) {
  std::vector<std::vector<Status>> answers(1'000);
  Gate gate(*writer_, gate_runner_);
  insert_behind(gate, answers);
  for (const auto& answer : answers) EXPECT_TRUE(answer.at(0));
  EXPECT_EQ(stored_users(), 1'000);
  EXPECT_EQ(statistics_.writes, 1'001u);
  EXPECT_EQ(statistics_.commits, 1u + 4u) << "the gate, then batches of 256";
}

TEST_F(WriterTest, AWorkThatFailsAfterAChangeIsUndoneAlone) {
  std::vector<std::vector<Status>> answers(10);
  int runs_of_refused = 0;
  const auto insert = [](core::Transaction& transaction, const std::string& uid) {
    return transaction.users().insert(kApp, {.uid = uid, .name = uid});
  };
  FunctionUnit refused([&](core::Transaction& transaction) {
    ++runs_of_refused;
    (void)insert(transaction, "refused");
    return false;
  });
  FunctionUnit broken([&](core::Transaction& transaction) -> bool {
    (void)insert(transaction, "broken");
    throw std::logic_error("a bug");
  });
  std::optional<Status> answer_of_refused;
  const auto run_refused = [&]() -> Task<void> {
    answer_of_refused = co_await writer_->run(refused);
  };
  const auto run_broken = [&]() -> Task<void> {
    EXPECT_THROW(co_await writer_->run(broken), std::logic_error);
  };
  Gate gate(*writer_, gate_runner_);
  const auto run_alone = [](test_support::CoroutineRunner& runner, Task<void> task) {
    std::vector<Task<void>> tasks;
    tasks.push_back(std::move(task));
    runner.run_all(std::move(tasks));
  };
  std::jthread first([&] { run_alone(other_runner_, run_refused()); });
  gate.wait_for_queue(1);  // Were `broken` first, `refused` would run once only, in a savepoint.
  std::jthread second([&] { run_alone(another_runner_, run_broken()); });
  gate.wait_for_queue(2);
  insert_behind(gate, answers);
  first.join();
  second.join();

  for (const auto& answer : answers) EXPECT_TRUE(answer.at(0));
  EXPECT_TRUE(answer_of_refused->has_value()) << "the engine did not fail";
  EXPECT_EQ(runs_of_refused, 2);
  EXPECT_EQ(stored_users(), 10);
  EXPECT_EQ(open()->database().number("SELECT sum(users) FROM user_counts"), 10);
}

// Login counts are in memory until the batch commits.
TEST_F(WriterTest, CountsOfLoginsAreUndoneWithTheirWorkAlone) {
  const Time hour{std::chrono::hours{1}};
  const auto count = [&](bool succeeds) -> Task<void> {
    FunctionUnit work([&](core::Transaction& transaction) {
      transaction.statistics().count_login(kApp, hour);
      return succeeds;
    });
    EXPECT_TRUE(co_await writer_->run(work)) << "the engine did not fail";
  };
  std::vector<Task<void>> tasks;
  for (const bool succeeds : {true, false, true, false, true}) tasks.push_back(count(succeeds));
  run_in_one_batch(std::move(tasks));
  EXPECT_EQ(open()->database().number("SELECT sum(logins) FROM login_counts"), 3);
  EXPECT_EQ(statistics_.logins, 3u) << "however often they were run";
  EXPECT_EQ(statistics_.commits, 2u) << "the gate, then all five";
}

// Also if a unit of work appended an event and changed no row before it failed.
TEST_F(WriterTest, EventsOfFailedWorksAreNotDelivered) {
  const auto append = [&](const char* uid, bool succeeds) -> Task<void> {
    FunctionUnit work([=](core::Transaction& transaction) {
      transaction.events().append({.kind = core::EventKind::user_changed, .uid = uid});
      return succeeds;
    });
    EXPECT_TRUE(co_await writer_->run(work)) << "the engine did not fail";
  };
  std::vector<Task<void>> tasks;
  tasks.push_back(append("a", true));
  tasks.push_back(append("b", false));
  tasks.push_back(append("c", true));
  tasks.push_back(append("d", false));
  tasks.push_back(append("e", true));
  run_in_one_batch(std::move(tasks));
  EXPECT_THAT(delivered_, testing::UnorderedElementsAre("a", "c", "e"));  // Queued by many threads.
}

TEST_F(WriterTest, DeliversEventsAfterTheCommitAndBeforeTheAnswer) {
  core::EventId last = 0;
  bus_.subscribe([&](const core::Event& event) {
    EXPECT_GT(event.id, last);
    last = event.id;
    EXPECT_EQ(stored_users(), 1) << "another connection sees the change";
  });
  FunctionUnit work([&](core::Transaction& transaction) {
    for (const auto* uid : {"a", "b"})
      transaction.events().append({.kind = core::EventKind::user_changed, .uid = uid});
    return transaction.users().insert(kApp, {.uid = "a", .name = "A"});
  });
  const auto run = [&]() -> Task<void> {
    EXPECT_TRUE(co_await writer_->run(work));
    EXPECT_EQ(delivered_, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(bus_.now().event, last);
  };
  std::vector<Task<void>> tasks;
  tasks.push_back(run());
  runner_.run_all(std::move(tasks));
}

// The change is committed, so its caller gets the result, and later events follow.
TEST_F(WriterTest, AHandlerThatThrowsFailsNothingElse) {
  bus_.subscribe([](const core::Event& event) {
    if (event.uid == "b") throw std::runtime_error("a bug");
  });
  const auto before = bus_.now();
  FunctionUnit work([](core::Transaction& transaction) {
    for (const auto* uid : {"a", "b", "c"})
      transaction.events().append({.kind = core::EventKind::user_changed, .uid = uid});
    return transaction.users().insert(kApp, {.uid = "a", .name = "A"});
  });
  EXPECT_TRUE(runner_.run(writer_->run(work)));
  EXPECT_THAT(delivered_, testing::ElementsAre("a", "b", "", "c")) << "events_missed has no uid";
  EXPECT_TRUE(bus_.in_sync());
  EXPECT_FALSE(bus_.is_of_this_era(before)) << "what was loaded before may be old";
  EXPECT_TRUE(insert_user("after"));
  EXPECT_EQ(stored_users(), 2);
}

TEST_F(WriterTest, AFailingCommitFailsAllItsWorksAndTheNextOneSucceeds) {
  ASSERT_TRUE(insert_user("before"));
  bool fail = false;
  on_writer([&] {
    sqlite3_commit_hook(
        handle_, [](void* flag) { return *static_cast<bool*>(flag) ? 1 : 0; }, &fail);
  });
  fail = true;
  FunctionUnit with_event([](core::Transaction& transaction) {
    transaction.events().append({.kind = core::EventKind::user_changed, .uid = "lost"});
    return transaction.users().insert(kApp, {.uid = "lost", .name = "Lost"});
  });
  EXPECT_TRUE(is_unavailable(runner_.run(writer_->run(with_event))));
  std::vector<std::vector<Status>> answers(10);
  Gate gate(*writer_, gate_runner_, Gate::Commit::fails);
  insert_behind(gate, answers);
  for (const auto& answer : answers) EXPECT_TRUE(is_unavailable(answer.at(0)));
  EXPECT_EQ(stored_users(), 1);

  fail = false;
  EXPECT_TRUE(insert_user("after"));
  EXPECT_EQ(stored_users(), 2);
  EXPECT_EQ(stored_words(), 2);
  EXPECT_EQ(delivered_, std::vector<std::string>());
}

TEST_F(WriterTest, AFullDiskFailsWorksWithoutHalfChangesAndIsRecoveredFrom) {
  on_writer(
      [&] { sqlite3_exec(handle_, "PRAGMA max_page_count = 60", nullptr, nullptr, nullptr); });
  int stored = 0;
  while (stored < 1'000 && insert_user("user-" + std::to_string(stored))) ++stored;
  ASSERT_LT(stored, 1'000) << "the limit was not reached";
  EXPECT_TRUE(is_unavailable(insert_user("one-more")));
  EXPECT_EQ(stored_users(), stored);
  EXPECT_EQ(stored_words(), stored);
  EXPECT_EQ(open()->database().number("SELECT sum(users) FROM user_counts"), stored);
  EXPECT_GT(statistics_.failures, 0u);

  on_writer(
      [&] { sqlite3_exec(handle_, "PRAGMA max_page_count = 100000", nullptr, nullptr, nullptr); });
  EXPECT_TRUE(insert_user("one-more"));
  EXPECT_EQ(stored_users(), stored + 1);
}

TEST_F(WriterTest, ALockOfAnotherProgramFailsWorksUntilItIsGone) {
  auto other = open();
  other->database().execute("BEGIN IMMEDIATE");
  EXPECT_TRUE(is_unavailable(insert_user("ann")));
  other->database().execute("ROLLBACK");
  EXPECT_TRUE(insert_user("ann"));
  EXPECT_EQ(stored_users(), 1);
}

TEST_F(WriterTest, FinishesWhatIsQueuedBeforeItEnds) {
  std::vector<std::vector<Status>> answers(50);
  Gate gate(*writer_, gate_runner_);
  std::jthread ending;
  insert_behind(gate, answers, [&] { ending = std::jthread([&] { writer_.reset(); }); });
  ending.join();
  for (const auto& answer : answers) EXPECT_TRUE(answer.at(0));
  EXPECT_EQ(stored_users(), 50);
}

}  // namespace
}  // namespace parley::storage::sqlite
