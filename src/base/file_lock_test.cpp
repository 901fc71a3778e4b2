#include "base/file_lock.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>

#include "support/temporary_directory.hpp"

namespace parley {
namespace {

using Failure = FileLock::Failure;

/// Runs each test on a file and on a directory.
class FileLockTest : public testing::TestWithParam<bool> {
 protected:
  [[nodiscard]] FileLock lock() const {
    return GetParam() ? FileLock::of_directory(directory_.path())
                      : FileLock::of_file(directory_ / "lock");
  }

 private:
  test_support::TemporaryDirectory directory_;
};

INSTANTIATE_TEST_SUITE_P(OnAFileAndADirectory, FileLockTest, testing::Bool());

TEST_P(FileLockTest, IsHeldByOneAtATime) {
  auto first = std::make_unique<FileLock>(lock());
  EXPECT_EQ(first->failure(), Failure::none);
  EXPECT_EQ(lock().failure(), Failure::in_use);
  const FileLock moved(std::move(*first));
  first.reset();
  EXPECT_EQ(lock().failure(), Failure::in_use);
}

TEST_P(FileLockTest, IsReleasedAtItsEnd) {
  EXPECT_EQ(lock().failure(), Failure::none);
  EXPECT_EQ(lock().failure(), Failure::none);
}

TEST_P(FileLockTest, IsReleasedWhenTheProcessDies) {
  const auto child = ::fork();
  if (child == 0) {
    const auto held = lock();
    ::_exit(held.failure() == Failure::none ? 0 : 1);  // Skips the destructor.
  }
  int status = 1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(lock().failure(), Failure::none);
}

TEST(FileLockOfADirectory, SurvivesTheRemovalOfEveryFileInIt) {
  const test_support::TemporaryDirectory directory;
  const auto lock = FileLock::of_directory(directory.path());
  const auto file = FileLock::of_file(directory / "lock");
  std::filesystem::remove(directory / "lock");
  EXPECT_EQ(FileLock::of_file(directory / "lock").failure(), Failure::none);
  EXPECT_EQ(FileLock::of_directory(directory.path()).failure(), Failure::in_use);
}

TEST(FileLockOfAMissingDirectory, SaysWhy) {
  EXPECT_EQ(FileLock::of_directory("/nowhere").error_number(), ENOENT);
  const auto lock = FileLock::of_file("/nowhere/lock");
  EXPECT_EQ(lock.failure(), Failure::cannot_open);
  EXPECT_EQ(lock.error_number(), ENOENT);
}

}  // namespace
}  // namespace parley
