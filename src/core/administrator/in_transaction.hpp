// Operations on stored administrators, inside a transaction, that both services use.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/administrator/administrator.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// ERR_ADMIN_NOT_FOUND. `administrator`: the id or email that was looked up.
[[nodiscard]] Error administrator_not_found(std::string_view administrator);

/// Error: ERR_ADMIN_NOT_FOUND.
[[nodiscard]] Result<Administrator> find_administrator(Transaction& transaction,
                                                       const std::string& id);

/// Sets the hash of the password; an empty `hash` removes the password. Ends all links, and all
/// sessions except `kept_session_id` (empty = no exception). Error: ERR_ADMIN_NOT_FOUND.
[[nodiscard]] Status store_password(Transaction& transaction, const Environment& environment,
                                    const Actor& actor, const std::string& id,
                                    const std::string& hash, std::string_view kept_session_id);

/// Appends to the server's own log, since administrators do not belong to an app. `id`: the
/// administrator that was affected.
void record_in_server_log(Transaction& transaction, Time at, const Actor& actor, AuditAction action,
                          std::string_view id, const json::object& details = {});

}  // namespace parley::core
