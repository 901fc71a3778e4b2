#include "wire/body.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>

namespace parley::wire {
namespace {

Error not_json(std::string_view problem) {
  return make_error(ErrorCode::kErrBadRequestJson, {{"problem", problem}});
}

json::parse_options options() {
  json::parse_options options;
  options.max_depth = kMaxDepth;
  return options;
}

// Counts the keys of a text as they stand, repeated ones too. The signatures are Boost.JSON's.
struct KeyCounter {
  static constexpr std::size_t max_object_size = ~std::size_t{0};
  static constexpr std::size_t max_array_size = ~std::size_t{0};
  static constexpr std::size_t max_key_size = ~std::size_t{0};
  static constexpr std::size_t max_string_size = ~std::size_t{0};
  using Code = json::error_code;
  using Text = json::string_view;

  std::size_t keys = 0;

  bool on_key(Text, std::size_t, Code&) {
    ++keys;
    return true;
  }
  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_array_begin(Code&) { return true; }
  bool on_array_end(std::size_t, Code&) { return true; }
  bool on_object_begin(Code&) { return true; }
  bool on_object_end(std::size_t, Code&) { return true; }
  bool on_string_part(Text, std::size_t, Code&) { return true; }
  bool on_string(Text, std::size_t, Code&) { return true; }
  bool on_key_part(Text, std::size_t, Code&) { return true; }
  bool on_number_part(Text, Code&) { return true; }
  bool on_int64(std::int64_t, Text, Code&) { return true; }
  bool on_uint64(std::uint64_t, Text, Code&) { return true; }
  bool on_double(double, Text, Code&) { return true; }
  bool on_bool(bool, Code&) { return true; }
  bool on_null(Code&) { return true; }
  bool on_comment_part(Text, Code&) { return true; }
  bool on_comment(Text, Code&) { return true; }
};

std::size_t keys_in_text(std::string_view text) {
  json::basic_parser<KeyCounter> parser(options());
  json::error_code ignored;
  parser.write_some(false, text.data(), text.size(), ignored);
  return parser.handler().keys;
}

std::size_t keys_in_value(const json::value& value) {
  std::size_t keys = 0;
  if (const auto* object = value.if_object()) {
    keys = object->size();
    for (const auto& member : *object) keys += keys_in_value(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array) keys += keys_in_value(element);
  }
  return keys;
}

}  // namespace

Result<json::object> parse_body(std::string_view text) {
  if (text.empty()) return json::object{};
  json::error_code code;
  auto value = json::parse(text, code, {}, options());
  if (code) return not_json(code.message());
  if (!value.is_object()) return not_json("the body is not an object");
  if (keys_in_value(value) != keys_in_text(text)) return not_json("a key is repeated");
  return std::move(value.as_object());
}

}  // namespace parley::wire
