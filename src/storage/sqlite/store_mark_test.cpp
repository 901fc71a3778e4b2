#include "storage/sqlite/store_mark.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "storage/sqlite/migrations.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

namespace fs = std::filesystem;
using Access = Database::Access;

class StoreMarkTest : public testing::Test {
 protected:
  StoreMarkTest() {
    std::ofstream(file_).flush();
    auto database = open();
    migrate(database);
    database.execute("PRAGMA journal_mode = WAL");
    StoreMark(file_, database).change();
  }

  Database open() { return {file_, Access::read_write, std::chrono::milliseconds{0}}; }

  fs::path log() const { return file_.string() + "-wal"; }

  /// The database as `change` leaves it on the disk if the power fails after it.
  template <class Change>
  fs::path after_power_loss(Change change) {
    auto database = open();
    change(database);
    const auto lost = directory_ / "lost";
    fs::remove_all(lost);
    fs::create_directory(lost);
    for (const auto* suffix : {"", "-wal", "-mark"}) {
      const auto from = file_.string() + suffix;
      if (fs::exists(from)) fs::copy(from, lost / fs::path(from).filename());
    }
    return lost / "parley.db";
  }

  static void write(Database& database) { database.execute("PRAGMA user_version = 7"); }

  test_support::TemporaryDirectory directory_;
  fs::path file_ = directory_ / "parley.db";
};

TEST_F(StoreMarkTest, BelongsToItsLogBeforeAndAfterAChange) {
  EXPECT_FALSE(
      StoreMark::is_foreign(after_power_loss([](Database& database) { write(database); })));
  EXPECT_FALSE(StoreMark::is_foreign(after_power_loss([this](Database& database) {
    StoreMark(file_, database).change();
    write(database);
  })));
  EXPECT_FALSE(StoreMark::is_foreign(after_power_loss([this](Database& database) {
    StoreMark(file_, database).change();
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    write(database);
  })));
}

TEST_F(StoreMarkTest, IsUnlikeACopyFromBefore) {
  const auto copy = directory_ / "copy";
  fs::copy(file_, copy);
  const auto lost = after_power_loss([this](Database& database) {
    StoreMark(file_, database).change();
    write(database);
  });
  EXPECT_FALSE(StoreMark::is_foreign(lost));
  fs::copy(copy, lost, fs::copy_options::overwrite_existing);
  EXPECT_TRUE(StoreMark::is_foreign(lost));
}

TEST_F(StoreMarkTest, IsUnlikeACopyOfTheDirectoryOfAClosedStore) {
  { const StoreMark::Opened opened(file_); }
  EXPECT_TRUE(StoreMark::is_foreign(file_));
  {
    const StoreMark::Opened opened(file_);
    EXPECT_FALSE(StoreMark::is_foreign(file_));
    auto database = open();
    StoreMark(file_, database).change();
    write(database);
    EXPECT_FALSE(StoreMark::is_foreign(file_));
  }
  EXPECT_TRUE(StoreMark::is_foreign(file_));
}

TEST_F(StoreMarkTest, SaysNothingOfBeingClosedWhileThereIsALog) {
  auto database = open();
  {
    const StoreMark::Opened opened(file_);
    write(database);
  }
  EXPECT_FALSE(StoreMark::is_foreign(file_));
}

TEST_F(StoreMarkTest, NoticesThatTheLogWasDeleted) {
  EXPECT_FALSE(StoreMark::lacks_log(directory_ / "new.db"));
  const auto lost = after_power_loss([](Database& database) { write(database); });
  EXPECT_FALSE(StoreMark::lacks_log(lost));
  fs::remove(lost.string() + "-wal");
  EXPECT_TRUE(StoreMark::lacks_log(lost));
  { const StoreMark::Opened opened(file_); }
  EXPECT_FALSE(StoreMark::lacks_log(file_)) << "closed";
}

TEST_F(StoreMarkTest, DoesNotChangeWhileAReaderKeepsTheLog) {
  auto reader = open();
  reader.execute("BEGIN");
  EXPECT_EQ(reader.number("SELECT count(*) FROM apps"), 0);
  auto database = open();
  write(database);
  const auto before = database.number("SELECT mark FROM store_mark");
  StoreMark mark(file_, database);
  mark.change();
  EXPECT_EQ(database.number("SELECT mark FROM store_mark"), before);
  reader.execute("COMMIT");
  mark.change();
  EXPECT_NE(database.number("SELECT mark FROM store_mark"), before);
}

TEST_F(StoreMarkTest, IsNotJudgedWithoutItsFileOrInAnotherVersion) {
  fs::remove(file_.string() + "-mark");
  EXPECT_FALSE(StoreMark::is_foreign(file_));
  std::ofstream(file_.string() + "-mark") << "half of";
  EXPECT_FALSE(StoreMark::is_foreign(file_));
  std::ofstream(file_.string() + "-mark") << "1\n2\n";
  EXPECT_TRUE(StoreMark::is_foreign(file_));
  open().execute("DROP TABLE store_mark");
  EXPECT_FALSE(StoreMark::is_foreign(file_));
}

TEST_F(StoreMarkTest, ReadsFilesWithAnyName) {
  const auto odd = directory_ / "a b%20?#&c.db";
  fs::copy(file_, odd);
  std::ofstream(odd.string() + "-mark") << "1\n2\n";
  EXPECT_TRUE(StoreMark::is_foreign(odd));
}

}  // namespace
}  // namespace parley::storage::sqlite
