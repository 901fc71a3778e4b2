#include "storage/sqlite/json_list.hpp"

#include <boost/json.hpp>

namespace parley::storage::sqlite {

namespace json = boost::json;

std::string to_json_list(std::span<const std::string> texts) {
  return texts.empty() ? "[]" : json::serialize(json::value_from(texts));
}

std::optional<std::vector<std::string>> from_json_list(std::string_view text, const StoredAt& at) {
  if (text == "[]") return std::vector<std::string>();
  boost::system::error_code error;
  const json::value parsed = json::parse(text, error);
  if (!error) {
    if (auto texts = json::try_value_to<std::vector<std::string>>(parsed)) return *std::move(texts);
  }
  note_unreadable(at);
  return std::nullopt;
}

}  // namespace parley::storage::sqlite
