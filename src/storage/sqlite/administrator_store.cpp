#include "storage/sqlite/administrator_store.hpp"

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

core::Administrator read_administrator(Row row) {
  return {.id = row.text(),
          .email = row.text(),
          .name = row.text(),
          .role = row.enumerator<core::AdminRole>(),
          .password_hash = row.text(),
          .created_at = row.time(),
          .updated_at = row.time(),
          .last_signed_in_at = row.time()};
}

core::AdminSession read_session(Row row) {
  return {.id = row.text(),
          .administrator_id = row.text(),
          .digest = row.digest(),
          .created_at = row.time(),
          .last_used_at = row.time(),
          .last_ip = row.text(),
          .user_agent = row.text()};
}

core::SignInLink read_link(Row row) {
  return {.digest = row.digest(), .administrator_id = row.text(), .expires_at = row.time()};
}

}  // namespace

std::optional<core::Administrator> AdministratorStore::find(std::string_view id) {
  return database_.first(sql::kFindAdministrator, read_administrator, id);
}

std::optional<core::Administrator> AdministratorStore::find_by_email(std::string_view email) {
  return database_.first(sql::kFindAdministratorByEmail, read_administrator, email);
}

std::vector<core::Administrator> AdministratorStore::list() {
  return database_.all(sql::kListAdministrators, read_administrator);
}

bool AdministratorStore::insert(const core::Administrator& administrator) {
  return database_.run(sql::kInsertAdministrator, administrator.id, administrator.email,
                       administrator.name, administrator.role, administrator.password_hash,
                       administrator.created_at, administrator.updated_at,
                       administrator.last_signed_in_at) == 1;
}

bool AdministratorStore::update(const core::Administrator& administrator) {
  return database_.run(sql::kUpdateAdministrator, administrator.id, administrator.name,
                       administrator.role, administrator.password_hash, administrator.updated_at,
                       administrator.last_signed_in_at) == 1;
}

bool AdministratorStore::remove(std::string_view id) {
  return database_.run(sql::kRemoveAdministrator, id) == 1;
}

std::optional<core::AdminSession> AdministratorStore::find_session(const crypto::Sha256& digest) {
  return database_.first(sql::kFindAdminSession, read_session, digest);
}

std::vector<core::AdminSession> AdministratorStore::list_sessions(
    std::string_view administrator_id) {
  return database_.all(sql::kListAdminSessions, read_session, administrator_id);
}

void AdministratorStore::insert_session(const core::AdminSession& session) {
  database_.run(sql::kInsertAdminSession, session.id, session.administrator_id, session.digest,
                session.created_at, session.last_used_at, session.last_ip, session.user_agent);
}

void AdministratorStore::touch_session(const core::AdminSession& session) {
  database_.run(sql::kTouchAdminSession, session.id, session.last_used_at, session.last_ip);
}

bool AdministratorStore::remove_session(std::string_view administrator_id,
                                        std::string_view session_id) {
  return database_.run(sql::kRemoveAdminSession, administrator_id, session_id) == 1;
}

void AdministratorStore::remove_sessions(std::string_view administrator_id,
                                         std::string_view except_id) {
  database_.run(sql::kRemoveAdminSessions, administrator_id, except_id);
}

void AdministratorStore::insert_link(const core::SignInLink& link) {
  database_.run(sql::kInsertSignInLink, link.digest, link.administrator_id, link.expires_at);
}

std::optional<core::SignInLink> AdministratorStore::take_link(const crypto::Sha256& digest) {
  return database_.first(sql::kTakeSignInLink, read_link, digest);
}

void AdministratorStore::remove_links(std::string_view administrator_id) {
  database_.run(sql::kRemoveSignInLinks, administrator_id);
}

void AdministratorStore::remember_address(const core::KnownAddress& address) {
  database_.run(sql::kRememberAddress, address.administrator_id, address.network,
                address.last_signed_in_at);
  database_.run(sql::kForgetOldestAddresses, address.administrator_id,
                core::kKnownAddressesPerAdministrator);
}

bool AdministratorStore::knows_address(std::string_view administrator_id, std::string_view network,
                                       Time since) {
  return database_.number(sql::kKnowsAddress, administrator_id, network, since) == 1;
}

void AdministratorStore::purge(Time sessions_unused_since, Time addresses_unused_since, Time now) {
  database_.run(sql::kPurgeAdminSessions, sessions_unused_since);
  database_.run(sql::kPurgeAddresses, addresses_unused_since);
  database_.run(sql::kPurgeSignInLinks, now);
}

}  // namespace parley::storage::sqlite
