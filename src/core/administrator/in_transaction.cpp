#include "core/administrator/in_transaction.hpp"

#include <utility>

namespace parley::core {

Error administrator_not_found(std::string_view administrator) {
  return make_error(ErrorCode::kErrAdminNotFound, {{"administrator", administrator}});
}

Result<Administrator> find_administrator(Transaction& transaction, const std::string& id) {
  auto found = transaction.administrators().find(id);
  if (!found) return administrator_not_found(id);
  return std::move(*found);
}

Status store_password(Transaction& transaction, const Environment& environment, const Actor& actor,
                      const std::string& id, const std::string& hash,
                      std::string_view kept_session_id) {
  auto administrator = find_administrator(transaction, id);
  if (!administrator) return administrator.error();
  administrator->password_hash = hash;
  administrator->updated_at = environment.clock.now();
  transaction.administrators().update(*administrator);
  transaction.administrators().remove_sessions(id, kept_session_id);
  transaction.administrators().remove_links(id);
  record_in_server_log(transaction, administrator->updated_at, actor,
                       AuditAction::administrator_password_changed, id);
  return {};
}

void record_in_server_log(Transaction& transaction, Time at, const Actor& actor, AuditAction action,
                          std::string_view id, const json::object& details) {
  transaction.audit().append(audit_event({}, at, actor, action, id, details));
}

}  // namespace parley::core
