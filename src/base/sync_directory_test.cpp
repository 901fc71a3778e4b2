#include "base/sync_directory.hpp"

#include <fcntl.h>

#include <gtest/gtest.h>

#include "base/descriptor.hpp"
#include "support/temporary_directory.hpp"

namespace parley {
namespace {

bool is_open(int descriptor) { return ::fcntl(descriptor, F_GETFD) >= 0; }

TEST(SyncDirectory, TellsWhetherItCould) {
  const test_support::TemporaryDirectory directory;
  EXPECT_FALSE(sync_directory(directory.path()));
  EXPECT_FALSE(sync_directory("")) << "the working directory";
  EXPECT_EQ(sync_directory(directory / "missing"), std::errc::no_such_file_or_directory);
}

TEST(DescriptorTest, ClosesWhatItOpenedOnce) {
  const test_support::TemporaryDirectory directory;
  int number = -1;
  {
    Descriptor first(directory.path(), O_RDONLY | O_DIRECTORY);
    number = first.number();
    ASSERT_TRUE(first.is_open());
    EXPECT_EQ(::fcntl(number, F_GETFD), FD_CLOEXEC);
    const Descriptor second(std::move(first));
    EXPECT_EQ(second.number(), number);
    EXPECT_FALSE(first.is_open());  // NOLINT(bugprone-use-after-move): what it is left with.
    EXPECT_TRUE(is_open(number));
  }
  EXPECT_FALSE(is_open(number));
}

TEST(DescriptorTest, SaysWhyItCouldNotOpen) {
  const test_support::TemporaryDirectory directory;
  const Descriptor missing(directory / "missing", O_RDONLY);
  EXPECT_EQ(errno, ENOENT);
  EXPECT_FALSE(missing.is_open());
}

}  // namespace
}  // namespace parley
