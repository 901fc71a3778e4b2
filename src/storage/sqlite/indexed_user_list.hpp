// User lists served from the user index in memory.
#pragma once

#include <optional>

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

/// Reading this many relations takes a few milliseconds.
inline constexpr std::size_t kMostNeighbours = 10'000;

/// Returns the same page as UserList, for the open snapshot of `database`. Reads only relations and
/// the users of the page from the store. Leaves the index (Reading::leave()) as soon as it is no
/// longer needed, because commits wait for that. Returns nullopt if the index does not have that
/// snapshot, or the viewer has more than kMostNeighbours relations of a kind that the list needs.
/// Throws EngineError if index and store do not match.
[[nodiscard]] std::optional<core::UserPage> list_indexed(Database& database,
                                                         UserIndex::Reading& reading,
                                                         std::string_view app_id,
                                                         const core::UserQuery& query);

}  // namespace parley::storage::sqlite
