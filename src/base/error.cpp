#include "base/error.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "base/text.hpp"

namespace parley {
namespace {

constexpr std::size_t kLongestField = 200;  // Bytes.

std::string fill(std::string_view text, ErrorTextValues values) {
  std::string filled;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    filled.append(text.substr(0, open));
    const auto name = text.substr(open + 1, close - open - 1);
    const auto* known = std::find_if(values.begin(), values.end(),
                                     [&](const auto& value) { return value.first == name; });
    // Braces without a known placeholder are part of the text, for example of a sample body.
    filled.append(known == values.end() ? text.substr(open, close + 1 - open) : known->second);
    text.remove_prefix(close + 1);
  }
  return filled.append(text);
}

}  // namespace

Error make_error(ErrorCode code, ErrorTextValues values) {
  const auto& entry = info(code);
  return Error{code, fill(entry.message, values), fill(entry.dev_message, values)};
}

void add_detail(ErrorDetails& details, std::string_view field, std::string_view reason) {
  if (is_full(details)) return;
  auto& reasons = details[field.size() <= kLongestField
                              ? std::string(field)
                              : std::string(utf8_start(field, kLongestField)) + "..."];
  const bool is_new = std::find(reasons.begin(), reasons.end(), reason) == reasons.end();
  if (is_new && reasons.size() < kMostErrorFields) reasons.emplace_back(reason);
}

Error bad_request(ErrorDetails details) {
  const bool has_more = is_full(details);
  if (has_more) details.erase(std::prev(details.end()));
  std::string fields;
  for (const auto& [field, reasons] : details) fields += (fields.empty() ? "" : ", ") + field;
  if (has_more) fields += " and more";
  auto error = make_error(ErrorCode::kErrBadRequest, {{"fields", fields}});
  error->details = std::move(details);
  return error;
}

Error bad_request(std::string_view field, std::string_view reason) {
  return bad_request({{std::string(field), {std::string(reason)}}});
}

void throw_exception_from_error(const Error& error, const boost::source_location& where) {
  throw std::logic_error("Result without a value (" + std::string(info(error.code).code) + ") at " +
                         where.to_string());
}

}  // namespace parley
