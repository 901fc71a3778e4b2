#include "core/field_checks.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "base/json_numbers.hpp"
#include "base/json_reader.hpp"
#include "base/text.hpp"
#include "core/readable_text.hpp"
#include "core/url/web_url.hpp"

namespace parley::core {
namespace {

/// Whether JSON text may have a number of 16 digits or more, or one with an exponent, such as 1e17.
/// Only such numbers are rounded. True for some texts without one.
bool may_have_long_number(std::string_view text) {
  constexpr int kLong = 16;
  int digits = 0;
  return std::ranges::any_of(text, [&](char c) {
    const bool is_exponent = digits > 0 && (c == 'e' || c == 'E');
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    return is_exponent || digits >= kLong;
  });
}

}  // namespace

void FieldChecks::fail(std::string_view field, std::string_view reason) {
  add_detail(details_, field, reason);
}

bool FieldChecks::length(std::string_view field, std::string_view value, Length length) {
  if (!is_utf8(value)) {
    fail(field, "must be UTF-8");
    return false;
  }
  const auto characters = count_characters(value);
  if (characters < length.least) fail(field, "must not be empty");
  if (characters > length.most)
    fail(field,
         fmt::format("must have at most {} characters, but has {}", length.most, characters));
  return true;
}

void FieldChecks::harmless(std::string_view field, const TextTraits& traits) {
  if (traits.has_bidi_controls)
    fail(field, "must not contain direction overrides or isolates (U+202A-202E, U+2066-2069)");
  if (traits.has_stray_tags)
    fail(field, "must not contain tag characters (U+E0000-E007F) outside emoji flags");
  if (traits.has_tall_stacks)
    fail(field, fmt::format("must not have more than {} combining marks or invisible characters on "
                            "one character",
                            kMaxStackedMarks));
}

void FieldChecks::line(std::string_view field, std::string_view value, Length limits) {
  if (!length(field, value, limits)) return;
  const auto traits = traits_of(value);
  if (traits.has_controls || traits.has_line_breaks)
    fail(field, "must not contain control characters or line separators");
  if (limits.least > 0 && !value.empty() && !traits.has_visible)
    fail(field, "must contain a visible character");
  if (traits.has_direction_marks)
    fail(field, "must not contain direction marks (U+061C, U+200E, U+200F)");
  harmless(field, traits);
}

void FieldChecks::text(std::string_view field, std::string_view value, Length limits) {
  if (!length(field, value, limits)) return;
  const auto traits = traits_of(value);
  if (traits.has_controls)
    fail(field, "must not contain control characters other than tabs and line breaks");
  harmless(field, traits);
}

void FieldChecks::url(std::string_view field, std::string_view value, std::size_t most) {
  if (value.empty()) return;
  if (const auto problem = problem_of_web_url(value); !problem.empty()) return fail(field, problem);
  if (value.size() > most)
    fail(field, fmt::format("must have at most {} characters when encoded, but has {}", most,
                            value.size()));
}

void FieldChecks::lifetime(std::string_view field, std::chrono::seconds value) {
  constexpr std::chrono::seconds kLongest{315'360'000};
  if (value >= std::chrono::seconds{0} && value <= kLongest) return;
  const bool may_be_milliseconds = value > kLongest && value.count() % 1000 == 0;
  fail(field, fmt::format("must be 0 to 315360000 seconds (ten years){}",
                          may_be_milliseconds ? ", not milliseconds" : ""));
}

void FieldChecks::json(std::string_view field, std::string_view value, std::size_t most) {
  if (value.size() > most)
    return fail(field,
                fmt::format("must have at most {} bytes as JSON, but has {}", most, value.size()));
  if (!may_have_long_number(value)) return;
  const auto object = read_json_object(value);
  if (!object) return;
  if (const auto path = path_of_number(*object, not_kept_by_javascript, std::string(field)))
    fail(*path, kNotKeptByJavascript);
}

Status of_changed_fields(const Status& validity, const boost::json::object& changes) {
  if (validity) return {};
  auto details = validity.error()->details;
  if (details.empty()) return validity;
  const auto& changed = changes.at("fields").as_array();
  std::erase_if(details, [&](const auto& detail) {
    // "metadata.sizes[2]" is a part of the field "metadata".
    const auto field = detail.first.substr(0, detail.first.find_first_of(".["));
    return std::ranges::find(changed, boost::json::value(field)) == changed.end();
  });
  if (details.empty()) return {};
  return bad_request(std::move(details));
}

Status FieldChecks::status() && {
  if (details_.empty()) return {};
  return bad_request(std::move(details_));
}

}  // namespace parley::core
