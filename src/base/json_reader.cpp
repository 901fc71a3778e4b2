#include "base/json_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_stack.hpp>

#include "base/json_numbers.hpp"
#include "base/text.hpp"

namespace parley {
namespace {

namespace json = boost::json;

Error not_json(std::string_view problem) {
  return make_error(ErrorCode::kErrBadRequestJson, {{"problem", problem}});
}

/// What to write instead of text at which JSON ends, for mistakes that are common.
struct Mistake {
  std::string_view start;
  std::string_view advice;
};
constexpr Mistake kMistakes[] = {{"True", "; write true, false and null in lower case"},
                                 {"False", "; write true, false and null in lower case"},
                                 {"None", "; write null"},
                                 {"undefined", "; write null"},
                                 {"'", "; write texts in double quotes"},
                                 {"\xEF\xBB\xBF", "; remove the byte order mark"}};

/// `problem` and its place: `offset` bytes after the start of `text`. A column is a character.
Error not_json_at(std::string_view problem, std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset);
  const auto line = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0.
  const auto* const mistake = std::ranges::find_if(kMistakes, [&](const Mistake& candidate) {
    return text.substr(before.size()).starts_with(candidate.start);
  });
  return not_json(fmt::format("{} at line {}, column {}{}", problem,
                              std::ranges::count(before, '\n') + 1, count_characters(line) + 1,
                              mistake == std::end(kMistakes) ? "" : mistake->advice));
}

json::parse_options options() {
  json::parse_options options;
  options.max_depth = kMaxJsonDepth;
  return options;
}

constexpr double kOutOfRange = std::numeric_limits<double>::infinity();
constexpr double kTooManyDigits = std::numeric_limits<double>::quiet_NaN();

/// The exact value of `text`. The parser's value can be off by the last bit, so numbers would drift
/// each time a stored text is read and written again. Returns kOutOfRange if the parser got NaN,
/// kTooManyDigits for an integer of more than 64 bits, and `approximate` if from_chars() finds the
/// number too large or too small.
double exact_number(double approximate, std::string_view text) {
  if (std::isnan(approximate)) return kOutOfRange;
  const bool is_long = approximate > 1 || approximate < -1;
  if (is_long && text.find_first_of(".eE") == std::string_view::npos) return kTooManyDigits;
  double exact = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), exact);
  return code == std::errc() ? exact : approximate;
}

/// Builds a value as json::parser does. It also counts the keys in the text, because a value holds
/// a repeated key only once, and notes numbers that are not finite. The signatures are
/// Boost.JSON's.
class Builder {
 public:
  static constexpr std::size_t max_object_size = ~std::size_t{0};
  static constexpr std::size_t max_array_size = ~std::size_t{0};
  static constexpr std::size_t max_key_size = ~std::size_t{0};
  static constexpr std::size_t max_string_size = ~std::size_t{0};
  using Code = json::error_code;
  using Text = json::string_view;

  explicit Builder(json::storage_ptr storage) { values_.reset(std::move(storage)); }

  [[nodiscard]] json::value release() { return values_.release(); }
  [[nodiscard]] std::size_t keys() const { return keys_; }
  [[nodiscard]] bool is_finite() const { return is_finite_; }

  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_object_begin(Code&) { return true; }
  bool on_object_end(std::size_t size, Code&) {
    values_.push_object(size);
    return true;
  }
  bool on_array_begin(Code&) { return true; }
  bool on_array_end(std::size_t size, Code&) {
    values_.push_array(size);
    return true;
  }
  bool on_key_part(Text text, std::size_t, Code&) {
    values_.push_chars(text);
    return true;
  }
  bool on_key(Text text, std::size_t, Code&) {
    ++keys_;
    values_.push_key(text);
    return true;
  }
  bool on_string_part(Text text, std::size_t, Code&) {
    values_.push_chars(text);
    return true;
  }
  bool on_string(Text text, std::size_t, Code&) {
    values_.push_string(text);
    return true;
  }
  bool on_number_part(Text text, Code&) {
    number_.append(text.data(), text.size());
    return true;
  }
  bool on_int64(std::int64_t number, Text, Code&) {
    number_.clear();
    values_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, Text, Code&) {
    number_.clear();
    values_.push_uint64(number);
    return true;
  }
  bool on_double(double approximate, Text text, Code&) {
    number_.append(text.data(), text.size());
    const auto number = exact_number(approximate, number_);
    number_.clear();
    is_finite_ = is_finite_ && std::isfinite(number);
    values_.push_double(number);
    return true;
  }
  bool on_bool(bool value, Code&) {
    values_.push_bool(value);
    return true;
  }
  bool on_null(Code&) {
    values_.push_null();
    return true;
  }
  bool on_comment_part(Text, Code&) { return true; }
  bool on_comment(Text, Code&) { return true; }

 private:
  static constexpr std::size_t kOnTheFrame = 1024;

  unsigned char memory_[kOnTheFrame];
  json::value_stack values_{{}, memory_, kOnTheFrame};
  std::string number_;  ///< Text of the number being read.
  std::size_t keys_ = 0;
  bool is_finite_ = true;
};

std::string_view kind_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::array: return "an array";
    case json::kind::string: return "a string";
    case json::kind::bool_: return "true or false";
    case json::kind::null: return "null";
    case json::kind::object: return "an object";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: break;
  }
  return "a number";
}

std::size_t count_keys(const json::value& value) {
  std::size_t keys = 0;
  if (const auto* object = value.if_object()) {
    keys = object->size();
    for (const auto& member : *object) keys += count_keys(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array) keys += count_keys(element);
  }
  return keys;
}

bool is_out_of_range(const json::value& number) {
  return number.is_double() && std::isinf(number.get_double());
}

bool has_too_many_digits(const json::value& number) {
  return number.is_double() && std::isnan(number.get_double());
}

/// Reads an object of any numbers, and notes in `is_finite` whether all of them fit.
Result<json::object> read(std::string_view text, json::storage_ptr storage, bool& is_finite) {
  json::basic_parser<Builder> parser(options(), std::move(storage));
  json::error_code code;
  const auto size = parser.write_some(false, text.data(), text.size(), code);
  if (code) return not_json_at(code.message(), text, size);
  if (size < text.size())
    return not_json_at(json::make_error_code(json::error::extra_data).message(), text, size);
  auto value = parser.handler().release();
  if (!value.is_object())
    return not_json(fmt::format("an object was expected, but {} was received", kind_of(value)));
  if (count_keys(value) != parser.handler().keys()) return not_json("a key is repeated");
  is_finite = parser.handler().is_finite();
  return std::move(value.get_object());
}

}  // namespace

Result<json::object> read_json_object(std::string_view text, json::storage_ptr storage) {
  bool is_finite = true;
  auto object = read(text, std::move(storage), is_finite);
  if (!object || is_finite) return object;
  if (auto numbers = check_numbers(*object); !numbers) return numbers.error();
  return object;
}

Result<json::object> read_json_batch(std::string_view text) {
  bool is_finite = true;
  return read(text, {}, is_finite);
}

Status check_numbers(const json::value& value) {
  if (const auto path = path_of_number(value, has_too_many_digits))
    return bad_request(*path, kNotKeptByJavascript);
  if (const auto path = path_of_number(value, is_out_of_range))
    return bad_request(*path, "must be a number in the range of a 64-bit floating-point number");
  return {};
}

}  // namespace parley
