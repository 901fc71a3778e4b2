// What changes leave behind when the disk fails at any point of them.
#include <gmock/gmock.h>

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/faulty_disk_test.hpp"
#include "support/presence.hpp"

namespace parley::core {
namespace {

struct NamedChange {
  std::string name;
  std::function<Status()> make;
  bool is_audited = true;
};

class FaultyDiskTest : public FaultyDiskFixture {
 protected:
  std::vector<NamedChange> every_change() {
    std::vector<NamedChange> every;
    for (auto& change : changes()) {
      // Takes several transactions: see faulty_steps_test.cpp.
      if (change.action == AuditAction::app_auth_tokens_flushed) continue;
      every.push_back({std::string(to_string(change.action)), std::move(change.make)});
    }
    for (auto& some : {changes_without_event(), other_changes_of_administrators(), housekeeping()})
      every.insert(every.end(), some.begin(), some.end());
    return every;
  }

  std::vector<NamedChange> changes_without_event();
  std::vector<NamedChange> other_changes_of_administrators();
  std::vector<NamedChange> housekeeping();

  AdminSession sign_in_by_link(const SecretString& token) {
    return runner
        .run(audited.admin_sessions.sign_in_by_link(SecretString(token.expose()),
                                                    {"203.0.113.9", "Browser/1.0"}))
        .value()
        .session;
  }

  Administrator ada;
  AdminSession adas_session;
  bool is_much_later = false;  ///< Everything in the store has expired.

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
      {"unblock by a user",
       [this] { return status_of(audited.relations.unblock(ann, kApp, "ann", {"bob"})); }, false},
      {"user with a login",
       [this] {
         return status_of(audited.users.create(key, app, typed_user("gus"), SessionRequest{}));
       }},
  };
}

/// Those that record an action of the audit log that another change records, too.
std::vector<NamedChange> FaultyDiskTest::other_changes_of_administrators() {
  auto& administrators = audited.administrators;
  auto& sessions = audited.admin_sessions;
  auto invited =
      runner.run(administrators.invite(key, {"ada@example.com", "Ada", AdminRole::viewer})).value();
  ada = std::move(invited.administrator);
  const auto other_session = sign_in_by_link(invited.link.token);
  const auto link = runner.run(administrators.create_link(key, ada.id)).value();
  return {
      {"invitation",
       [this, &administrators] {
         return status_of(
             administrators.invite(key, {"ida@example.com", "Ida", AdminRole::viewer}));
       }},
      {"sign-in by link",
       [this, &sessions, token = std::string(link.token.expose())] {
         auto in = runner.run(sessions.sign_in_by_link(SecretString(token), {"203.0.113.9", ""}));
         if (in) adas_session = in->session;
         return in ? Status() : Status(in.error());
       }},
      {"end of an administrator's session",
       [this, &sessions, id = other_session.id] {
         return runner.run(sessions.end_session(key, ada.id, id));
       }},
      {"own password",
       [this, &sessions] {
         return runner.run(sessions.change_own_password(key, adas_session, SecretString(""),
                                                        SecretString("a password")));
       }},
      {"sign-out everywhere",
       [this, &sessions] { return runner.run(sessions.sign_out_everywhere(key, ada.id, "")); }},
      {"reset", [this, &administrators] { return status_of(administrators.reset(key, ada.id)); }},
  };
}

std::vector<NamedChange> FaultyDiskTest::housekeeping() {
  const auto used_key =
      runner.run(audited.api_keys.create(key, kApp, "Used", Scope::auth_only)).value();
  EXPECT_TRUE(runner.run(audited.api_keys.authenticate(used_key.secret.expose())));
  EXPECT_TRUE(runner.run(audited.sessions.authenticate(log_in("bob"), "203.0.113.9")));
  const SessionRequest short_lived{.expires_in = std::chrono::seconds{60}};
  EXPECT_TRUE(status_of(audited.sessions.log_in(key, app, "bob", short_lived)));
  const auto later = [this](std::function<Status()> make) {
    return [this, make = std::move(make)] {
      if (!std::exchange(is_much_later, true)) advance(kAuditEventsKept + std::chrono::days{1});
      return make();
    };
  };
  return {
      {"use of a key", [this] { return runner.run(audited.api_keys.flush_activity()); }, false},
      {"use of a session", [this] { return runner.run(audited.sessions.flush_activity()); }, false},
      {"purge of sessions", later([this] { return status_of(audited.sessions.purge()); }), false},
      {"purge of the audit log", later([this] { return status_of(audited.audit.purge()); }), false},
      {"purge of logins", later([this] { return runner.run(audited.statistics.purge()); }), false},
      {"purge of failures", later([this] { return runner.run(audited.failures.purge()); }), false},
      {"purge of administrators",
       later([this] { return runner.run(audited.admin_sessions.purge()); }), false},
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

TEST_F(FaultyDiskTest, EveryKindOfEventIsAmongThem) {
  const auto every = every_change();
  std::set<EventKind> delivered;
  bus.subscribe([&](const Event& event) { delivered.insert(event.kind); });
  for (const auto& change : every) ASSERT_TRUE(change.make()) << change.name;
  for (int i = 0; i < static_cast<int>(EventKind::events_missed); ++i)
    EXPECT_TRUE(delivered.contains(static_cast<EventKind>(i))) << i;
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
