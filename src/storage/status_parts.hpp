// How lists that are sorted by status continue from page to page. The same in every engine.
#pragma once

#include <vector>

#include "core/user/store.hpp"

namespace parley::storage {

/// The users of a list who are online, or those who are offline.
struct StatusPart {
  bool online;
  bool has_position;  ///< The page starts behind `after` of the query, which is in this part.
};

/// The parts of a list sorted by status that a page may contain, in list order:
///
///     ascending   [ online         ][ offline         ]
///     descending  [ offline, Z - A ][ online, Z - A   ]
[[nodiscard]] inline std::vector<StatusPart> status_parts(const core::UserQuery& query) {
  std::vector<StatusPart> parts;
  for (const bool online : {!query.descending, query.descending}) {
    if (query.online.value_or(online) != online) continue;
    const bool has_position = query.after && query.after->online == online;
    // The part that comes first lies before a position in the other one.
    if (query.after && !has_position && online != query.descending) continue;
    parts.push_back({online, has_position});
  }
  return parts;
}

}  // namespace parley::storage
