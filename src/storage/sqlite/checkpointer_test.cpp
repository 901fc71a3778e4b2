#include "storage/sqlite/checkpointer.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

constexpr std::int64_t kFrame = 4'096 + 24;
constexpr CheckpointLimits kSmall{.pass = 20, .long_log = 100, .most = 400, .overlong = 800};

/// A database with a log to which each commit adds a few pages.
class CheckpointerTest : public testing::Test {
 protected:
  CheckpointerTest() {
    std::ofstream(file_).flush();
    writer_.emplace(open());
    writer_->execute("PRAGMA journal_mode = WAL; CREATE TABLE pages (content TEXT NOT NULL)");
  }

  [[nodiscard]] Database open() const {
    return Database(file_, Database::Access::read_write, std::chrono::milliseconds{0});
  }

  void start() { checkpointer_.emplace(*writer_, kSmall); }

  void commit() {
    writer_->run("INSERT INTO pages (content) VALUES (?1)", std::string(4'000, 'x'));
    ++rows_;
    checkpointer_->between_commits();
  }

  [[nodiscard]] std::int64_t file_size() const {
    return static_cast<std::int64_t>(std::filesystem::file_size(file_));
  }
  [[nodiscard]] std::int64_t log_size() const {
    return static_cast<std::int64_t>(std::filesystem::file_size(file_.string() + "-wal"));
  }

  static bool becomes_true(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!condition()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::yield();
    }
    return true;
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  std::optional<Database> writer_;
  std::optional<Checkpointer> checkpointer_;
  std::int64_t rows_ = 0;
};

TEST_F(CheckpointerTest, CopiesWhileTheWriterDoesNothing) {
  start();
  while (log_size() < 50 * kFrame) commit();
  EXPECT_TRUE(becomes_true([&] { return file_size() >= 5 * 4'096; }));
}

TEST_F(CheckpointerTest, CopiesWhileATransactionIsOpen) {
  start();
  writer_->execute("BEGIN IMMEDIATE; DELETE FROM pages; COMMIT");
  while (log_size() < 30 * kFrame) commit();
  writer_->execute("BEGIN IMMEDIATE; INSERT INTO pages (content) VALUES ('open')");
  EXPECT_TRUE(becomes_true([&] { return file_size() >= 5 * 4'096; }));
  writer_->execute("COMMIT");
}

TEST_F(CheckpointerTest, ALogUnderConstantWritesBeginsAnew) {
  start();
  for (int i = 0; i < 1'500; ++i) commit();
  EXPECT_LT(log_size(), 1'000 * kFrame);
  EXPECT_EQ(open().number("SELECT count(*) FROM pages"), rows_);
  EXPECT_EQ(
      open().number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

TEST_F(CheckpointerTest, AReadThatLastsSeesItsStateAndTheLogBeginsAnewAfterIt) {
  start();
  commit();
  Database reader = open();
  reader.execute("BEGIN");
  EXPECT_EQ(reader.number("SELECT count(*) FROM pages"), 1);
  for (int i = 0; i < 1'000; ++i) commit();
  EXPECT_EQ(reader.number("SELECT count(*) FROM pages"), 1);
  const auto grown = log_size();
  EXPECT_GE(grown, 1'000 * kFrame) << "held back by the reader";
  EXPECT_TRUE(checkpointer_->is_log_overlong());

  reader.execute("COMMIT");
  for (int i = 0; i < 1'000; ++i) commit();
  EXPECT_LT(log_size(), grown + 1'000 * kFrame);
  EXPECT_FALSE(checkpointer_->is_log_overlong());
  EXPECT_EQ(reader.number("SELECT count(*) FROM pages"), rows_);
}

TEST_F(CheckpointerTest, LeavesAllInTheFileWhenEverythingIsClosed) {
  start();
  for (int i = 0; i < 150; ++i) commit();
  checkpointer_.reset();
  writer_.reset();
  EXPECT_FALSE(std::filesystem::exists(file_.string() + "-wal"));
  EXPECT_EQ(open().number("SELECT count(*) FROM pages"), rows_);
}

}  // namespace
}  // namespace parley::storage::sqlite
