#include "storage/sqlite/database.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

class DatabaseTest : public testing::Test {
 protected:
  DatabaseTest() { std::ofstream(file_, std::ios::app).flush(); }

  Database open(Database::Access access = Database::Access::read_write) {
    return Database(file_, access, std::chrono::milliseconds{0});
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
};

TEST_F(DatabaseTest, CarriesEveryTypeThereAndBack) {
  Database database = open();
  std::array<std::byte, 32> digest;
  digest.fill(std::byte{0x80});
  const std::string text("a\0b", 3);
  const Time time{std::chrono::milliseconds{1'794'787'200'123}};
  Statement query = database.query("SELECT ?1, ?2, ?3, ?4, ?5, ?6", text, std::string_view(),
                                   digest, time, std::chrono::seconds{3}, true);
  ASSERT_TRUE(query.step());
  Row row = query.row();
  EXPECT_EQ(row.text(), text);
  EXPECT_EQ(row.text(), "");
  EXPECT_EQ(row.digest(), digest);
  EXPECT_EQ(row.time(), time);
  EXPECT_EQ(row.seconds(), std::chrono::seconds{3});
  EXPECT_TRUE(row.flag());
  EXPECT_FALSE(query.step());
}

TEST_F(DatabaseTest, TextThatIsNotUtf8CanBeSent) {
  Database database = open();
  Statement query = database.query("SELECT CAST(x'61FFC3' AS TEXT), x'C328'");
  ASSERT_TRUE(query.step());
  Row row = query.row();
  EXPECT_EQ(row.text(), "a\uFFFD\uFFFD");
  EXPECT_EQ(row.text(), "\uFFFD(");
}

TEST_F(DatabaseTest, BindsByNameOnlyWhatTheStatementHas) {
  Database database = open();
  Statement query = database.query("SELECT :b, :a");
  query.bind_named(":a", 1).bind_named(":b", 2).bind_named(":c", 3);
  ASSERT_TRUE(query.step());
  Row row = query.row();
  EXPECT_EQ(row.integer(), 2);
  EXPECT_EQ(row.integer(), 1);
}

TEST_F(DatabaseTest, AQueryInUseCannotBeStartedAgain) {
  Database database = open();
  const auto numbers = "SELECT value FROM json_each('[1,2]')";
  {
    Statement first = database.query(numbers);
    first.step();
    EXPECT_THROW((void)database.query(numbers), std::logic_error);
  }
  EXPECT_EQ(database.number(numbers), 1);
}

TEST_F(DatabaseTest, TellsBugsFromFailures) {
  Database database = open();
  database.execute("CREATE TABLE things (name TEXT UNIQUE)");
  EXPECT_THROW((void)database.query("NONSENSE"), std::logic_error);
  database.run("INSERT INTO things VALUES ('a')");
  EXPECT_THROW(database.run("INSERT INTO things VALUES ('a')"), std::logic_error);

  Database other = open();
  other.execute("BEGIN IMMEDIATE");
  try {
    database.run("INSERT INTO things VALUES ('b')");
    FAIL() << "two writers at once";
  } catch (const EngineError& error) {
    EXPECT_EQ(error.code(), SQLITE_BUSY);
  }
}

TEST_F(DatabaseTest, AReadOnlyConnectionChangesNothing) {
  open().execute("CREATE TABLE things (name TEXT UNIQUE)");
  Database database = open(Database::Access::read_only);
  EXPECT_THROW(database.run("INSERT INTO things VALUES ('a')"), EngineError);
  EXPECT_EQ(database.number("SELECT count(*) FROM things"), 0);
}

TEST_F(DatabaseTest, ChangesAreCountedForEachStatement) {
  Database database = open();
  database.execute("CREATE TABLE things (name TEXT UNIQUE)");
  EXPECT_EQ(database.run("INSERT INTO things VALUES ('a'), ('b')"), 2);
  EXPECT_EQ(database.run("INSERT INTO things VALUES ('a') ON CONFLICT DO NOTHING"), 0);
  EXPECT_EQ(database.run("DELETE FROM things WHERE name = 'c'"), 0);
}

}  // namespace
}  // namespace parley::storage::sqlite
