#include "storage/sqlite/work_queue.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "storage/sqlite/keep_running.hpp"
#include "support/coroutine_runner.hpp"

namespace parley::storage::sqlite {
namespace {

class EmptyUnit final : public core::UnitOfWork {
 public:
  bool run(core::Transaction&) override { return true; }
};

class WorkQueueTest : public testing::Test {
 protected:
  ~WorkQueueTest() override { queue_.close(); }

  /// Runs a unit of work, and passes it to `engine` as a batch.
  template <class F>
  Status run(F engine) {
    const std::jthread thread([this, engine] { engine(queue_.take(10)); });
    return runner_.run(queue_.run(work_));
  }

  test_support::CoroutineRunner runner_;
  WorkQueue queue_;
  EmptyUnit work_;
};

TEST_F(WorkQueueTest, AnswersWithTheOutcome) {
  EXPECT_TRUE(run([](Batch batch) { batch.begin()->settle(nullptr, {}); }));
  const auto status = run([](Batch batch) { batch.fail_all("failed", "disk full"); });
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kErrServiceUnavailable);
  EXPECT_EQ(status.error()->internal, "disk full");
}

TEST_F(WorkQueueTest, LosesNoCoroutineWhenTheEngineForgetsIt) {
  EXPECT_THROW(static_cast<void>(run([](const Batch&) {})), std::runtime_error);
}

TEST(KeepRunning, GoesOnAfterAnException) {
  int calls = 0;
  keep_running("test_failed", [&] {
    if (++calls == 1) throw std::bad_alloc();
    if (calls == 2) throw 7;
    return calls < 5;
  });
  EXPECT_EQ(calls, 5);
}

}  // namespace
}  // namespace parley::storage::sqlite
