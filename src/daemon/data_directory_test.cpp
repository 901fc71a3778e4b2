#include "daemon/data_directory.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <memory>

#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

TEST(DataDirectory, IsMadeWithItsParentsForItsOwnerOnly) {
  const test_support::TemporaryDirectory temporary;
  for (const auto* name : {"a/b/data", "data/", "data"}) {
    const DataDirectory directory(temporary / name);
    ASSERT_TRUE(directory.create()) << name;
    EXPECT_EQ(std::filesystem::status(directory.path()).permissions(),
              std::filesystem::perms::owner_all);
  }
}

TEST(DataDirectory, SaysWhyItCannotBeUsed) {
  const test_support::TemporaryDirectory temporary;
  std::ofstream(temporary / "file") << "x";
  for (const auto* name : {"file", "file/data"}) {
    const auto created = DataDirectory(temporary / name).create();
    ASSERT_FALSE(created);
    EXPECT_THAT(created.error()->message, ::testing::StartsWith("cannot use the data directory"));
    EXPECT_THAT(created.error()->message, ::testing::EndsWith("Not a directory"));
  }
}

TEST(DataLock, IsHeldByOneAtATime) {
  const test_support::TemporaryDirectory temporary;
  const DataDirectory directory(temporary.path());
  auto first = std::make_unique<DataLock>(directory);
  EXPECT_EQ(first->failure(), DataLock::Failure::none);
  EXPECT_EQ(DataLock(directory).failure(), DataLock::Failure::in_use);
  first.reset();
  EXPECT_EQ(DataLock(directory).failure(), DataLock::Failure::none);
}

TEST(DataLock, GoesWithAProcessThatDies) {
  const test_support::TemporaryDirectory temporary;
  const DataDirectory directory(temporary.path());
  const auto child = ::fork();
  if (child == 0) {
    const DataLock lock(directory);
    ::_exit(lock.failure() == DataLock::Failure::none ? 0 : 1);  // Without its destructor.
  }
  int status = 1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(DataLock(directory).failure(), DataLock::Failure::none);
}

TEST(DataLock, TellsAnUnwritableDirectory) {
  EXPECT_EQ(DataLock(DataDirectory("/nowhere")).failure(), DataLock::Failure::not_writable);
}

}  // namespace
}  // namespace parley::daemon
