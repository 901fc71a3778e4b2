// Stores administrators, their sessions and one-time links in SQLite.
#pragma once

#include "core/administrator/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class AdministratorStore final : public core::AdministratorStore {
 public:
  explicit AdministratorStore(Database& database) : database_(database) {}

  std::optional<core::Administrator> find(std::string_view id) override;
  std::optional<core::Administrator> find_by_email(std::string_view email) override;
  std::vector<core::Administrator> list() override;
  bool insert(const core::Administrator& administrator) override;
  bool update(const core::Administrator& administrator) override;
  bool remove(std::string_view id) override;

  std::optional<core::AdminSession> find_session(const crypto::Sha256& digest) override;
  std::vector<core::AdminSession> list_sessions(std::string_view administrator_id) override;
  void insert_session(const core::AdminSession& session) override;
  void touch_session(const core::AdminSession& session) override;
  bool remove_session(std::string_view administrator_id, std::string_view session_id) override;
  void remove_sessions(std::string_view administrator_id, std::string_view except_id) override;

  void insert_link(const core::SignInLink& link) override;
  std::optional<core::SignInLink> take_link(const crypto::Sha256& digest) override;
  void remove_links(std::string_view administrator_id) override;

  void remember_address(const core::KnownAddress& address) override;
  bool knows_address(std::string_view administrator_id, std::string_view network,
                     Time since) override;
  void purge(Time sessions_unused_since, Time addresses_unused_since, Time now) override;

 private:
  Database& database_;
};

}  // namespace parley::storage::sqlite
