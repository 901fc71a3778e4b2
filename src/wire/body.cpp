#include "wire/body.hpp"

namespace parley::wire {

Result<json::object> parse_body(std::string_view text) {
  if (text.empty()) return json::object{};
  return read_json_object(text);
}

}  // namespace parley::wire
