// Users as another user, the viewer, sees them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/relation/relation.hpp"
#include "core/store.hpp"
#include "core/user/user.hpp"

namespace parley::core {

/// A user as the viewer sees it, with the relation between the two. If either has blocked the
/// other, the user looks as if it had gone offline at that time.
struct SeenUser {
  User user;
  Relation relation;
};

struct SeenPage {
  std::vector<SeenUser> users;
  std::uint64_t total = 0;  ///< Of all pages.
};

/// `viewer`: a uid; if empty, users are returned as they are.
[[nodiscard]] SeenUser seen(Transaction& transaction, std::string_view app_id,
                            std::string_view viewer, User user);
[[nodiscard]] SeenPage seen(Transaction& transaction, std::string_view app_id,
                            std::string_view viewer, UserPage page);

}  // namespace parley::core
