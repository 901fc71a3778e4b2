// The users that match a list query, regardless of their order.
#pragma once

#include <string>
#include <vector>

#include "core/user/store.hpp"
#include "storage/user_index/app_users.hpp"

namespace parley::storage {

/// The users related to the viewer of a query. A list is empty if the query does not need it.
struct Neighbours {
  std::vector<std::string> relation_filter;
  std::vector<std::string> blocked_by_viewer;
  std::vector<std::string> have_blocked_viewer;
};

/// Whether the query depends on the blocks between its viewer and other users.
[[nodiscard]] bool needs_blocks(const core::UserQuery& query);

/// The users that meet all conditions of the query. Combines bitmaps of all users of the app; a
/// search also visits each uid, and each word of a name other than the first, that begins with a
/// word of the search. It visits none of them twice, because no word of a search is a prefix of
/// another one (see words_of_key()).
[[nodiscard]] Bitmap matching_users(const AppUsers& users, const core::UserQuery& query,
                                    const Neighbours& neighbours);

/// Keeps the users who are online as the viewer sees it, or offline if `online` is false. Users who
/// have blocked the viewer, or are blocked by the viewer, count as offline.
void keep_status(Bitmap& matching, const AppUsers& users, const Neighbours& neighbours,
                 bool online);

}  // namespace parley::storage
