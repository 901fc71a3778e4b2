#include "storage/sqlite/migrations.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include <fmt/format.h>

#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {
namespace {

using testing::HasSubstr;

class Migrations : public testing::Test {
 protected:
  Database open() {
    std::ofstream(file_, std::ios::app).flush();
    return Database(file_, Database::Access::read_write, std::chrono::milliseconds{0});
  }

  static std::int64_t version(Database& database) { return database.number("PRAGMA user_version"); }

  static std::vector<std::string> schema(Database& database) {
    return database.all("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY 1",
                        [](Row row) { return row.text(); });
  }

  /// Inserts a user for sessions, in the schema of versions 5 to 12.
  static void insert_ann(Database& database) {
    database.execute(R"sql(
      INSERT INTO apps VALUES ('app', 'App', 'eu', 0, 0, 0, 100, '[]', 0, 0, 1, 1);
      INSERT INTO users VALUES (1, 'app', 'ann', 'ann', 'default', 1, 'Ann', '', '', '', '', '[]',
                                0, 1, 1, 0, 0);
    )sql");
  }

  /// Migrates, and returns the text of the IncompatibleStore that was thrown; empty if none was.
  static std::string refusal(Database& database) {
    try {
      migrate(database);
    } catch (const IncompatibleStore& error) {
      return error.what();
    }
    return {};
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
};

TEST_F(Migrations, LeadFromEveryOlderVersionToTheSameSchema) {
  Database fresh = open();
  migrate(fresh);
  const auto newest = schema(fresh);
  EXPECT_EQ(version(fresh), std::ssize(migrations()));
  for (std::size_t older = 0; older <= migrations().size(); ++older) {
    file_ = directory_ / fmt::format("from-{}.db", older).c_str();
    Database database = open();
    migrate(database, migrations().first(older));
    EXPECT_EQ(version(database), static_cast<std::int64_t>(older));
    migrate(database);
    EXPECT_EQ(version(database), std::ssize(migrations()));
    EXPECT_EQ(schema(database), newest) << "from version " << older;
  }
}

TEST_F(Migrations, KeepWhatIsStored) {
  const Migration steps[] = {{"CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('a')"},
                             {"ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7"}};
  Database database = open();
  migrate(database, std::span(steps).first(1));
  migrate(database, steps);
  EXPECT_EQ(database.number("SELECT size FROM things WHERE name = 'a'"), 7);
}

// Version 3 changed how names are folded. Existing users must still be found.
TEST_F(Migrations, IndexTheNamesThatWereThere) {
  Database database = open();
  migrate(database, migrations().first(2));
  database.execute(R"sql(
    INSERT INTO apps VALUES ('app', 'App', 'eu', 0, 0, 0, 100, '[]', 0, 0, 1, 1);
    INSERT INTO users VALUES (1, 'app', 'joerg', 'jörg groß', 'default', 1, 'Jörg Groß', '', '', '',
                              '', '[]', 0, 1, 1, 0);
    INSERT INTO user_words VALUES ('app', 'jörg groß', 'joerg'), ('app', 'groß', 'joerg');
  )sql");
  migrate(database);
  const auto text = [](Row row) { return row.text(); };
  EXPECT_EQ(database.first("SELECT folded_name FROM users", text), "jorg gross");
  EXPECT_THAT(database.all("SELECT word FROM user_words ORDER BY 1", text),
              testing::ElementsAre("gross", "jorg gross"));
}

// The last version changed how names are folded. It must not write names that stay the same.
TEST_F(Migrations, FoldAgainTheNamesThatWereThere) {
  Database database = open();
  migrate(database, migrations().first(16));
  const auto add = [&](int sequence, std::string_view name, std::string_view folded,
                       std::initializer_list<std::string_view> words) {
    const auto uid = fmt::format("u-{}", sequence);
    database.run(
        "INSERT INTO users (sequence, app_id, uid, folded_name, role, active, name, avatar, "
        "link, status_message, metadata, tags, last_active_at, created_at, updated_at, "
        "deactivated_at) VALUES (?1, 'app', ?2, ?3, 'default', 1, ?4, '', '', '', '', '[]', "
        "0, 1, 1, 0)",
        std::int64_t{sequence}, uid, folded, name);
    for (const auto word : words)
      database.run("INSERT INTO user_words VALUES ('app', ?1, ?2)", word, uid);
  };
  database.execute(
      "INSERT INTO apps (id, name, region, mode, token_ttl, idle_timeout, "
      "max_tokens_per_user, allowed_origins, core_per_minute, other_per_minute, "
      "created_at, updated_at) VALUES ('app', 'App', 'eu', 0, 0, 0, 100, '[]', 0, 0, 1, "
      "1)");
  add(1, "Ann Lee", "ann lee", {"ann lee", "lee"});
  add(2, "Łukasz  Nowak", "łukasz  nowak", {"łukasz  nowak", "nowak"});
  add(3, "王小明", "王小明", {"王小明"});
  add(4, "Иван Петров", "иван петров", {"иван петров", "петров"});
  add(5, "Liam O'Connor", "liam o'connor", {"liam o'connor", "o'connor", "connor"});
  migrate(database, migrations().first(migrations().size() - 1));
  const auto before = database.total_changes();
  migrate(database);
  EXPECT_EQ(database.total_changes() - before, 17)
      << "words and the name of 2, words of 3, words and the name of 5";
  const auto text = [](Row row) { return row.text(); };
  EXPECT_THAT(database.all("SELECT folded_name FROM users ORDER BY sequence", text),
              testing::ElementsAre("ann lee", "lukasz nowak", "王小明", "иван петров",
                                   "liam o'connor\noconnor"));
  EXPECT_THAT(database.all("SELECT word FROM user_words ORDER BY uid, word", text),
              testing::ElementsAre("ann lee", "lee", "lukasz nowak", "nowak", "小明", "明",
                                   "王小明", "иван петров", "петров", "connor\noconnor",
                                   "liam o'connor\noconnor", "o'connor\noconnor", "oconnor"));
}

// Version 6 introduced session counts. Existing sessions must be counted, too.
TEST_F(Migrations, CountTheSessionsThatWereThere) {
  Database database = open();
  migrate(database, migrations().first(5));
  insert_ann(database);
  database.execute(R"sql(
    INSERT INTO sessions VALUES
      (1, 'app', 'ann', 'ses_1', x'01', '', 1, 0, 0, 1, '', '', '', '', ''),
      (2, 'app', 'ann', 'ses_2', x'02', '', 1, 300000, 0, 1, '', '', '', '', ''),
      (3, 'app', 'ann', 'ses_3', x'03', '', 1, 599999, 0, 1, '', '', '', '', '');
  )sql");
  migrate(database);
  EXPECT_EQ(database.number("SELECT sessions FROM session_counts WHERE app_id = 'app' "
                            "AND end_span = 300000"),
            2);
  EXPECT_EQ(database.number("SELECT sum(sessions) FROM session_counts"), 3);
}

// Version 18 introduced a flag for used sessions. Existing sessions count as used.
TEST_F(Migrations, CountSessionsThatWereThereAsUsed) {
  Database database = open();
  migrate(database, migrations().first(12));
  insert_ann(database);
  migrate(database, migrations().first(17));
  database.execute(R"sql(
    INSERT INTO sessions (app_id, uid, id, digest, hint, created_at, expires_at, idle_timeout,
                          last_used_at, ends_at, last_ip, platform, user_agent, app_info, device_id)
    VALUES ('app', 'ann', 'ses_1', x'01', '', 1, 0, 0, 1, 7, '', '', '', '', '');
  )sql");
  migrate(database);
  EXPECT_EQ(database.number("SELECT used AND created_by = '' FROM sessions"), 1);
}

// Since version 10, statements choose their indexes with INDEXED BY, without planner statistics.
TEST_F(Migrations, DropTheStatisticsOfThePlanner) {
  Database database = open();
  migrate(database, migrations().first(9));
  database.execute("ANALYZE");
  migrate(database);
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"),
            0);
}

// Version 13 made the end of a session an ordinary column. Existing sessions must keep their ends.
TEST_F(Migrations, KeepTheEndsOfSessions) {
  Database database = open();
  migrate(database, migrations().first(12));
  insert_ann(database);
  database.execute(R"sql(
    INSERT INTO sessions VALUES
      (5, 'app', 'ann', 'ses_1', x'01', '', 1, 0, 0, 1, '', '', '', '', ''),
      (6, 'app', 'ann', 'ses_2', x'02', '', 1, 900000, 300000, 7, '', '', '', '', ''),
      (9, 'app', 'ann', 'ses_3', x'03', '', 1, 300008, 400000, 7, 'ip', 'p', 'u', 'i', 'd');
  )sql");
  migrate(database);
  const auto text = [](Row row) { return row.text(); };
  EXPECT_THAT(
      database.all("SELECT sequence || ' ' || id || ' ' || ends_at FROM sessions", text),
      testing::ElementsAre("5 ses_1 9223372036854775807", "6 ses_2 300007", "9 ses_3 300008"));
  EXPECT_EQ(database.first("SELECT last_ip || platform || user_agent || app_info || device_id "
                           "FROM sessions WHERE sequence = 9",
                           text),
            "ippuid");
  EXPECT_EQ(database.number("SELECT sessions FROM session_counts WHERE end_span = 300000"), 2);
  EXPECT_EQ(database.number("SELECT sum(sessions) FROM session_counts"), 3);
}

// Version 14 repairs rows that made every response with them fail. The rest of the JSON must stay.
TEST_F(Migrations, ReplaceNumbersThatNoReaderAccepts) {
  Database database = open();
  migrate(database, migrations().first(13));
  insert_ann(database);
  database.execute(R"sql(
    UPDATE users SET metadata = '{"v":Infinity,"@private":{"note":"NaN"}}';
    INSERT INTO users VALUES (2, 'app', 'bob', 'bob', 'default', 1, 'Bob', '', '', '',
                              '{"said":"NaN, \"Infinity\""}', '[]', 0, 1, 1, 0, 0);
    INSERT INTO roles VALUES ('app', 'vip', 'VIP', '', '{"v":[1,-Infinity]}', 0, 0, 1, 1);
    INSERT INTO sessions VALUES (1, 'app', 'ann', 'ses_1', x'01', '', 1, 0, 0, 1, '', '', '',
                                 '{"v":NaN}', '', 9223372036854775807);
  )sql");
  migrate(database);
  const auto text = [](Row row) { return row.text(); };
  EXPECT_THAT(database.all("SELECT metadata FROM users ORDER BY sequence", text),
              testing::ElementsAre(R"({"v":null,"@private":{"note":"NaN"}})",
                                   R"({"said":"NaN, \"Infinity\""})"));
  EXPECT_EQ(database.first("SELECT metadata FROM roles WHERE id = 'vip'", text),
            R"({"v":[1,null]})");
  EXPECT_EQ(database.first("SELECT app_info FROM sessions", text), R"({"v":null})");
}

// Version 15 records where administrators signed in from, and which API keys have no checksum.
TEST_F(Migrations, BeginWithTheAddressesOfSessionsAndNoChecksumOfAnyKey) {
  Database database = open();
  migrate(database, migrations().first(13));
  database.execute(R"sql(
    INSERT INTO apps VALUES ('app', 'App', 'eu', 0, 0, 0, 100, '[]', 0, 0, 1, 1);
    INSERT INTO api_keys VALUES (1, 'app', 'key_1', 'Key', 1, x'01', '', 'server', 1, 0);
    INSERT INTO administrators VALUES ('adm_1', 'a@b', 'Ann', 2, '', 1, 1, 1);
    INSERT INTO admin_sessions VALUES
      ('ads_1', 'adm_1', x'01', 10, 90, '192.0.2.1', ''),
      ('ads_2', 'adm_1', x'02', 30, 31, '192.0.2.1', ''),
      ('ads_3', 'adm_1', x'03', 20, 21, '2001:db8::1', '');
  )sql");
  migrate(database);
  const auto text = [](Row row) { return row.text(); };
  EXPECT_THAT(database.all("SELECT administrator_id || ' ' || network || ' ' || last_signed_in_at "
                           "FROM administrator_addresses",
                           text),
              testing::ElementsAre("adm_1 192.0.2.1 30"));
  EXPECT_EQ(database.number("SELECT count(*) FROM api_keys WHERE has_checksum = 0"), 1);
}

TEST_F(Migrations, GiveEachAppAnEpochAndLaterOnesAHigherOne) {
  Database database = open();
  migrate(database, migrations().first(13));
  database.execute(R"sql(
    INSERT INTO apps VALUES ('b', 'App', 'eu', 0, 0, 0, 100, '[]', 0, 0, 1, 1);
    INSERT INTO apps VALUES ('a', 'App', 'eu', 0, 0, 0, 100, '[]', 0, 0, 1, 1);
  )sql");
  migrate(database);
  EXPECT_EQ(database.number("SELECT epoch FROM apps WHERE id = 'a'"), 1);
  EXPECT_EQ(database.number("SELECT epoch FROM apps WHERE id = 'b'"), 2);
  EXPECT_EQ(database.number("SELECT last FROM app_epochs"), 2);
  EXPECT_EQ(database.number("SELECT sum(deleted) FROM apps"), 0);
}

TEST_F(Migrations, AFailingStepLeavesTheVersionBeforeIt) {
  const Migration broken[] = {{"CREATE TABLE things (name TEXT)"},
                              {"CREATE TABLE others (name TEXT); NONSENSE"}};
  Database database = open();
  EXPECT_THROW(migrate(database, broken), std::logic_error);
  EXPECT_FALSE(database.in_transaction());
  EXPECT_EQ(version(database), 1);
  EXPECT_EQ(schema(database), std::vector<std::string>{"CREATE TABLE things (name TEXT)"});
}

TEST_F(Migrations, RefuseWhatANewerVersionWroteAndLeaveItAlone) {
  Database database = open();
  migrate(database);
  database.execute("PRAGMA user_version = 1000");
  EXPECT_THAT(refusal(database), HasSubstr("newer version of parleyd (schema 1000, "));
  EXPECT_EQ(version(database), 1000);
}

TEST_F(Migrations, RefuseTheDatabaseOfAnotherProgramAndLeaveItAlone) {
  Database database = open();
  database.execute("CREATE TABLE bookmarks (url TEXT)");
  EXPECT_THAT(refusal(database), HasSubstr("another program"));
  EXPECT_EQ(schema(database), std::vector<std::string>{"CREATE TABLE bookmarks (url TEXT)"});
}

}  // namespace
}  // namespace parley::storage::sqlite
