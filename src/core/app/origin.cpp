#include "core/app/origin.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "core/url/host.hpp"
#include "core/url/public_suffix.hpp"

namespace parley::core {
namespace {

constexpr std::string_view kNull = "null";
constexpr std::string_view kWildcard = "*.";
constexpr std::string_view kFiles = "file://";

/// A scheme that no Origin header has, and the scheme of the pages that are probably meant. Empty:
/// their origin is `null`.
struct SchemeWithoutPages {
  std::string_view scheme;
  std::string_view meant;
};
constexpr SchemeWithoutPages kSchemesWithoutPages[] = {
    {"ws", "http"},    {"wss", "https"},   {"ftp", "https"},    {"ftps", "https"},
    {"sftp", "https"}, {"ssh", "https"},   {"git", "https"},    {"tcp", "https"},
    {"udp", "https"},  {"tls", "https"},   {"ssl", "https"},    {"grpc", "https"},
    {"mqtt", "https"}, {"mqtts", "https"}, {"mailto", "https"}, {"about", ""},
    {"blob", ""},      {"data", ""},       {"javascript", ""},  {"view-source", ""}};

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

/// Splits `host` into the prefix "*.", empty if it has none, and the rest.
std::pair<std::string_view, std::string_view> split_wildcard(std::string_view host) {
  const auto size = host.starts_with(kWildcard) ? kWildcard.size() : 0;
  return {host.substr(0, size), host.substr(size)};
}

bool is_address(std::string_view host) {
  return host.starts_with('[') ||
         (!host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

/// A dot at the end is allowed: it marks a complete name.
bool has_empty_label(std::string_view host) {
  return host.starts_with('.') || host.find("..") != std::string_view::npos;
}

/// Whether an app can allow every host below `host`. Hosts below a public suffix, such as com or
/// co.uk, belong to many owners; those below localhost are all this machine. Hosting platforms are
/// allowed, because the previews of an app are there.
bool may_follow_wildcard(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host == "localhost" || !is_public_suffix(host);
}

bool is_implied(const Parts& parts) {
  return (parts.scheme == "https" && parts.port == "443") ||
         (parts.scheme == "http" && parts.port == "80");
}

/// Why no page can have an origin with this scheme, and what to write instead; nullopt if one can.
std::optional<std::string> problem_of_scheme(const Parts& origin, std::string_view text) {
  if (origin.scheme == "file") return "must not have a host or path; use file://";
  const auto* const found =
      std::ranges::find(kSchemesWithoutPages, origin.scheme, &SchemeWithoutPages::scheme);
  if (found == std::end(kSchemesWithoutPages)) return std::nullopt;
  if (found->meant.empty()) return "is not the origin of a page; pages there have the origin null";
  auto host = text.substr(origin.scheme.size() + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  const auto meant = fmt::format("{}://{}", found->meant, host.empty() ? "chat.example.com" : host);
  return fmt::format("is not the origin of a page; use that of the page, as in {}",
                     normalize_origin(meant));
}

}  // namespace

std::string normalize_origin(std::string_view text) {
  auto origin = to_lower_ascii(trim_spaces(text));
  if (origin.ends_with('/') && !origin.ends_with("//")) origin.pop_back();
  const auto parts = split(origin);
  if (!parts) return origin;
  const auto [star, name] = split_wildcard(parts->host);
  const auto host = parse_web_host(name);
  const auto port = parts->port && !is_implied(*parts) ? fmt::format(":{}", *parts->port) : "";
  return fmt::format("{}://{}{}{}", parts->scheme, star, host ? *host : name, port);
}

std::optional<std::string> problem_of_origin(std::string_view text) {
  if (text == kNull || text == kFiles) return std::nullopt;
  if (text == "*") return "is not an origin; leave the list empty to allow all pages";
  const auto parts = split(text);
  if (!parts || !is_scheme(parts->scheme)) {
    return "must include a scheme, as in https://chat.example.com";
  }
  if (auto problem = problem_of_scheme(*parts, text)) return problem;
  const auto [star, host] = split_wildcard(parts->host);
  if (host.find_first_of("/?#") != std::string_view::npos) {
    return "must not have a path; use an origin such as https://chat.example.com";
  }
  if (host.find('*') != std::string_view::npos || (!star.empty() && is_address(host))) {
    return "may have a * only at the start of a host name, as in https://*.example.com";
  }
  if (parse_web_host(host) != host || has_empty_label(host) ||
      (parts->port && !is_port(*parts->port))) {
    return "must be an origin such as https://chat.example.com";
  }
  if (!star.empty() && !may_follow_wildcard(host)) {
    return "must have a domain of one owner after the *, as in https://*.example.com";
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
