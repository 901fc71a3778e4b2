#include "support/store_test.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <fstream>

#include "support/faulty_disk.hpp"

namespace parley::storage::sqlite {
namespace {

using testing::AllOf;
using testing::HasSubstr;

using StoreOpeningTest = StoreTest;

TEST_F(StoreOpeningTest, TellsWhyItDoesNotOpen) {
  EXPECT_THAT(refusal(directory_ / "missing/parley.db"), HasSubstr("No such file or directory"));
  std::filesystem::create_directory(directory_ / "folder.db");
  EXPECT_THAT(refusal(directory_ / "folder.db"), HasSubstr("Is a directory"));
}

TEST_F(StoreOpeningTest, TellsThatTheDirectoryIsNotWritable) {
  if (::geteuid() == 0) GTEST_SKIP() << "root can write everywhere";
  std::filesystem::permissions(
      directory_.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_THAT(refusal(file_), HasSubstr("Permission denied"));
  std::filesystem::permissions(directory_.path(), std::filesystem::perms::owner_all);
}

TEST_F(StoreOpeningTest, OneProcessAtATimeHasItOpen) {
  auto first = open();
  EXPECT_THAT(refusal(file_), HasSubstr("in use by another parleyd process"));
  insert_app(*first, "here");
  first.reset();
  EXPECT_EQ(refusal(file_), "");
}

TEST_F(StoreOpeningTest, CannotBeOpenedTwiceWhateverFilesAreDeleted) {
  const auto first = open();
  for (const auto& entry : std::filesystem::directory_iterator(directory_.path())) {
    std::filesystem::remove(entry.path());
  }
  EXPECT_THAT(refusal(file_), HasSubstr("in use by another parleyd process"));
}

TEST_F(StoreOpeningTest, DoesNotTakeLostDataForAFirstStart) {
  const auto key = directory_ / "jwt.pem";
  const auto refusal_with_key = [&] {
    const auto opened = SqliteStore::open(file_, {.signs_of_use = {key}});
    if (opened) return std::string();
    EXPECT_EQ(opened.error()->retry_after, 0);
    return opened.error()->internal;
  };
  std::ofstream(key) << "a key";
  EXPECT_THAT(refusal_with_key(), AllOf(HasSubstr("it is missing"), HasSubstr("jwt.pem")));
  std::ofstream(file_).flush();
  EXPECT_THAT(refusal_with_key(), AllOf(HasSubstr("it is empty"), HasSubstr("jwt.pem")));
  EXPECT_EQ(std::filesystem::file_size(file_), 0u);

  std::filesystem::remove(key);
  EXPECT_EQ(refusal_with_key(), "") << "a start of an earlier version that was interrupted";
  std::ofstream(key) << "a key";
  EXPECT_EQ(refusal_with_key(), "");

  std::filesystem::remove(file_);
  std::filesystem::remove(key);
  std::ofstream(file_.string() + "-wal") << "what was committed last";
  EXPECT_THAT(refusal_with_key(), HasSubstr("parley.db-wal"));
}

TEST_F(StoreOpeningTest, RefusesAFileThatIsCutShort) {
  open().reset();
  const auto size = std::filesystem::file_size(file_);
  std::filesystem::resize_file(file_, size - 1);
  EXPECT_THAT(refusal(file_), HasSubstr("truncated"));
  std::filesystem::resize_file(file_, 4096);
  EXPECT_THAT(refusal(file_), HasSubstr("truncated"));
}

TEST_F(StoreOpeningTest, BeginsAgainAfterAnInterruption) {
  for (const auto* left_behind : {"parley.db.new", "parley.db.new-journal", "parley.db-journal"}) {
    std::ofstream(directory_ / left_behind) << std::string(5'000, 'x');
  }
  std::ofstream(file_).flush();
  insert_app(*open(), "here");
  EXPECT_FALSE(std::filesystem::exists(directory_ / "parley.db.new"));
}

// Whichever disk operation fails, afterwards there is either no store or a complete one. There are
// hundreds of operations, so the test skips some of the later ones.
TEST_F(StoreOpeningTest, AFirstStartThatFailsIsMadeUpForByTheNext) {
  test_support::FaultyDisk disk;
  for (int n = 1;; n += 1 + n / 8) {
    ASSERT_LT(n, 5'000);
    std::filesystem::remove(file_);
    disk.fail_operation(n);
    auto opened = SqliteStore::open(file_, {.index_users = false});
    disk.heal();
    if (!opened) {
      EXPECT_GT(opened.error()->retry_after, 0) << opened.error()->internal;
      EXPECT_TRUE(!std::filesystem::exists(file_) || std::filesystem::file_size(file_) > 0);
      opened = SqliteStore::open(file_, {.index_users = false});
    }
    ASSERT_TRUE(opened) << opened.error()->internal;
    if (!disk.has_failed()) break;
  }
}

TEST_F(StoreOpeningTest, TellsThatAnotherProgramHoldsALock) {
  open().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr,
               nullptr);
  EXPECT_THAT(refusal(file_), HasSubstr("another program holds a lock"));
  sqlite3_close(other);
  EXPECT_EQ(refusal(file_), "");
}

TEST_F(StoreOpeningTest, RefusesAFileThatIsNoDatabaseAndLeavesItAlone) {
  const std::string letter(5'000, 'x');
  std::ofstream(file_) << letter;
  EXPECT_THAT(refusal(file_), HasSubstr("damaged or not a database"));
  std::ifstream file(file_);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), letter);
}

TEST_F(StoreOpeningTest, RefusesANewerVersion) {
  open().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "PRAGMA user_version = 1000", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_THAT(refusal(file_), HasSubstr("newer version of parleyd"));
}

}  // namespace
}  // namespace parley::storage::sqlite
