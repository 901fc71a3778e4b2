// Repairs stored JSON that contains Infinity or NaN. Used by a migration.
#pragma once

#include <string>
#include <string_view>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// Returns the JSON text with null in place of Infinity, -Infinity and NaN. Strings are not
/// changed.
[[nodiscard]] std::string with_readable_numbers(std::string_view json);

/// Repairs the metadata of all users and roles and the app info of all sessions. Reads every row,
/// and writes those that contain one of these words.
void make_numbers_readable(Database& database);

}  // namespace parley::storage::sqlite
