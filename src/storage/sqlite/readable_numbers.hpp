// Repairs stored JSON with numbers that no reader accepts: for a migration.
#pragma once

#include <string>
#include <string_view>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// The JSON text with null in place of Infinity, -Infinity and NaN. Strings stay as they are.
[[nodiscard]] std::string with_readable_numbers(std::string_view json);

/// Does that to the metadata of all users and roles and to the app info of all sessions. Reads
/// every row, about a second for a million, and writes those that contain one of the words.
void make_numbers_readable(Database& database);

}  // namespace parley::storage::sqlite
