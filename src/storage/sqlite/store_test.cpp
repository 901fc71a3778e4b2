#include "storage/sqlite/store.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <future>
#include <thread>
#include <utility>

#include "support/coroutine_runner.hpp"
#include "support/faulty_disk.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

/// Reads that stay in the store until the test is done with them.
class BlockedReads {
 public:
  /// `start(block)` makes a task whose read calls block(). `runner` is for these reads alone, and
  /// outlives the store.
  template <class Start>
  BlockedReads(test_support::CoroutineRunner& runner, int count, Start start)
      : thread_([this, &runner, count, start] {
          std::vector<Task<void>> tasks;
          const auto block = [this] {
            ++blocked_;
            unblocked_.wait();
          };
          const auto run = [&]() -> Task<void> { EXPECT_TRUE(co_await start(block)); };
          for (int i = 0; i < count; ++i) tasks.push_back(run());
          runner.run_all(std::move(tasks));
        }) {}
  ~BlockedReads() { unblock(); }

  void wait_until_blocked(int count) const {
    while (blocked_ < count) std::this_thread::yield();
  }

  void unblock() {
    if (!std::exchange(is_unblocked_, true)) unblock_.set_value();
  }

 private:
  std::atomic<int> blocked_ = 0;
  std::promise<void> unblock_;
  std::shared_future<void> unblocked_ = unblock_.get_future().share();
  bool is_unblocked_ = false;
  std::jthread thread_;
};

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

  Status try_to_insert_app(SqliteStore& store, const std::string& id) {
    return runner_.run(store.write([&](core::Transaction& transaction) -> Status {
      EXPECT_TRUE(transaction.apps().insert({.id = id, .name = "App"}));
      return {};
    }));
  }

  void insert_user(SqliteStore& store, const std::string& uid) {
    runner_
        .run(store.write([&](core::Transaction& transaction) -> Result<bool> {
          return transaction.users().insert("here", {.uid = uid, .name = uid});
        }))
        .value();
  }

  std::uint64_t list_users(SqliteStore& store) {
    return runner_
        .run(store.read_list(
            [](core::Transaction& transaction, core::ListPermit permit) -> Result<std::uint64_t> {
              return transaction.users().list(permit, "here", {}).total;
            }))
        .value();
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  test_support::CoroutineRunner runner_;
  test_support::CoroutineRunner blocked_runner_;
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
  EXPECT_EQ(files, 3) << "the database, its -wal and its -shm";
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

TEST_F(StoreTest, reads_that_last_hold_up_neither_writes_nor_other_reads) {
  const auto store = open();
  store->wait_for_index();
  insert_app(*store, "here");
  BlockedReads walks(blocked_runner_, 4, [&](auto block) {
    return store->walk([=](core::Transaction& transaction, core::WalkPermit permit) -> Status {
      (void)transaction.users().list(permit, "here", {});
      block();
      return {};
    });
  });
  walks.wait_until_blocked(2);
  insert_user(*store, "ann");
  insert_user(*store, "bob");
  EXPECT_EQ(list_users(*store), 2u);
  EXPECT_TRUE(runner_.run(store->ping()));
}

// What it reads after its list is the rows of a page and what belongs to them.
TEST_F(StoreTest, a_list_that_lasts_holds_up_no_write) {
  const auto store = open();
  store->wait_for_index();
  insert_app(*store, "here");
  insert_user(*store, "ann");
  BlockedReads lists(blocked_runner_, 1, [&](auto block) {
    return store->read_list([=](core::Transaction& transaction, core::ListPermit permit) -> Status {
      EXPECT_EQ(transaction.users().list(permit, "here", {}).total, 1u);
      block();
      return {};
    });
  });
  lists.wait_until_blocked(1);
  insert_user(*store, "bob");
  insert_user(*store, "cat");
  EXPECT_TRUE(store->is_indexed());
  EXPECT_EQ(list_users(*store), 3u);
}

TEST_F(StoreTest, refuses_walks_when_many_wait_already) {
  const auto store = open();
  const auto nothing = [](core::Transaction&, core::WalkPermit) -> Status { return {}; };
  std::atomic<int> refused = 0;
  const auto walk = [&]() -> Task<void> {
    const auto answer = co_await store->walk(nothing);
    if (!answer) ++refused;
  };
  BlockedReads walks(blocked_runner_, 2, [&](auto block) {
    return store->walk([=](core::Transaction&, core::WalkPermit) -> Status {
      block();
      return {};
    });
  });
  walks.wait_until_blocked(2);
  std::jthread opener([&] {
    while (refused == 0) std::this_thread::yield();
    walks.unblock();
  });
  std::vector<Task<void>> tasks;
  for (int i = 0; i < 100; ++i) tasks.push_back(walk());
  runner_.run_all(std::move(tasks));
  EXPECT_GT(refused, 0);
  EXPECT_LE(refused, 100 - 64);
  EXPECT_TRUE(runner_.run(store->walk(nothing)));
}

TEST_F(StoreTest, cuts_off_a_walk_that_takes_too_long_and_says_what_to_do) {
  const auto store =
      SqliteStore::open(file_, {.read_time_limit = std::chrono::milliseconds{0}}).value();
  runner_
      .run(store->write([](core::Transaction& transaction) -> Status {
        const auto event =
            core::audit_event("here", Time{}, {}, core::AuditAction::user_created, "");
        for (int i = 0; i < 5'000; ++i) transaction.audit().append(event);
        return {};
      }))
      .value();
  const auto walk = [&](core::AuditQuery query) {
    return runner_.run(store->walk(
        [query](core::Transaction& transaction, core::WalkPermit permit) -> Result<std::size_t> {
          return transaction.audit().list(permit, "here", query).events.size();
        }));
  };
  const auto slow = walk({.action = "role"});
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().code, ErrorCode::kErrServiceUnavailableSlowRead);
  EXPECT_GT(slow.error()->retry_after, 0);
  EXPECT_EQ(walk({.limit = 1, .most_examined = 1}).value(), 1u) << "a short one is not affected";
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

TEST_F(StoreTest, cannot_be_opened_twice_whatever_files_are_deleted) {
  const auto first = open();
  for (const auto& entry : std::filesystem::directory_iterator(directory_.path())) {
    std::filesystem::remove(entry.path());
  }
  EXPECT_THAT(refusal(file_), HasSubstr("in use by another parleyd process"));
}

TEST_F(StoreTest, acknowledges_nothing_once_its_files_are_deleted_or_replaced) {
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
      is_replaced ? replace(here / name) : move_away(here / name);
      EXPECT_FALSE(try_to_insert_app(*store, "there"));
      EXPECT_FALSE(try_to_insert_app(*store, "nowhere"));
      const auto ready = runner_.run(store->ping());
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

TEST_F(StoreTest, is_not_ready_and_acknowledges_nothing_once_its_file_is_cut_short) {
  for (const bool has_header : {true, false}) {
    SCOPED_TRACE(has_header);
    const auto file = directory_ / (has_header ? "half.db" : "empty.db");
    const auto store = SqliteStore::open(file).value();
    EXPECT_TRUE(runner_.run(store->ping()));
    std::filesystem::resize_file(file, has_header ? std::filesystem::file_size(file) / 2 : 0);
    const auto ready = runner_.run(store->ping());
    ASSERT_FALSE(ready);
    EXPECT_THAT(ready.error()->internal, HasSubstr("cut short"));
    EXPECT_FALSE(try_to_insert_app(*store, "here"));
  }
}

TEST_F(StoreTest, notices_after_a_commit_that_its_file_was_cut_short) {
  const auto store = open();
  insert_app(*store, "here");
  std::filesystem::resize_file(file_, std::filesystem::file_size(file_) / 2);
  const auto refused = try_to_insert_app(*store, "there");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error()->internal, HasSubstr("cut short"));
}

TEST_F(StoreTest, does_not_take_a_vacuum_of_another_program_for_a_loss) {
  const auto store = open();
  insert_app(*store, "here");
  const auto size = std::filesystem::file_size(file_);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file_.c_str(), &other), SQLITE_OK);
  const auto run = [&](const char* sql) {
    EXPECT_EQ(sqlite3_exec(other, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  };
  run("CREATE TABLE large (text); INSERT INTO large VALUES (zeroblob(1000000))");
  run("PRAGMA wal_checkpoint(TRUNCATE)");
  EXPECT_GT(std::filesystem::file_size(file_), size);
  EXPECT_TRUE(runner_.run(store->ping()));
  insert_app(*store, "there");
  run("DROP TABLE large; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_close(other);
  EXPECT_LT(std::filesystem::file_size(file_), size + 500'000);
  EXPECT_TRUE(runner_.run(store->ping()));
  insert_app(*store, "everywhere");
}

TEST_F(StoreTest, logs_one_line_per_failure_and_equal_ones_sparsely) {
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
      throw EngineError(SQLITE_CORRUPT, "malformed, says this test alone");
    }));
    ASSERT_FALSE(failed);
    EXPECT_TRUE(failed.error()->is_logged);
  }
  const auto of_reads = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::ranges::count(of_reads, '\n'), 1) << of_reads;
  EXPECT_THAT(of_reads, HasSubstr("store.read_failed"));
}

TEST_F(StoreTest, does_not_take_lost_data_for_a_first_start) {
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

TEST_F(StoreTest, refuses_a_file_that_is_cut_short) {
  open().reset();
  const auto size = std::filesystem::file_size(file_);
  std::filesystem::resize_file(file_, size - 1);
  EXPECT_THAT(refusal(file_), HasSubstr("cut short"));
  std::filesystem::resize_file(file_, 4096);
  EXPECT_THAT(refusal(file_), HasSubstr("cut short"));
}

TEST_F(StoreTest, begins_again_after_an_interruption) {
  for (const auto* left_behind : {"parley.db.new", "parley.db.new-journal", "parley.db-journal"}) {
    std::ofstream(directory_ / left_behind) << std::string(5'000, 'x');
  }
  std::ofstream(file_).flush();
  insert_app(*open(), "here");
  EXPECT_FALSE(std::filesystem::exists(directory_ / "parley.db.new"));
}

// Whichever operation fails, there is no store afterwards or a whole one. Of the later
// operations, of which there are hundreds, only some are tried.
TEST_F(StoreTest, a_first_start_that_fails_is_made_up_for_by_the_next) {
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

TEST_F(StoreTest, is_not_ready_while_writes_fail_and_recovers_by_itself) {
  test_support::FaultyDisk disk;
  const auto store = open();
  EXPECT_TRUE(runner_.run(store->ping()));
  disk.fill_at_write(1);
  EXPECT_FALSE(try_to_insert_app(*store, "here"));
  EXPECT_FALSE(runner_.run(store->ping()));
  EXPECT_FALSE(runner_.run(store->ping())) << "it tries each time";
  disk.heal();
  EXPECT_TRUE(runner_.run(store->ping()));
  const auto writes = store->statistics().writes.load();
  EXPECT_TRUE(runner_.run(store->ping()));
  EXPECT_EQ(store->statistics().writes, writes) << "nothing is tried while all is well";
  insert_app(*store, "here");
}

// SQLite takes an incomplete read for a page of zeros, and the file for damaged.
TEST_F(StoreTest, a_single_failed_read_does_not_look_like_damage) {
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
