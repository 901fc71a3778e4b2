// All changes of the domain that the audit log records, for tests that make each of them.
#pragma once

#include <sqlite3.h>

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "storage/sqlite/database.hpp"
#include "support/domain_test.hpp"
#include "support/wrapped_store.hpp"

namespace parley::core {

/// A transaction with an audit log that cannot be written.
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
  PresenceStore& presence() override { return real_.presence(); }
  FailureStore& failures() override { return real_.failures(); }
  AdministratorStore& administrators() override { return real_.administrators(); }
  AuditStore& audit() override { return *this; }
  EventStore& events() override { return real_.events(); }

 private:
  void append(const AuditEvent& /*event*/) override {
    throw storage::sqlite::EngineError(SQLITE_FULL, "database or disk is full");
  }
  AuditSlice list(WalkPermit permit, std::string_view app_id, const AuditQuery& query) override {
    return real_.audit().list(permit, app_id, query);
  }
  std::uint64_t purge(Time before, std::uint32_t limit) override {
    return real_.audit().purge(before, limit);
  }

  Transaction& real_;
};

/// A store with audit logs that cannot be written while `fails` is true.
class StoreWithFaults final : public test_support::WrappedStore {
 public:
  using WrappedStore::WrappedStore;

  bool fails = false;

 protected:
  Task<Status> run_write(UnitOfWork& work) override {
    return write_real([&](Transaction& transaction) {
      TransactionWithoutLog without_log(transaction);
      return work.run(fails ? static_cast<Transaction&>(without_log) : transaction);
    });
  }
};

/// Part of every value that users type. The audit log must not contain it.
constexpr const char* kTyped = "typed-by-somebody";

struct Change {
  AuditAction action;
  std::function<Status()> make;
  std::string details = {};  ///< The event's details must contain this.
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

  /// The values of all rows of all tables, except the store's mark, which changes with each start.
  [[nodiscard]] std::string content() const { return content_of(directory / "parley.db"); }

  [[nodiscard]] static std::string content_of(const std::filesystem::path& file) {
    std::string rows;
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
    storage::sqlite::Database reader(file, storage::sqlite::Database::Access::read_only,
                                     std::chrono::milliseconds{0});
    const auto text = [](storage::sqlite::Row row) { return row.text(); };
    for (const auto& table : reader.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                        "name <> 'store_mark' ORDER BY 1",
                                        text)) {
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

  /// The events of all logs in this test, the newest of each log first.
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
    auto issued = runner.run(audited.sessions.log_in(key, app, uid, {})).value();
    session_id = issued.session.id;
    return issued.token.expose();
  }

  /// The API key is the actor, except that users log out and administrators sign in themselves.
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
  std::string session_id;  ///< Of the last log_in().
  std::string key_id;
  Administrator eve;
  AdminSession eves_session;
  int events_published = 0;
};

}  // namespace parley::core
