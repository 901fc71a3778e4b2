#include "storage/sqlite/page_cache.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <string>

#include "storage/sqlite/database.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

/// Keys in scrambled order, so that pages split in the middle and swap their numbers.
std::int64_t key(std::int64_t row) { return row * 7'919 % 1'000'003; }

class PageCacheTest : public testing::Test {
 protected:
  PageCacheTest() : database_(open()) {
    database_.execute(
        "PRAGMA journal_mode = WAL;"
        "CREATE TABLE rows (key INTEGER NOT NULL PRIMARY KEY, content TEXT NOT NULL);"
        "CREATE INDEX by_content ON rows (content, key)");
  }

  void insert(std::int64_t first, std::int64_t count, char content) {
    for (auto row = first; row < first + count; ++row) {
      database_.run("INSERT INTO rows (key, content) VALUES (?1, ?2)", key(row),
                    std::string(300, content) + std::to_string(key(row)));
    }
  }

  [[nodiscard]] std::int64_t count(char content) {
    return database_.number("SELECT count(*) FROM rows WHERE substr(content, 1, 1) = ?1",
                            std::string(1, content));
  }

  /// Checks the database on this connection, and compares it with a connection with an empty cache.
  void expect_intact() {
    const auto text = [](Row row) { return row.text(); };
    EXPECT_EQ(database_.first("PRAGMA integrity_check", text), "ok");
    auto other = open();
    const auto sum = "SELECT sum(key * length(content)) FROM rows";
    EXPECT_EQ(database_.number(sum), other.number(sum));
  }

  [[nodiscard]] Database open() const {
    std::ofstream(file_, std::ios::app).flush();
    return Database(file_, Database::Access::read_write, std::chrono::milliseconds{0});
  }

 private:
  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_.path() / "pages.db";

 protected:
  Database database_;
};

TEST_F(PageCacheTest, KeepsWhatCommitsLeaveWhilePagesTradeTheirNumbers) {
  for (std::int64_t commit = 0; commit < 50; ++commit) {
    database_.run("BEGIN");
    insert(commit * 40, 40, 'a');
    database_.run("COMMIT");
  }
  EXPECT_EQ(count('a'), 2'000);
  expect_intact();
}

TEST_F(PageCacheTest, ForgetsPagesOfGrowthThatWasUndone) {
  insert(0, 500, 'a');
  database_.run("BEGIN");
  insert(500, 500, 'b');
  database_.run("ROLLBACK");
  insert(1'000, 500, 'c');
  EXPECT_EQ(count('b'), 0);
  EXPECT_EQ(count('a') + count('c'), 1'000);
  expect_intact();
}

TEST_F(PageCacheTest, ForgetsAllWhenAnotherConnectionHasChangedTheFile) {
  insert(0, 500, 'a');
  EXPECT_EQ(count('a'), 500);
  auto other = open();
  other.execute("UPDATE rows SET content = 'b' || content");
  EXPECT_EQ(count('b'), 500);
  insert(500, 500, 'b');
  EXPECT_EQ(count('b'), 1'000);
  expect_intact();
}

TEST_F(PageCacheTest, ForgetsPagesBehindTheEndOfAFileThatBecameSmaller) {
  insert(0, 500, 'a');
  database_.run("DELETE FROM rows WHERE content >= 'a'");
  database_.execute("VACUUM");
  insert(500, 500, 'b');
  EXPECT_EQ(count('b'), 500);
  expect_intact();
}

}  // namespace
}  // namespace parley::storage::sqlite
