#include "wire/body.hpp"

#include <fmt/format.h>

namespace parley::wire {

Result<json::object> parse_body(std::string_view text, std::string_view example) {
  if (text.empty()) return json::object{};
  auto body = read_json_object(text);
  if (body || example.empty() || body.error().code != ErrorCode::kErrBadRequestJson) return body;
  auto error = body.error();
  error->dev_message += fmt::format(" Example of the body: {}", example);
  return error;
}

}  // namespace parley::wire
