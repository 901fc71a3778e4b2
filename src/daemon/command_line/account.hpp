// Unix accounts as actors in the audit log.
#pragma once

#include <sys/types.h>

#include "core/audit/audit.hpp"

namespace parley::daemon {

/// The account with this user id. Its name is the number if /etc/passwd has no name for it.
[[nodiscard]] core::Actor account(uid_t number);

/// The account that runs this process (its effective user id).
[[nodiscard]] core::Actor own_account();

/// The account at the other end of a connected Unix socket. Throws std::system_error.
[[nodiscard]] core::Actor peer_account(int socket);

}  // namespace parley::daemon
