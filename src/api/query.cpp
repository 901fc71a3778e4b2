#include "api/query.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "api/query_names.hpp"
#include "base/text.hpp"
#include "base/unix_seconds.hpp"

namespace parley::api {
namespace {

constexpr std::uint32_t kMaxPerPage = 1000;
constexpr std::array<std::string_view, 3> kCredentials = {"authtoken", "apikey", "access_token"};

// Calls `use(name, value)` for each parameter, still encoded.
template <class F>
void for_each_parameter(std::string_view text, F use) {
  while (!text.empty()) {
    const auto part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (part.empty()) continue;
    const auto equals = part.find('=');
    use(part.substr(0, equals),
        equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1));
  }
}

std::optional<std::int64_t> to_number(std::string_view text) {
  std::int64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc{} || stop != end) return std::nullopt;
  return number;
}

// Why percent_decode() refuses the text.
std::string_view problem_of_encoding(std::string_view encoded) {
  return encoded.find("%00") == std::string_view::npos
             ? "must be percent-encoded UTF-8"
             : "must not contain the character U+0000 (%00)";
}

void append_split(std::vector<std::string>& parts, std::string_view text) {
  while (!text.empty()) {
    const auto part = text.substr(0, text.find(','));
    if (const auto value = trim_spaces(part); !value.empty()) parts.emplace_back(value);
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded.push_back(' ');
    } else if (text[i] != '%') {
      decoded.push_back(text[i]);
    } else {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      decoded.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  if (!is_utf8(decoded) || decoded.find('\0') != std::string::npos) return std::nullopt;
  return decoded;
}

Result<Query> Query::parse(std::string_view text) {
  Query query;
  for_each_parameter(text, [&](std::string_view name, std::string_view value) {
    auto decoded_name = percent_decode(name, true);
    auto decoded_value = percent_decode(value, true);
    if (decoded_name && decoded_value) {
      query.parameters_.emplace_back(std::move(*decoded_name), std::move(*decoded_value));
    } else if (decoded_name) {
      query.fail(*decoded_name, problem_of_encoding(value));
    }
  });
  if (auto status = query.finish(); !status) return status.error();
  return query;
}

bool Query::names_credential(std::string_view text) {
  bool found = false;
  for_each_parameter(text, [&](std::string_view name, std::string_view) {
    const auto decoded = percent_decode(name, true);
    const auto lower = to_lower_ascii(decoded ? *decoded : name);
    found =
        found || std::find(kCredentials.begin(), kCredentials.end(), lower) != kCredentials.end();
  });
  return found;
}

std::optional<std::string> Query::text(std::string_view name) {
  std::optional<std::string> value;
  for (const auto& [key, other] : parameters_) {
    if (key != name) continue;
    if (!value) {
      value = other;
    } else if (*value != other) {
      fail(name, "must be given once, but has several values");
      break;
    }
  }
  return value;
}

Status Query::check_names(std::string_view text, ParameterNames known) {
  if (text.empty()) return {};
  Query query;
  for_each_parameter(text, [&](std::string_view name, std::string_view) {
    if (is_full(query.details_)) return;
    const auto decoded = percent_decode(name, true);
    if (name.empty()) {
      query.fail("query", "has a parameter without a name: write name=value");
    } else if (!decoded) {
      query.fail("query",
                 fmt::format("has a parameter with a name that {}", problem_of_encoding(name)));
    } else if (const auto problem = problem_of_name(*decoded, known)) {
      query.fail(*decoded, *problem);
    }
  });
  return query.finish();
}

std::optional<std::string> Query::as_published_clients_mean(std::string_view text,
                                                            ParameterNames known) {
  std::string meant;
  bool is_changed = false;
  for (auto rest = text; !rest.empty();) {
    const auto part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    const auto name = part.substr(0, part.find('='));
    const bool has_value = !name.empty() && name.size() + 1 < part.size();
    const bool is_name = !name.empty() && !problem_of_name(name, known);
    if (part.empty() || has_value) {
      meant.append(meant.empty() ? "" : "&").append(part);
    } else {
      is_changed = true;
      if (!is_name && !meant.empty()) meant.append("%26").append(part);
    }
  }
  return is_changed ? std::optional(meant) : std::nullopt;
}

std::vector<std::string> Query::list(std::string_view name, Commas commas) const {
  std::vector<std::string_view> values;
  bool is_alone = true;
  for (const auto& [key, value] : parameters_) {
    const auto [base, is_indexed] = without_index(key);
    if (base != name) continue;
    is_alone = is_alone && values.empty() && !is_indexed;
    values.push_back(value);
  }
  std::vector<std::string> list;
  for (const auto value : values) {
    if (commas == Commas::separate || is_alone) {
      append_split(list, value);
    } else if (!value.empty()) {
      list.emplace_back(value);
    }
  }
  return list;
}

std::vector<std::string> Query::filter(std::string_view name, Commas commas) {
  auto values = list(name, commas);
  if (has(name) && values.empty()) fail(name, "must list at least one value; omit it to get all");
  return values;
}

bool Query::has(std::string_view name) const {
  return std::ranges::any_of(parameters_, [name](const auto& parameter) {
    return without_index(parameter.first).base == name;
  });
}

bool Query::boolean(std::string_view name) {
  const auto value = text(name);
  if (!value || *value == "false" || *value == "0") return false;
  if (*value == "true" || *value == "1") return true;
  const auto lower = to_lower_ascii(*value);
  const bool is_capital = lower == "true" || lower == "false";
  fail(name, is_capital ? "must be true or false, in lower case" : "must be true or false");
  return true;
}

std::optional<std::int64_t> Query::number(std::string_view name, std::int64_t least,
                                          std::int64_t most) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  if (const auto number = to_number(*value); number && *number >= least && *number <= most)
    return number;
  fail(name, fmt::format("must be a whole number from {} to {}", least, most));
  return std::nullopt;
}

std::optional<Time> Query::time(std::string_view name) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  const auto seconds = to_number(*value).value_or(-1);
  const auto problem = problem_of_time(seconds);
  if (problem.empty()) return from_unix_seconds(seconds);
  fail(name, problem);
  return std::nullopt;
}

Paging Query::paging() {
  constexpr std::int64_t kMostPages = 1'000'000'000;
  const auto* per_page = has("per_page") ? "per_page" : "perPage";
  Paging paging;
  paging.per_page =
      static_cast<std::uint32_t>(number(per_page, 1, kMaxPerPage).value_or(paging.per_page));
  paging.page = static_cast<std::uint32_t>(number("page", 1, kMostPages).value_or(paging.page));
  return paging;
}

void Query::fail(std::string_view name, std::string_view reason) {
  add_detail(details_, name, reason);
}

Status Query::finish() const {
  if (details_.empty()) return {};
  return bad_request(details_);
}

}  // namespace parley::api
