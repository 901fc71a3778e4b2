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
struct UserForViewer {
  User user;
  Relation relation;
};

struct PageForViewer {
  std::vector<UserForViewer> users;
  std::uint64_t total = 0;  ///< Of all pages.
};

/// `viewer`: a uid; if empty, users are returned as they are.
[[nodiscard]] UserForViewer for_viewer(Transaction& transaction, std::string_view app_id,
                                       std::string_view viewer, User user);
[[nodiscard]] PageForViewer for_viewer(Transaction& transaction, std::string_view app_id,
                                       std::string_view viewer, UserPage page);

}  // namespace parley::core
