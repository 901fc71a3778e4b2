#include "core/app/origin.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/text.hpp"

namespace parley::core {
namespace {

constexpr std::string_view kNull = "null";
constexpr std::string_view kWildcard = "*.";

struct Parts {
  std::string_view scheme;
  std::string_view host;
  std::optional<std::string_view> port = {};
};

bool is_small_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_scheme(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::ranges::all_of(
             text, [](char c) { return is_small_or_digit(c) || c == '+' || c == '-' || c == '.'; });
}

bool is_name(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_small_or_digit(c) || c == '-' || c == '.' || c == '_';
  });
}

bool is_host(std::string_view text) {
  if (!text.starts_with('[')) return is_name(text) && !text.starts_with('.');
  return text.size() > 2 && text.find_first_not_of("0123456789abcdef:.", 1) == text.size() - 1 &&
         text.ends_with(']');
}

bool is_port(std::string_view digits) {
  std::uint16_t port = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [parsed_to, failure] = std::from_chars(digits.data(), end, port);
  return failure == std::errc{} && parsed_to == end && port != 0 && digits.front() != '0';
}

std::optional<Parts> split(std::string_view origin) {
  const auto scheme = origin.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  Parts parts{origin.substr(0, scheme), origin.substr(scheme + 3)};
  const auto colon = parts.host.rfind(':');
  if (colon != std::string_view::npos && !parts.host.ends_with(']')) {
    parts.port = parts.host.substr(colon + 1);
    parts.host = parts.host.substr(0, colon);
  }
  return parts;
}

bool is_implied(const Parts& parts) {
  return (parts.scheme == "https" && parts.port == "443") ||
         (parts.scheme == "http" && parts.port == "80");
}

}  // namespace

std::string normalize_origin(std::string_view text) {
  auto origin = to_lower_ascii(trim_spaces(text));
  if (origin.ends_with('/') && !origin.ends_with("//")) origin.pop_back();
  const auto parts = split(origin);
  if (parts && is_implied(*parts)) origin.resize(origin.size() - parts->port->size() - 1);
  return origin;
}

std::optional<std::string_view> problem_of_origin(std::string_view text) {
  if (text == kNull) return std::nullopt;
  if (text == "*") return "must be origins: leave the list empty to allow every page";
  const auto parts = split(text);
  if (!parts || !is_scheme(parts->scheme)) {
    return "must be origins with their scheme, such as https://chat.example.com";
  }
  auto host = parts->host;
  if (host.find_first_of("/?#") != std::string_view::npos) {
    return "must be origins without a path, such as https://chat.example.com";
  }
  if (!std::ranges::all_of(host, [](unsigned char c) { return c < 0x80; })) {
    return "must name hosts as browsers send them: in ASCII, such as xn--bcher-kva.example";
  }
  if (host.starts_with(kWildcard)) host.remove_prefix(kWildcard.size());
  if (host.find('*') != std::string_view::npos) {
    return "may have a * only at the start of a host, as in https://*.example.com";
  }
  if (!is_host(host) || (parts->port && !is_port(*parts->port))) {
    return "must be origins such as https://chat.example.com";
  }
  return std::nullopt;
}

bool matches_origin(std::string_view allowed, std::string_view origin) noexcept {
  const auto star = allowed.find("://*.");
  if (star == std::string_view::npos) return allowed == origin;
  const auto before = allowed.substr(0, star + 3);
  const auto after = allowed.substr(star + 4);
  return origin.size() > before.size() + after.size() && origin.starts_with(before) &&
         origin.ends_with(after) &&
         is_name(origin.substr(before.size(), origin.size() - before.size() - after.size()));
}

}  // namespace parley::core
