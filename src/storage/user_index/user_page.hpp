// A page of a list out of the index.
#pragma once

#include <cstdint>
#include <vector>

#include "storage/user_index/user_filter.hpp"

namespace parley::storage {

struct UserNumbers {
  std::vector<std::int64_t> sequences;  ///< Of the page, in the order of the list.
  std::uint64_t total = 0;              ///< Of all pages.
};

/// Beside what matching_users takes: in the order of names a nanosecond for each run of users who
/// were loaded together, in that of uids one for each user, up to the page.
[[nodiscard]] UserNumbers list_users(const AppUsers& users, const core::UserQuery& query,
                                     const Neighbours& neighbours);

}  // namespace parley::storage
