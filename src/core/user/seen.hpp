// Users as another user, the viewer, sees them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/relation/relation.hpp"
#include "core/store.hpp"
#include "core/user/user.hpp"

namespace parley::core {

/// A user, and how it stands to the viewer, the user who looks. Where either has blocked the other,
/// the user looks like one who went offline when that happened.
struct SeenUser {
  User user;
  Relation relation;
};

struct SeenPage {
  std::vector<SeenUser> users;
  std::uint64_t total = 0;  ///< Of all pages.
};

/// `viewer`: a uid; empty = nobody, who sees everybody as they are.
[[nodiscard]] SeenUser seen(Transaction& transaction, std::string_view app_id,
                            std::string_view viewer, User user);
[[nodiscard]] SeenPage seen(Transaction& transaction, std::string_view app_id,
                            std::string_view viewer, UserPage page);

}  // namespace parley::core
