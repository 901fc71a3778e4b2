#include "daemon/data/file.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

namespace fs = std::filesystem;

TEST(ReplaceFile, LeavesNothingBesideTheFile) {
  const test_support::TemporaryDirectory directory;
  const auto file = directory / "file";
  for (const auto* content : {"one", "", "two"}) {
    ASSERT_TRUE(replace_file(file, content, kOwnerOnly));
    EXPECT_EQ(read_file(file).value(), content);
    EXPECT_EQ(fs::status(file).permissions(), kOwnerOnly);
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(directory.path()), {}), 1);
}

TEST(ReplaceFile, ContinuesAfterAnInterruptedReplacement) {
  const test_support::TemporaryDirectory directory;
  std::ofstream(directory / "file.new") << "half of a content that was longer than the next";
  ASSERT_TRUE(replace_file(directory / "file", "whole", kOwnerOnly));
  EXPECT_EQ(read_file(directory / "file").value(), "whole");
  EXPECT_FALSE(fs::exists(directory / "file.new"));
}

TEST(ReplaceFile, KeepsTheOldContentWhenItFails) {
  const test_support::TemporaryDirectory directory;
  fs::create_directory(directory / "file");
  const auto written = replace_file(directory / "file", "new", kOwnerOnly);
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error()->message, ::testing::StartsWith("cannot write"));
  EXPECT_TRUE(fs::is_directory(directory / "file"));
  EXPECT_FALSE(fs::exists(directory / "file.new"));
}

TEST(ReadFile, ReadsItAllOrSaysWhyNot) {
  const test_support::TemporaryDirectory directory;
  const std::string large(100'000, 'x');
  std::ofstream(directory / "large") << large;
  EXPECT_EQ(read_file(directory / "large").value(), large);
  const auto missing = read_file(directory / "missing");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error()->message,
            "cannot read " + (directory / "missing").string() + ": No such file or directory");
  const auto folder = read_file(directory.path());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error()->message,
            "cannot read " + directory.path().string() + ": Is a directory");
}

TEST(CreatePrivateDirectory, MakesParentsToo) {
  const test_support::TemporaryDirectory directory;
  for (const auto* name : {"a", "b/c/d", "b/c/e/", "a"}) {
    EXPECT_FALSE(create_private_directory(directory / name)) << name;
    EXPECT_EQ(fs::status(directory / name).permissions(), fs::perms::owner_all) << name;
  }
  EXPECT_FALSE(create_private_directory("/"));
}

}  // namespace
}  // namespace parley::daemon
