// A stored administrator, inside a transaction: what both services do with one.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/administrator/administrator.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// `administrator`: the id or email that nobody has.
[[nodiscard]] Error administrator_not_found(std::string_view administrator);

/// Error: ERR_ADMIN_NOT_FOUND.
[[nodiscard]] Result<Administrator> find_administrator(Transaction& transaction,
                                                       const std::string& id);

/// Sets the password, or takes it away (`hash` is empty). All links and sessions end but
/// `kept_session_id` (empty = none is kept). Error: ERR_ADMIN_NOT_FOUND.
[[nodiscard]] Status store_password(Transaction& transaction, const Environment& environment,
                                    const Actor& actor, const std::string& id,
                                    const std::string& hash, std::string_view kept_session_id);

/// Into the log of the server, because administrators belong to no app. `id`: to whom it was done.
void record_in_server_log(Transaction& transaction, Time at, const Actor& actor, AuditAction action,
                          std::string_view id, const json::object& details = {});

}  // namespace parley::core
