// The stores of all nouns on one SQLite connection: the Transaction that units of work use.
#pragma once

#include "core/store.hpp"
#include "storage/sqlite/administrator_store.hpp"
#include "storage/sqlite/apikey_store.hpp"
#include "storage/sqlite/app_store.hpp"
#include "storage/sqlite/audit_store.hpp"
#include "storage/sqlite/event_store.hpp"
#include "storage/sqlite/failure_store.hpp"
#include "storage/sqlite/presence_store.hpp"
#include "storage/sqlite/relation_store.hpp"
#include "storage/sqlite/role_store.hpp"
#include "storage/sqlite/session_store.hpp"
#include "storage/sqlite/statistics_store.hpp"
#include "storage/sqlite/user_store.hpp"

namespace parley::storage::sqlite {

class StoreConnection final : public core::Transaction {
 public:
  /// Opens an existing file. Throws EngineError.
  StoreConnection(const std::filesystem::path& file, Database::Access access,
                  std::chrono::milliseconds busy_timeout, StoreCounters& statistics);

  [[nodiscard]] Database& database() { return database_; }
  [[nodiscard]] IndexLink& index() { return index_; }
  [[nodiscard]] StatisticsStore& counts() { return statistics_; }

  [[nodiscard]] EventStore& own_events() { return events_; }

  /// State in memory that must be rolled back together with SQLite's transaction.
  [[nodiscard]] const AllUncommitted& uncommitted() const { return uncommitted_; }

  core::AppStore& apps() override { return apps_; }
  core::ApiKeyStore& api_keys() override { return api_keys_; }
  core::RoleStore& roles() override { return roles_; }
  core::UserStore& users() override { return users_; }
  core::SessionStore& sessions() override { return sessions_; }
  core::RelationStore& relations() override { return relations_; }
  core::PresenceStore& presence() override { return presence_; }
  core::StatisticsStore& statistics() override { return statistics_; }
  core::FailureStore& failures() override { return failures_; }
  core::AuditStore& audit() override { return audit_; }
  core::AdministratorStore& administrators() override { return administrators_; }
  core::EventStore& events() override { return events_; }

 private:
  Database database_;
  AllUncommitted uncommitted_;
  IndexLink index_{UncommittedList<UserChange>(uncommitted_)};
  AppStore apps_;
  ApiKeyStore api_keys_;
  RoleStore roles_;
  UserStore users_;
  SessionStore sessions_;
  RelationStore relations_;
  PresenceStore presence_;
  StatisticsStore statistics_;
  FailureStore failures_;
  AuditStore audit_;
  AdministratorStore administrators_;
  EventStore events_;
};

}  // namespace parley::storage::sqlite
