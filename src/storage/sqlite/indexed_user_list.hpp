// User lists served from the user index in memory.
#pragma once

#include <optional>

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

/// Returns the same page as UserList, for the open snapshot of `database`. Reads only relations and
/// the users of the page from the store. Leaves the index (Reading::leave()) as soon as it is no
/// longer needed. Returns nullopt if the index does not have that snapshot. Throws std::logic_error
/// if index and store do not match.
[[nodiscard]] std::optional<core::UserPage> list_indexed(Database& database,
                                                         UserIndex::Reading& reading,
                                                         std::string_view app_id,
                                                         const core::UserQuery& query);

}  // namespace parley::storage::sqlite
