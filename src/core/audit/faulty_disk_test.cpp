// What changes leave behind when the disk fails at any point of them.
#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "support/audited_changes.hpp"
#include "support/faulty_disk.hpp"
#include "support/presence.hpp"

namespace parley::core {
namespace {

/// A base class, so that the store is opened on it.
struct OnFaultyDisk {
  test_support::FaultyDisk disk;
};

struct NamedChange {
  std::string name;
  std::function<Status()> make;
  bool is_audited = true;
};

class FaultyDiskTest : protected OnFaultyDisk, public AuditedChangesTest {
 protected:
  FaultyDiskTest() { store->wait_for_index(); }

  std::vector<NamedChange> every_change() {
    std::vector<NamedChange> every;
    for (auto& change : changes()) {
      // Works in steps, each a separate transaction: a fault between steps keeps the earlier ones.
      if (change.action == AuditAction::app_auth_tokens_flushed) continue;
      every.push_back({std::string(to_string(change.action)), std::move(change.make)});
    }
    for (auto& change : changes_without_event()) every.push_back(std::move(change));
    return every;
  }

  std::vector<NamedChange> changes_without_event();

  [[nodiscard]] std::int64_t number(const char* sql) const {
    storage::sqlite::Database reader(directory / "parley.db",
                                     storage::sqlite::Database::Access::read_only,
                                     std::chrono::milliseconds{0});
    return reader.number(sql);
  }

  [[nodiscard]] bool is_intact() const {
    storage::sqlite::Database reader(directory / "parley.db",
                                     storage::sqlite::Database::Access::read_only,
                                     std::chrono::milliseconds{0});
    const auto text = [](storage::sqlite::Row row) { return row.text(); };
    return reader.first("PRAGMA integrity_check", text) == "ok" &&
           !reader.first("PRAGMA foreign_key_check", text);
  }

  /// What a start would find if the process were killed now.
  [[nodiscard]] std::string content_after_a_kill() const {
    const test_support::TemporaryDirectory elsewhere;
    for (const auto* name : {"parley.db", "parley.db-wal"})
      std::filesystem::copy(directory / name, elsewhere / name);
    return content_of(elsewhere / "parley.db");
  }

  /// Repeats every change, with a fault of the disk one operation later each time, until it
  /// succeeds.
  void make_every_change(const std::function<void(int)>& break_disk);
};

std::vector<NamedChange> FaultyDiskTest::changes_without_event() {
  const auto set_online = [this](bool online) {
    return runner.run(faulty.write([=](Transaction& transaction) -> Status {
      test_support::set_online(transaction, kApp, "ann", online, Time{std::chrono::days{30'000}});
      return {};
    }));
  };
  return {
      {"presence: online", [=] { return set_online(true); }, false},
      {"presence: offline", [=] { return set_online(false); }, false},
      {"presence: online again", [=] { return set_online(true); }, false},
      {"presence: reset", [this] { return runner.run(audited.presence.reset()); }, false},
      {"session call",
       [this, token = log_in("bob")] {
         auto session = runner.run(audited.sessions.inspect(token));
         if (!session) return Status(session.error());
         return status_of(
             audited.sessions.record_device(*session, {.platform = "iOS"}, "203.0.113.9"));
       },
       false},
      {"counts of failures",
       [this, noted = false]() mutable {
         if (!std::exchange(noted, true))
           audited.failures.note({.app_id = kApp, .code = ErrorCode::kErrBadRequest});
         return runner.run(audited.failures.flush());
       },
       false},
      {"block by a user",
       [this] { return status_of(audited.relations.block(ann, kApp, "ann", {"bob"})); }, false},
  };
}

void FaultyDiskTest::make_every_change(const std::function<void(int)>& break_disk) {
  int faults = 0;
  for (const auto& change : every_change()) {
    SCOPED_TRACE(change.name);
    const auto events_before = number("SELECT count(*) FROM audit_events");
    for (int n = 1; n < 1'000; ++n) {
      SCOPED_TRACE(n);
      const auto before = content();
      break_disk(n);
      const auto made = change.make();
      disk.heal();
      faults += disk.has_failed() ? 1 : 0;
      ASSERT_TRUE(is_intact());
      if (made) {
        EXPECT_NE(content(), before);
        EXPECT_EQ(content_after_a_kill(), content());
        break;
      }
      ASSERT_TRUE(disk.has_failed());
      ASSERT_EQ(made.error().code, ErrorCode::kErrServiceUnavailable);
      ASSERT_EQ(content(), before) << made.error()->internal;
    }
    EXPECT_EQ(number("SELECT count(*) FROM audit_events") > events_before, change.is_audited);
  }
  EXPECT_GT(faults, 100);
  const auto last = content();
  store.reset();
  store = open_store();
  EXPECT_EQ(content(), last);
}

TEST_F(FaultyDiskTest, AChangeIsMadeCompletelyOrNotAtAllWhenAnOperationFails) {
  make_every_change([this](int n) { disk.fail_operation(n); });
}

TEST_F(FaultyDiskTest, AChangeIsMadeCompletelyOrNotAtAllWhenTheDiskIsFull) {
  make_every_change([this](int n) { disk.fill_at_write(n); });
}

// Recording the use of a session and storing counts are best effort.
TEST_F(FaultyDiskTest, TheDashboardCanBeReadWhileTheDiskIsFull) {
  const auto owner = runner.run(audited.administrators.create(
      key, {"eve@example.com", "Eve", AdminRole::owner}, SecretString("a password")));
  ASSERT_TRUE(owner);
  auto signed_in = runner.run(audited.admin_sessions.sign_in(
      "eve@example.com", SecretString("a password"), {"203.0.113.9", ""}));
  ASSERT_TRUE(signed_in);
  clock.advance(kAdminUseNotedEvery);
  audited.failures.note({.app_id = kApp, .code = ErrorCode::kErrBadRequest});
  disk.fill_at_write(1);
  EXPECT_TRUE(runner.run(
      audited.admin_sessions.authenticate(SecretString(signed_in->token.expose()), "203.0.113.9")));
  EXPECT_TRUE(runner.run(audited.failures.of_app(kApp, 1)));
  EXPECT_TRUE(runner.run(audited.statistics.of_app(kApp, 1)));
  EXPECT_TRUE(runner.run(audited.audit.list(kApp, {})));
  EXPECT_TRUE(disk.has_failed());
}

}  // namespace
}  // namespace parley::core
