// Lists of users whose page and total come from the index in memory.
#pragma once

#include "core/user/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/user_index/app_users.hpp"

namespace parley::storage::sqlite {

/// The same page as UserList answers, where `users` are those of the snapshot of `database`: the
/// storage is asked for relations, and for the users of the page. Throws std::logic_error when they
/// are not.
[[nodiscard]] core::UserPage list_indexed(Database& database, const AppUsers& users,
                                          std::string_view app_id, const core::UserQuery& query);

}  // namespace parley::storage::sqlite
