// The Unix accounts that give commands, as the audit log names them.
#pragma once

#include <sys/types.h>

#include "core/audit/audit.hpp"

namespace parley::daemon {

/// The account with this number, called by its number unless /etc/passwd has its name.
[[nodiscard]] core::Actor account(uid_t number);

/// The one that runs this process.
[[nodiscard]] core::Actor own_account();

/// The one at the other end of a connected Unix socket.
[[nodiscard]] core::Actor peer_account(int socket);

}  // namespace parley::daemon
