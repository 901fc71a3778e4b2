// Which users a query is about, in whatever order.
#pragma once

#include <string>
#include <vector>

#include "core/user/store.hpp"
#include "storage/user_index/app_users.hpp"

namespace parley::storage {

/// The uids that the relations in a query speak of. Left empty where the query does not ask.
struct Neighbours {
  std::vector<std::string> circle;
  std::vector<std::string> blocked_by_viewer;
  std::vector<std::string> have_blocked_viewer;
};

/// Whether answering the query takes the blocks between its viewer and others.
[[nodiscard]] bool needs_blocks(const core::UserQuery& query);

/// Takes some tens of microseconds per million users, and a few nanoseconds for each word of a name
/// other than the first, and each uid, that begins with a word of the search. No word of a name is
/// counted twice, because no word of a search begins another one.
[[nodiscard]] Bitmap matching_users(const AppUsers& users, const core::UserQuery& query,
                                    const Neighbours& neighbours);

/// Leaves those whom the viewer sees online, or the others.
void keep_status(Bitmap& matching, const AppUsers& users, const Neighbours& neighbours,
                 bool online);

}  // namespace parley::storage
