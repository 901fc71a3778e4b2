// A page of a user list, from the index.
#pragma once

#include <cstdint>
#include <vector>

#include "storage/user_index/user_filter.hpp"

namespace parley::storage {

struct UserNumbers {
  std::vector<std::int64_t> sequences;  ///< Row numbers of the page's users, in list order.
  std::uint64_t total = 0;              ///< The number of users on all pages.
};

/// The page of the list that the query describes, and the total. In addition to matching_users(),
/// it walks along the sort order up to the end of the page, in steps of one run of slots by name
/// and of one user by uid. If few users match, it sorts them instead.
[[nodiscard]] UserNumbers list_users(const AppUsers& users, const core::UserQuery& query,
                                     const Neighbours& neighbours);

}  // namespace parley::storage
