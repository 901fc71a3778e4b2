#include "wire/body.hpp"

#include <string>

#include <fmt/format.h>

#include "base/text.hpp"

namespace parley::wire {
namespace {

bool is_empty_array(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto open = text.find_first_not_of(kSpace);
  if (open == std::string_view::npos || text[open] != '[') return false;
  const auto close = text.find_first_not_of(kSpace, open + 1);
  return close != std::string_view::npos && text[close] == ']' &&
         text.find_first_not_of(kSpace, close + 1) == std::string_view::npos;
}

/// The advice of a request whose Content-Type is not JSON; empty if it is.
std::string advice_on(std::string_view content_type) {
  constexpr std::size_t kMostShown = 100;
  const auto type = to_lower_ascii(trim_spaces(content_type.substr(0, content_type.find(';'))));
  if (type.empty() || type.find("json") != std::string::npos) return {};
  const bool is_shown = type.size() <= kMostShown && is_ascii(type);
  return fmt::format(" The Content-Type of this request is {}: send JSON, as application/json.",
                     is_shown ? type : "another one");
}

/// `body`, with `hints` in its error.
Result<json::object> with_hints(Result<json::object> body, const BodyHints& hints) {
  if (body || body.error().code != ErrorCode::kErrBadRequestJson) return body;
  auto error = body.error();
  error->dev_message += advice_on(hints.content_type);
  if (!hints.example.empty())
    error->dev_message += fmt::format(" Example of the body: {}", hints.example);
  return error;
}

}  // namespace

Result<json::object> parse_body(std::string_view text) {
  if (text.empty()) return json::object{};
  return read_json_object(text);
}

Result<json::object> parse_request_body(std::string_view text, const BodyHints& hints) {
  if (is_empty_array(text)) return json::object{};
  return with_hints(parse_body(text), hints);
}

Result<json::object> parse_batch_body(std::string_view text, const BodyHints& hints) {
  if (text.empty() || is_empty_array(text)) return json::object{};
  return with_hints(read_json_batch(text), hints);
}

}  // namespace parley::wire
