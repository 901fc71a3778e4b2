// Every change of the domain and its event in the audit log are one transaction.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <functional>
#include <set>

#include <fmt/format.h>
#include <boost/json/parse.hpp>

#include "storage/sqlite/database.hpp"
#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The stores of a transaction whose audit log cannot be written.
class TransactionWithoutLog final : public Transaction, AuditStore {
 public:
  explicit TransactionWithoutLog(Transaction& real) : real_(real) {}

  AppStore& apps() override { return real_.apps(); }
  ApiKeyStore& api_keys() override { return real_.api_keys(); }
  RoleStore& roles() override { return real_.roles(); }
  UserStore& users() override { return real_.users(); }
  SessionStore& sessions() override { return real_.sessions(); }
  RelationStore& relations() override { return real_.relations(); }
  StatisticsStore& statistics() override { return real_.statistics(); }
  FailureStore& failures() override { return real_.failures(); }
  AdministratorStore& administrators() override { return real_.administrators(); }
  AuditStore& audit() override { return *this; }

 private:
  void append(const AuditEvent& /*event*/) override {
    throw storage::sqlite::EngineError(SQLITE_FULL, "database or disk is full");
  }
  std::vector<AuditEvent> list(std::string_view app_id, const AuditQuery& query) override {
    return real_.audit().list(app_id, query);
  }
  std::uint64_t purge(Time before, std::uint32_t limit) override {
    return real_.audit().purge(before, limit);
  }

  Transaction& real_;
};

/// A store whose audit logs cannot be written while `fails`.
class StoreWithFaults final : public Store {
 public:
  explicit StoreWithFaults(Store& real) : real_(real) {}

  bool fails = false;

 protected:
  Task<Status> run_write(Work& work) override {
    bool kept = false;
    const Status done = co_await real_.write([&](Transaction& transaction) -> Status {
      TransactionWithoutLog without_log(transaction);
      kept = work.run(fails ? without_log : transaction);
      return kept ? Status() : make_error(ErrorCode::kErrException);
    });
    const bool refused = !kept && !done && done.error().code == ErrorCode::kErrException;
    co_return refused ? Status() : done;
  }

  Task<Status> run_read(Work& work) override {
    co_return co_await real_.read([&](Transaction& transaction) -> Status {
      work.run(transaction);
      return {};
    });
  }

 private:
  Store& real_;
};

/// Stands in every value that is changed, and so must not stand in the log.
constexpr const char* kTyped = "typed-by-somebody";

struct Change {
  AuditAction action;
  std::function<Status()> make;
  std::string details = {};  ///< What they contain, if that is not random.
};

class AuditedChangesTest : public test_support::DomainTest {
 protected:
  AuditedChangesTest() {
    for (const auto* uid : {"ann", "bob"}) create_user(uid);
    bus.subscribe([this](const Event&) { ++events_published; });
  }

  template <class T>
  Status status_of(Task<Result<T>> task) {
    const auto result = runner.run(std::move(task));
    return result ? Status() : Status(result.error());
  }

  /// The values of all rows of all tables.
  [[nodiscard]] std::string content() const {
    std::string rows;
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open((directory / "parley.db").c_str(), &handle), SQLITE_OK);
    storage::sqlite::Database reader(directory / "parley.db",
                                     storage::sqlite::Database::Access::read_only,
                                     std::chrono::milliseconds{0});
    const auto text = [](storage::sqlite::Row row) { return row.text(); };
    for (const auto& table :
         reader.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1", text)) {
      const auto append = [](void* to, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i) {
          static_cast<std::string*>(to)->append(values[i] == nullptr ? "" : values[i]).append("|");
        }
        return 0;
      };
      const auto query = fmt::format("SELECT '{0}', * FROM {0}", table);
      sqlite3_exec(handle, query.c_str(), append, &rows, nullptr);
    }
    sqlite3_close(handle);
    return rows;
  }

  /// Of all logs that there are here, the newest of each first.
  std::vector<AuditEvent> events() {
    std::vector<AuditEvent> all;
    for (const auto* log : {"", "new-app", kApp}) {
      for (auto& event : runner.run(audited.audit.list(log, {.limit = 1000})).value().events) {
        all.push_back(std::move(event));
      }
    }
    return all;
  }

  std::string log_in(const std::string& uid) {
    auto issued = runner.run(audited.sessions.issue(key, app, uid, {})).value();
    session_id = issued.session.id;
    return issued.token.expose();
  }

  /// Users end their sessions, and administrators sign in, themselves.
  [[nodiscard]] Actor expected_actor(AuditAction action) const {
    if (action == AuditAction::session_ended) return ann;
    if (action != AuditAction::administrator_signed_in) return key;
    return {ActorKind::administrator, eve.id, eve.email, "203.0.113.9"};
  }

  static User typed_user(const std::string& uid) {
    User user;
    user.uid = uid;
    user.name = kTyped;
    user.metadata = std::string(R"({"a":")") + kTyped + R"("})";
    return user;
  }

  std::vector<Change> changes();
  std::vector<Change> changes_of_users();
  std::vector<Change> changes_of_sessions();
  std::vector<Change> changes_of_roles_and_keys();
  std::vector<Change> changes_of_apps();
  std::vector<Change> changes_of_administrators();

  StoreWithFaults faulty{*store};
  Domain audited{Environment{faulty, bus, clock, steady_clock, random}, passwords, 1000};
  const Actor key{ActorKind::key, "key_1", "Back end", "203.0.113.7"};
  const Actor ann{ActorKind::user, "ann", "", "203.0.113.8"};
  std::string session_id;  ///< Of log_in().
  std::string key_id;
  Administrator eve;
  AdminSession eves_session;
  int events_published = 0;
};

std::vector<Change> AuditedChangesTest::changes_of_users() {
  using enum AuditAction;
  UserChange change;
  change.name = change.status_message = std::string(kTyped) + "!";
  change.role = kDefaultRole;
  auto& users = audited.users;
  auto& relations = audited.relations;
  return {
      {user_created,
       [this, &users] { return status_of(users.create(key, app, typed_user("eve"), {})); }},
      {user_imported,
       [this, &users] {
         std::vector<User> drafts{typed_user("fay")};
         return status_of(users.import(key, app, drafts, ImportMode::store));
       }},
      {user_updated,
       [this, &users, change] { return status_of(users.update(key, kApp, "eve", change)); },
       R"({"fields":["name","statusMessage"]})"},
      {user_deactivated,
       [this, &users] {
         return status_of(users.deactivate(key, kApp, {"nobody", "eve"}));
       },
       R"({"sessions":0})"},
      {user_reactivated,
       [this, &users] {
         return status_of(users.activate(key, kApp, {"ann", "eve"}));
       }},
      {friends_added,
       [this, &relations] { return status_of(relations.befriend(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {friends_removed,
       [this, &relations] { return status_of(relations.unfriend(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {user_blocked,
       [this, &relations] { return status_of(relations.block(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {user_unblocked,
       [this, &relations] { return status_of(relations.unblock(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {user_deleted, [this, &users] { return runner.run(users.remove(key, kApp, "eve")); },
       R"({"sessions":0})"},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_sessions() {
  using enum AuditAction;
  auto& sessions = audited.sessions;
  const auto token = log_in("ann");
  DeviceChange change;
  change.platform = kTyped;
  return {
      {auth_token_created,
       [this, &sessions] { return status_of(sessions.issue(key, app, "ann", {})); },
       R"({"sessionId":"ses_)"},
      {auth_token_updated,
       [this, &sessions, change, id = session_id] {
         return status_of(sessions.update_device(key, kApp, "ann", id, change));
       },
       R"("fields":["platform"])"},
      {session_ended,
       [this, &sessions, token] {
         auto session = runner.run(sessions.inspect(token)).value();
         return runner.run(sessions.logout(ann, session));
       },
       session_id},
      {auth_token_deleted,
       [this, &sessions, made = log_in("ann")] {
         return runner.run(sessions.end(key, kApp, "ann", made));
       },
       session_id},
      {auth_tokens_flushed,
       [this, &sessions] { return status_of(sessions.end_all(key, kApp, "ann", kEndOfTime, {})); },
       R"({"sessions":1})"},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_roles_and_keys() {
  using enum AuditAction;
  Role role;
  role.id = "vip";
  role.name = kTyped;
  RoleChange role_change;
  role_change.description = kTyped;
  auto& roles = audited.roles;
  auto& keys = audited.api_keys;
  ApiKeyChange key_change;
  key_change.scope = Scope::full_access;
  return {
      {role_created, [this, &roles, role] { return status_of(roles.create(key, kApp, role)); }},
      {role_updated,
       [this, &roles, role_change] {
         return status_of(roles.update(key, kApp, "vip", role_change));
       },
       R"({"fields":["description"]})"},
      {role_deleted, [this, &roles] { return runner.run(roles.remove(key, kApp, "vip")); },
       R"({"movedUsers":0})"},
      {api_key_created,
       [this, &keys] {
         const auto made = runner.run(keys.create(key, kApp, kTyped, Scope::auth_only));
         if (!made) return Status(made.error());
         key_id = made->key.id;
         return Status();
       }},
      {api_key_updated,
       [this, &keys, key_change] { return status_of(keys.update(key, kApp, key_id, key_change)); },
       R"({"fields":["scope"]})"},
      {api_key_deleted, [this, &keys] { return runner.run(keys.remove(key, kApp, key_id)); }},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_apps() {
  using enum AuditAction;
  App draft;
  draft.id = "new-app";
  draft.name = kTyped;
  AppChange change;
  change.mode = AppMode::production;
  auto& apps = audited.apps;
  return {
      {app_created, [this, &apps, draft] { return status_of(apps.create(key, draft)); }},
      {app_updated,
       [this, &apps, change] { return status_of(apps.update(key, "new-app", change)); },
       R"({"fields":["mode"]})"},
      {app_auth_tokens_flushed,
       [this] { return status_of(audited.sessions.end_all_of_app(key, "new-app", kEndOfTime)); },
       R"({"issuedBefore":)"},
      {app_deleted, [this, &apps] { return runner.run(apps.remove(key, "new-app")); }},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_administrators() {
  using enum AuditAction;
  auto& administrators = audited.administrators;
  auto& admin_sessions = audited.admin_sessions;
  const AdministratorDraft draft{"eve@example.com", kTyped, AdminRole::viewer};
  return {
      {administrator_created,
       [this, &administrators, draft] {
         auto made = runner.run(administrators.create(key, draft, std::nullopt));
         if (made) eve = *made;
         return made ? Status() : Status(made.error());
       },
       R"({"role":"viewer"})"},
      {administrator_updated,
       [this, &administrators] {
         return status_of(administrators.update(key, eve.id, {.role = AdminRole::developer}));
       },
       R"({"fields":["role"]})"},
      {administrator_link_created,
       [this, &administrators] { return status_of(administrators.create_link(key, eve.id)); }},
      {administrator_password_changed,
       [this, &administrators] {
         return runner.run(administrators.set_password(key, eve.id, SecretString("a password")));
       }},
      {administrator_signed_in,
       [this, &admin_sessions] {
         auto in = runner.run(
             admin_sessions.sign_in(eve.email, SecretString("a password"), {"203.0.113.9", ""}));
         if (in) eves_session = in->session;
         return in ? Status() : Status(in.error());
       },
       R"({"sessionId":"ads_)"},
      {administrator_signed_out,
       [this, &admin_sessions] { return runner.run(admin_sessions.sign_out(key, eves_session)); },
       R"({"sessionId":"ads_)"},
      {administrator_deleted,
       [this, &administrators] { return runner.run(administrators.remove(key, eve.id)); }},
  };
}

std::vector<Change> AuditedChangesTest::changes() {
  std::vector<Change> all;
  for (auto& some : {changes_of_users(), changes_of_sessions(), changes_of_roles_and_keys(),
                     changes_of_apps(), changes_of_administrators()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

TEST_F(AuditedChangesTest, cover_every_action) {
  std::set<std::string_view> covered;
  for (const auto& change : changes()) covered.insert(to_string(change.action));
  for (int i = 0; i <= static_cast<int>(kLastAuditAction); ++i) {
    const auto action = static_cast<AuditAction>(i);
    EXPECT_TRUE(covered.contains(to_string(action))) << to_string(action);
  }
}

TEST_F(AuditedChangesTest, are_absent_when_their_event_cannot_be_written) {
  for (const auto& change : changes()) {
    SCOPED_TRACE(to_string(change.action));
    const auto before = content();
    const auto published_before = events_published;
    faulty.fails = true;
    const auto refused = change.make();
    faulty.fails = false;
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kErrServiceUnavailable);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(events_published, published_before);
    ASSERT_TRUE(change.make());
    EXPECT_NE(content(), before);
  }
}

TEST_F(AuditedChangesTest, tell_who_did_what_and_nothing_that_somebody_typed) {
  for (const auto& change : changes()) {
    SCOPED_TRACE(to_string(change.action));
    const auto known = events().size();
    ASSERT_TRUE(change.make());
    const auto log = events();
    ASSERT_GT(log.size(), known);
    const auto told = std::find_if(log.begin(), log.end(), [&](const AuditEvent& event) {
      return event.action == to_string(change.action);
    });
    ASSERT_NE(told, log.end());
    EXPECT_EQ(told->actor, expected_actor(change.action));
    EXPECT_EQ(told->at, clock.now());
    EXPECT_THAT(told->details, HasSubstr(change.details));
    EXPECT_TRUE(boost::json::parse(told->details).is_object());
    EXPECT_THAT(told->details, Not(HasSubstr(kTyped)));
  }
}

TEST_F(AuditedChangesTest, are_not_told_of_when_they_are_refused) {
  const auto known = events();
  EXPECT_FALSE(status_of(audited.users.create(key, app, typed_user("ann"), {})));
  EXPECT_FALSE(runner.run(audited.users.remove(key, kApp, "nobody")));
  EXPECT_FALSE(status_of(audited.sessions.issue(key, app, "nobody", {})));
  EXPECT_FALSE(runner.run(audited.roles.remove(key, kApp, "nothing")));
  EXPECT_TRUE(status_of(audited.relations.unblock(key, kApp, "ann", {"bob"})));
  EXPECT_TRUE(status_of(audited.users.activate(key, kApp, {"ann"})));
  EXPECT_EQ(events(), known);
}

TEST_F(AuditedChangesTest, do_not_include_whom_a_user_blocks) {
  const auto known = events();
  ASSERT_TRUE(status_of(audited.relations.block(ann, kApp, "ann", {"bob"})));
  ASSERT_TRUE(status_of(audited.relations.unblock(ann, kApp, "ann", {"bob"})));
  EXPECT_EQ(events(), known);
}

TEST_F(AuditedChangesTest, tell_of_a_login_with_the_account_it_was_made_with) {
  ASSERT_TRUE(status_of(audited.users.create(key, app, typed_user("eve"), SessionRequest{})));
  const auto log = events();
  EXPECT_EQ(log[0].action, "auth_token.created");
  EXPECT_EQ(log[1].action, "user.created");
  EXPECT_EQ(log[0].target_id, "eve");
}

TEST_F(AuditedChangesTest, tell_of_the_sessions_that_a_login_ended) {
  AppChange change;
  change.max_tokens_per_user = 1;
  ASSERT_TRUE(status_of(audited.apps.update(key, kApp, change)));
  app = runner.run(audited.apps.find(kApp)).value();
  log_in("ann");
  const auto first = session_id;
  clock.advance(std::chrono::milliseconds{1});
  log_in("ann");
  EXPECT_EQ(events().front().details,
            R"({"sessionId":")" + session_id + R"(","endedSessionIds":[")" + first + R"("]})");
}

// What a user does to its own devices is not what others do to its tokens.
TEST_F(AuditedChangesTest, name_the_ends_of_own_devices_apart) {
  const auto token = log_in("ann");
  ASSERT_TRUE(runner.run(audited.sessions.end(ann, kApp, "ann", token)));
  EXPECT_EQ(events().front().action, "session.ended");
  log_in("ann");
  ASSERT_TRUE(status_of(audited.sessions.end_all(ann, kApp, "ann", kEndOfTime, {})));
  EXPECT_EQ(events().front().action, "session.ended");
  EXPECT_EQ(events().front().details, R"({"sessions":1})");
}

TEST_F(AuditedChangesTest, of_a_new_app_tell_of_its_two_keys) {
  App draft;
  draft.id = "new-app";
  draft.name = "New app";
  ASSERT_TRUE(status_of(audited.apps.create(key, draft)));
  const auto log = runner.run(audited.audit.list("new-app", {})).value().events;
  ASSERT_EQ(log.size(), 3u);
  EXPECT_EQ(log[2].action, "app.created");
  EXPECT_EQ(log[1].action, "api_key.created");
  EXPECT_EQ(log[0].action, "api_key.created");
}

}  // namespace
}  // namespace parley::core
