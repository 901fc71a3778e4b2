#include "daemon/server/periodic_task.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace parley::daemon {
namespace {

TEST(PeriodicTask, IsDoneAgainWhateverHappens) {
  asio::io_context context(1);
  int count = 0;
  PeriodicTask* self = nullptr;
  PeriodicTask task(context, "test_failed", std::chrono::milliseconds(1), [&]() -> Task<Status> {
    ++count;
    if (count == 1) throw std::runtime_error("broken");
    if (count == 2) co_return make_error(ErrorCode::kErrServiceUnavailable);
    if (count == 3) self->stop();
    co_return Status{};
  });
  self = &task;
  task.start();
  context.run();  // Returns once the task has stopped.
  EXPECT_EQ(count, 3);
}

TEST(PeriodicTask, StopsWithoutWaitingForItsTime) {
  asio::io_context context(1);
  PeriodicTask task(context, "test_failed", std::chrono::hours(1),
                    []() -> Task<Status> { co_return Status{}; });
  task.start();
  task.stop();
  context.run();
}

}  // namespace
}  // namespace parley::daemon
