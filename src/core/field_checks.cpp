#include "core/field_checks.hpp"

#include <fmt/format.h>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "base/text.hpp"

namespace parley::core {

void FieldChecks::fail(std::string_view field, std::string_view reason) {
  details_[std::string(field)].emplace_back(reason);
}

void FieldChecks::length(std::string_view field, std::string_view value, Length length) {
  if (!is_utf8(value)) return fail(field, "must be UTF-8");
  const auto characters = count_characters(value);
  if (characters < length.least) fail(field, "must not be empty");
  if (characters > length.most)
    fail(field, fmt::format("must have at most {} characters, has {}", length.most, characters));
}

void FieldChecks::line(std::string_view field, std::string_view value, Length limits) {
  length(field, value, limits);
  if (has_control_characters(value)) fail(field, "must not contain control characters");
}

void FieldChecks::text(std::string_view field, std::string_view value, Length limits) {
  length(field, value, limits);
  if (value.find('\0') != std::string_view::npos) fail(field, "must not contain U+0000");
}

void FieldChecks::url(std::string_view field, std::string_view value, std::size_t most) {
  if (value.empty()) return;
  if (value.size() > most) return fail(field, fmt::format("must have at most {} characters", most));
  const auto url = boost::urls::parse_uri(value);
  const bool http = url && (url->scheme() == "http" || url->scheme() == "https");
  if (!http || url->host().empty()) fail(field, "must be an http or https URL");
}

void FieldChecks::json(std::string_view field, std::string_view value, std::size_t most) {
  if (value.size() > most)
    fail(field, fmt::format("must have at most {} bytes as JSON, has {}", most, value.size()));
}

Status FieldChecks::status() && {
  if (details_.empty()) return {};
  return bad_request(std::move(details_));
}

}  // namespace parley::core
