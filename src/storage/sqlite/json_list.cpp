#include "storage/sqlite/json_list.hpp"

#include <sqlite3.h>

#include <boost/json.hpp>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

namespace json = boost::json;

std::string to_json_list(std::span<const std::string> texts) {
  return texts.empty() ? "[]" : json::serialize(json::value_from(texts));
}

std::vector<std::string> from_json_list(std::string_view text) {
  if (text == "[]") return {};
  boost::system::error_code error;
  const json::value parsed = json::parse(text, error);
  if (!error) {
    if (auto texts = json::try_value_to<std::vector<std::string>>(parsed)) return *std::move(texts);
  }
  throw EngineError(SQLITE_CORRUPT, "a column does not hold a JSON array of texts");
}

}  // namespace parley::storage::sqlite
