// A page of a list out of the index.
#pragma once

#include <cstdint>
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

struct UserNumbers {
  std::vector<std::int64_t> sequences;  ///< Of the page, in the order of the list.
  std::uint64_t total = 0;              ///< Of all pages.
};

/// Takes a time that grows with the number of users by about a nanosecond each, and with the number
/// of those found by a search by a few.
[[nodiscard]] UserNumbers list_users(const AppUsers& users, const core::UserQuery& query,
                                     const Neighbours& neighbours);

}  // namespace parley::storage
