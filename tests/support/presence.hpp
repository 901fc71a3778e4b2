// Stores for a test that a user is online, without devices.
#pragma once

#include <string>
#include <string_view>

#include "core/store.hpp"

namespace parley::test_support {

/// Returns false if there is no such user, or one who is deactivated would come online.
inline bool set_online(core::Transaction& transaction, std::string_view app_id,
                       std::string_view uid, bool online, Time at) {
  const auto user = transaction.users().find(app_id, uid);
  if (!user) return false;
  const core::PresenceChange change{.app_id = std::string(app_id),
                                    .uid = std::string(uid),
                                    .online = online,
                                    .at = at,
                                    .created_at = user->created_at};
  return transaction.presence().apply({&change, 1}).front().user.has_value();
}

}  // namespace parley::test_support
