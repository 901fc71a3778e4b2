#include "daemon/data/data_directory.hpp"

#include <gmock/gmock.h>

#include <fstream>

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

}  // namespace
}  // namespace parley::daemon
