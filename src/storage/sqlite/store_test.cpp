#include "storage/sqlite/store.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>

#include "support/coroutine_runner.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class StoreTest : public testing::Test {
 protected:
  /// The operator's line when the store does not open; empty when it does.
  std::string refusal(const std::filesystem::path& file) {
    const auto opened = SqliteStore::open(file, {.busy_timeout = std::chrono::milliseconds{0}});
    if (opened) return {};
    EXPECT_EQ(opened.error().code, ErrorCode::kErrServiceUnavailable);
    EXPECT_THAT(opened.error()->internal,
                AllOf(HasSubstr(file.string()), EndsWith("."), Not(HasSubstr("\n"))));
    return opened.error()->internal;
  }

  std::unique_ptr<SqliteStore> open() { return SqliteStore::open(file_).value(); }

  void insert_app(SqliteStore& store, const std::string& id) {
    runner_
        .run(store.write([&](core::Transaction& transaction) -> Result<bool> {
          return transaction.apps().insert({.id = id, .name = "App"}).has_value();
        }))
        .value();
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  test_support::CoroutineRunner runner_;
};

TEST_F(StoreTest, creates_files_only_their_owner_can_read) {
  const auto store = open();
  insert_app(*store, "here");
  using std::filesystem::perms;
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory_.path())) {
    EXPECT_EQ(entry.status().permissions(), perms::owner_read | perms::owner_write) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 4) << "the database, its -wal, its -shm and the lock";
}

TEST_F(StoreTest, leaves_no_log_behind) {
  auto store = open();
  insert_app(*store, "here");
  store.reset();
  EXPECT_FALSE(std::filesystem::exists(file_.string() + "-wal"));
}

TEST_F(StoreTest, answers_a_ping_without_writing) {
  const auto store = open();
  EXPECT_TRUE(runner_.run(store->ping()));
  EXPECT_EQ(store->statistics().reads, 1u);
  EXPECT_EQ(store->statistics().writes, 0u);
}

TEST_F(StoreTest, counts_lookups_by_digest) {
  const auto store = open();
  const auto look_up = [](core::Transaction& transaction) -> Status {
    (void)transaction.sessions().find_by_digest(crypto::sha256("a"));
    (void)transaction.api_keys().find_by_digest(crypto::sha256("b"));
    (void)transaction.users().find("here", "ann");
    return {};
  };
  runner_.run(store->read(look_up)).value();
  EXPECT_EQ(store->statistics().digest_lookups, 2u);
}

TEST_F(StoreTest, a_read_cannot_write) {
  const auto store = open();
  const auto status = runner_.run(store->read([](core::Transaction& transaction) -> Result<bool> {
    return transaction.apps().insert({.id = "here", .name = "App"}).has_value();
  }));
  EXPECT_TRUE(status.has_error());
  insert_app(*store, "here");
}

TEST_F(StoreTest, tells_why_it_does_not_open) {
  EXPECT_THAT(refusal(directory_ / "missing/parley.db"), HasSubstr("No such file or directory"));
  std::filesystem::create_directory(directory_ / "folder.db");
  EXPECT_THAT(refusal(directory_ / "folder.db"), HasSubstr("Is a directory"));
}

TEST_F(StoreTest, tells_that_the_directory_is_not_writable) {
  if (::geteuid() == 0) GTEST_SKIP() << "nothing is unwritable for root";
  std::filesystem::permissions(
      directory_.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_THAT(refusal(file_), HasSubstr("Permission denied"));
  std::filesystem::permissions(directory_.path(), std::filesystem::perms::owner_all);
}

TEST_F(StoreTest, one_process_at_a_time_has_it_open) {
  auto first = open();
  EXPECT_THAT(refusal(file_), HasSubstr("in use by another parleyd process"));
  insert_app(*first, "here");
  first.reset();
  EXPECT_EQ(refusal(file_), "");
}

TEST_F(StoreTest, tells_that_another_program_holds_a_lock) {
  open().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr,
               nullptr);
  EXPECT_THAT(refusal(file_), HasSubstr("another program holds a lock"));
  sqlite3_close(other);
  EXPECT_EQ(refusal(file_), "");
}

TEST_F(StoreTest, refuses_a_file_that_is_no_database_and_leaves_it_alone) {
  const std::string letter(5'000, 'x');
  std::ofstream(file_) << letter;
  EXPECT_THAT(refusal(file_), HasSubstr("damaged or not a database"));
  std::ifstream file(file_);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), letter);
}

TEST_F(StoreTest, refuses_a_newer_version) {
  open().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "PRAGMA user_version = 1000", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_THAT(refusal(file_), HasSubstr("newer version of parleyd"));
}

TEST_F(StoreTest, damage_fails_the_works_that_meet_it) {
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
