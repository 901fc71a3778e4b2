#include "storage/sqlite/readable_numbers.hpp"

#include <sqlite3.h>

namespace parley::storage::sqlite {
namespace {

constexpr std::string_view kUnreadable[] = {"Infinity", "-Infinity", "NaN"};

/// The word of kUnreadable with which `text` starts; empty if there is none.
std::string_view unreadable_at_start(std::string_view text) {
  for (const auto word : kUnreadable) {
    if (text.starts_with(word)) return word;
  }
  return {};
}

/// The string at the start of `text`, with its quotes.
std::string_view string_at_start(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return text.substr(0, end + 1);
}

void with_readable_numbers_in_sql(sqlite3_context* context, int, sqlite3_value** arguments) try {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
  const auto repaired = with_readable_numbers({text == nullptr ? "" : text, size});
  sqlite3_result_text64(context, repaired.data(), repaired.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
} catch (const std::bad_alloc&) {
  sqlite3_result_error_nomem(context);
}

constexpr const char* kRepair = R"sql(
UPDATE users SET metadata = with_readable_numbers(metadata)
WHERE instr(metadata, 'Infinity') > 0 OR instr(metadata, 'NaN') > 0;
UPDATE roles SET metadata = with_readable_numbers(metadata)
WHERE instr(metadata, 'Infinity') > 0 OR instr(metadata, 'NaN') > 0;
UPDATE sessions SET app_info = with_readable_numbers(app_info)
WHERE instr(app_info, 'Infinity') > 0 OR instr(app_info, 'NaN') > 0;
)sql";

}  // namespace

std::string with_readable_numbers(std::string_view json) {
  std::string repaired;
  repaired.reserve(json.size());
  while (!json.empty()) {
    if (json.front() == '"') {
      const auto string = string_at_start(json);
      repaired.append(string);
      json.remove_prefix(string.size());
    } else if (const auto word = unreadable_at_start(json); !word.empty()) {
      repaired.append("null");
      json.remove_prefix(word.size());
    } else {
      repaired.push_back(json.front());
      json.remove_prefix(1);
    }
  }
  return repaired;
}

void make_numbers_readable(Database& database) {
  sqlite3_create_function_v2(database.handle(), "with_readable_numbers", 1,
                             SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                             with_readable_numbers_in_sql, nullptr, nullptr, nullptr);
  database.execute(kRepair);
}

}  // namespace parley::storage::sqlite
