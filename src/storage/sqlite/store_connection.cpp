#include "storage/sqlite/store_connection.hpp"

#include <sqlite3.h>

#include "core/name_search.hpp"

namespace parley::storage::sqlite {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// The SQL function matches_key(folded_name, uid, folded_key, in_uid, in_name).
void matches_key_in_sql(sqlite3_context* context, int, sqlite3_value** arguments) {
  const core::SearchPlaces places{.uid = sqlite3_value_int(arguments[3]) != 0,
                                  .name = sqlite3_value_int(arguments[4]) != 0};
  const bool found = core::matches_key(text_of(arguments[0]), text_of(arguments[1]),
                                       text_of(arguments[2]), places);
  sqlite3_result_int(context, found ? 1 : 0);
}

}  // namespace

StoreConnection::StoreConnection(const std::filesystem::path& file, Database::Access access,
                                 std::chrono::milliseconds busy_timeout, StoreCounters& statistics)
    : database_(file, access, busy_timeout),
      apps_(database_, index_, users_),
      api_keys_(database_, statistics),
      roles_(database_),
      users_(database_, index_),
      sessions_(database_, statistics),
      relations_(database_),
      presence_(database_, index_, users_, relations_),
      statistics_(database_, uncommitted_, statistics),
      failures_(database_),
      audit_(database_, uncommitted_),
      administrators_(database_),
      events_(uncommitted_, access) {
  sqlite3_create_function_v2(database_.handle(), "matches_key", 5,
                             SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                             matches_key_in_sql, nullptr, nullptr, nullptr);
}

}  // namespace parley::storage::sqlite
