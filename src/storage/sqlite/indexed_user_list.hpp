// Lists of users whose page and total come from the index in memory.
#pragma once

#include <optional>

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

/// The same page as UserList answers, in the open snapshot of `database`. Only relations, and the
/// users of the page, are read from the storage. nullopt when the index does not have that
/// snapshot. Leaves the index as soon as it has answered. Throws std::logic_error when the two do
/// not fit.
[[nodiscard]] std::optional<core::UserPage> list_indexed(Database& database,
                                                         UserIndex::Reading& reading,
                                                         std::string_view app_id,
                                                         const core::UserQuery& query);

}  // namespace parley::storage::sqlite
