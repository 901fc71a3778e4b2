#include "support/store_test.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>

#include "support/faulty_disk.hpp"

namespace parley::storage::sqlite {
namespace {

using testing::HasSubstr;
using testing::Not;

using StoreLossesTest = StoreTest;

TEST_F(StoreLossesTest, AcknowledgesNothingOnceItsFilesAreDeletedOrReplaced) {
  const auto move_away = [](const std::filesystem::path& path) {
    std::filesystem::rename(path, path.string() + ".away");
  };
  const auto replace = [&](const std::filesystem::path& path) {
    move_away(path);
    std::filesystem::copy(path.string() + ".away", path);
  };
  for (const auto* name : {"parley.db", "parley.db-wal"}) {
    for (const bool is_replaced : {false, true}) {
      SCOPED_TRACE(testing::Message() << name << " replaced: " << is_replaced);
      const auto here = directory_ / (is_replaced ? "replaced" : "deleted") / name;
      std::filesystem::create_directories(here);
      const auto store = SqliteStore::open(here / "parley.db").value();
      insert_app(*store, "here");
      store->wait_for_index();
      is_replaced ? replace(here / name) : move_away(here / name);
      EXPECT_FALSE(try_to_insert_app(*store, "there"));
      EXPECT_FALSE(try_to_insert_app(*store, "nowhere"));
      const auto ready = runner_.run(store->health());
      ASSERT_FALSE(ready);
      EXPECT_THAT(ready.error()->internal, HasSubstr("deleted or replaced"));
      EXPECT_TRUE(runner_
                      .run(store->read([](core::Transaction& transaction) -> Result<bool> {
                        return transaction.apps().find("here").has_value();
                      }))
                      .value());
    }
  }
}

TEST_F(StoreLossesTest, IsNotReadyAndAcknowledgesNothingOnceItsFileIsCutShort) {
  for (const bool has_header : {true, false}) {
    SCOPED_TRACE(has_header);
    const auto file = directory_ / (has_header ? "half.db" : "empty.db");
    const auto store = SqliteStore::open(file).value();
    store->wait_for_index();
    EXPECT_TRUE(runner_.run(store->health()));
    std::filesystem::resize_file(file, has_header ? std::filesystem::file_size(file) / 2 : 0);
    const auto ready = runner_.run(store->health());
    ASSERT_FALSE(ready);
    EXPECT_THAT(ready.error()->internal, HasSubstr("truncated"));
    EXPECT_FALSE(try_to_insert_app(*store, "here"));
  }
}

TEST_F(StoreLossesTest, NoticesAfterACommitThatItsFileWasCutShort) {
  const auto store = open();
  insert_app(*store, "here");
  store->wait_for_index();
  std::filesystem::resize_file(file_, std::filesystem::file_size(file_) / 2);
  const auto refused = try_to_insert_app(*store, "there");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error()->internal, HasSubstr("truncated"));
}

/// Overwrites all pages but the first, which SQLite keeps in memory.
void damage(const std::filesystem::path& file) {
  constexpr std::size_t kPage = 4096;
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(kPage);
  bytes << std::string(std::filesystem::file_size(file) - kPage, '\x55') << std::flush;
  ASSERT_TRUE(bytes);
}

TEST_F(StoreLossesTest, IsNotReadyAndAcknowledgesNothingOnceItsFileIsDamaged) {
  for (const bool by_write : {true, false}) {
    SCOPED_TRACE(by_write);
    const auto file = directory_ / (by_write ? "write.db" : "read.db");
    insert_app(*SqliteStore::open(file).value(), "here");
    const auto store = SqliteStore::open(file).value();
    store->wait_for_index();
    damage(file);
    if (!by_write) {
      EXPECT_FALSE(runner_.run(store->health()));
    }
    EXPECT_FALSE(try_to_insert_app(*store, "there"));
    const auto refused = try_to_insert_app(*store, "nowhere");
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error()->internal, HasSubstr("is damaged"));
    const auto ready = runner_.run(store->health());
    ASSERT_FALSE(ready);
    EXPECT_EQ(ready.error().code, ErrorCode::kErrServiceUnavailable);
  }
}

/// Another program that opens the file.
class OtherProgram {
 public:
  explicit OtherProgram(const std::filesystem::path& file) {
    EXPECT_EQ(sqlite3_open(file.c_str(), &handle_), SQLITE_OK);
  }
  OtherProgram(const OtherProgram&) = delete;
  OtherProgram& operator=(const OtherProgram&) = delete;
  ~OtherProgram() { sqlite3_close(handle_); }

  void run(const char* sql) {
    EXPECT_EQ(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  }

 private:
  sqlite3* handle_ = nullptr;
};

TEST_F(StoreLossesTest, IsNotReadyAndAcknowledgesNothingOnceRowsOfUsersAreMissing) {
  const auto store = open();
  insert_app(*store, "here");
  insert_user(*store, "ann");
  store->wait_for_index();
  OtherProgram{file_}.run("DELETE FROM users");
  EXPECT_FALSE(list_users(*store));
  EXPECT_FALSE(try_to_insert_app(*store, "there"));
  EXPECT_FALSE(runner_.run(store->health()));
}

TEST_F(StoreLossesTest, IsNotReadyIfTheTablesOfTheIndexContradictEachOther) {
  {
    const auto store = open();
    insert_app(*store, "here");
    insert_user(*store, "ann");
  }
  OtherProgram{file_}.run("INSERT INTO user_tags (app_id, tag, uid) VALUES ('here', 'vip', 'bob')");
  const auto store = open();
  store->wait_for_index();
  EXPECT_FALSE(runner_.run(store->health()));
}

TEST_F(StoreLossesTest, ListsUsersWhoseTextIsDamaged) {
  const auto store = open();
  insert_app(*store, "here");
  insert_user(*store, "ann");
  store->wait_for_index();
  OtherProgram{file_}.run("UPDATE users SET name = CAST(x'41FF42' AS TEXT)");
  const auto users = list_users(*store);
  ASSERT_TRUE(users);
  EXPECT_EQ(users->users.at(0).name, "A\uFFFDB");
}

TEST_F(StoreLossesTest, DoesNotTakeAVacuumOfAnotherProgramForALoss) {
  const auto store = open();
  insert_app(*store, "here");
  const auto size = std::filesystem::file_size(file_);
  {
    OtherProgram other(file_);
    other.run("CREATE TABLE large (text); INSERT INTO large VALUES (zeroblob(1000000))");
    other.run("PRAGMA wal_checkpoint(TRUNCATE)");
    EXPECT_GT(std::filesystem::file_size(file_), size);
    EXPECT_TRUE(runner_.run(store->health()));
    insert_app(*store, "there");
    other.run("DROP TABLE large; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  }
  EXPECT_LT(std::filesystem::file_size(file_), size + 500'000);
  EXPECT_TRUE(runner_.run(store->health()));
  insert_app(*store, "everywhere");
}

TEST_F(StoreLossesTest, LogsOneLinePerFailureAndEqualOnesSparsely) {
  test_support::FaultyDisk disk;
  const auto store = open();
  disk.fill_at_write(1);
  testing::internal::CaptureStderr();
  for (int i = 0; i < 20; ++i) {
    const auto refused = try_to_insert_app(*store, "app-" + std::to_string(i));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error()->is_logged) << "so that no caller logs it again";
  }
  const auto lines = testing::internal::GetCapturedStderr();
  disk.heal();
  EXPECT_LE(std::ranges::count(lines, '\n'), 1) << lines;

  testing::internal::CaptureStderr();
  for (int i = 0; i < 40; ++i) {
    const auto failed = runner_.run(store->read([](core::Transaction&) -> Status {
      throw EngineError(SQLITE_IOERR, "an I/O error, says this test alone");
    }));
    ASSERT_FALSE(failed);
    EXPECT_TRUE(failed.error()->is_logged);
  }
  const auto of_reads = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::ranges::count(of_reads, '\n'), 1) << of_reads;
  EXPECT_THAT(of_reads, HasSubstr("store.read_failed"));
}

TEST_F(StoreLossesTest, IsNotReadyWhileWritesFailAndRecoversByItself) {
  test_support::FaultyDisk disk;
  const auto store = open();
  EXPECT_TRUE(runner_.run(store->health()));
  disk.fill_at_write(1);
  EXPECT_FALSE(try_to_insert_app(*store, "here"));
  EXPECT_FALSE(runner_.run(store->health()));
  EXPECT_FALSE(runner_.run(store->health())) << "it tries each time";
  disk.heal();
  EXPECT_TRUE(runner_.run(store->health()));
  const auto writes = store->metrics().writes;
  EXPECT_TRUE(runner_.run(store->health()));
  EXPECT_EQ(store->metrics().writes, writes) << "nothing is tried while all is well";
  insert_app(*store, "here");
}

// SQLite takes an incomplete read for a page of zeros, and reports a damaged file.
TEST_F(StoreLossesTest, ASingleFailedReadDoesNotLookLikeDamage) {
  insert_app(*open(), "here");
  test_support::FaultyDisk disk;
  int faults = 0;
  for (int n = 1; n < 100; ++n) {
    SCOPED_TRACE(n);
    const auto store = SqliteStore::open(file_, {.index_users = false}).value();
    disk.blank_read(n);
    testing::internal::CaptureStderr();
    const auto found = runner_.run(store->read([](core::Transaction& transaction) -> Result<bool> {
      return transaction.apps().find("here").has_value();
    }));
    faults += disk.has_failed() ? 1 : 0;
    disk.blank_read(n);
    const auto changed = try_to_insert_app(*store, "app-" + std::to_string(n));
    disk.heal();
    EXPECT_THAT(testing::internal::GetCapturedStderr(), Not(HasSubstr("malformed")));
    ASSERT_TRUE(found) << found.error()->internal;
    EXPECT_TRUE(*found);
    EXPECT_TRUE(changed) << changed.error()->internal;
    if (!disk.has_failed()) break;
  }
  EXPECT_GT(faults, 0);
}

TEST_F(StoreLossesTest, DamageFailsTheWorksThatMeetIt) {
  {
    const auto store = open();
    for (int i = 0; i < 100; ++i) insert_app(*store, "app-" + std::to_string(i));
  }
  const auto size = std::filesystem::file_size(file_);
  std::fstream file(file_, std::ios::in | std::ios::out | std::ios::binary);
  const std::string noise(4096, '\xa5');
  for (std::uintmax_t at = 4096; at < size; at += 4096) {
    file.seekp(static_cast<std::streamoff>(at));
    file.write(noise.data(), static_cast<std::streamsize>(noise.size()));
  }
  file.close();

  const auto opened = SqliteStore::open(file_);
  if (!opened) {
    EXPECT_THAT(opened.error()->internal, HasSubstr("damaged"));
    return;
  }
  const auto& store = *opened;
  const auto list = runner_.run(store->read([](core::Transaction& transaction) -> Result<bool> {
    return transaction.apps().list().empty();
  }));
  ASSERT_TRUE(list.has_error());
  EXPECT_EQ(list.error().code, ErrorCode::kErrServiceUnavailable);
  const auto write = runner_.run(store->write([](core::Transaction& transaction) -> Result<bool> {
    return transaction.apps().insert({.id = "here", .name = "App"}).has_value();
  }));
  ASSERT_TRUE(write.has_error());
  EXPECT_EQ(write.error().code, ErrorCode::kErrServiceUnavailable);
}

}  // namespace
}  // namespace parley::storage::sqlite
