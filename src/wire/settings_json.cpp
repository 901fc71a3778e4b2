#include "wire/settings_json.hpp"

#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "base/text.hpp"

namespace parley::wire {
namespace {

constexpr std::string_view kApiVersion = "v3.0";
constexpr int kAppVersion = 4;  ///< The newest major version of published SDKs.
constexpr std::string_view kHttp = "http://";
constexpr std::string_view kHttps = "https://";

bool is_host(std::string_view host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    return host.find_first_not_of("0123456789abcdefABCDEF:.", 1) == host.size() - 1;
  return host.find_first_not_of('.') != std::string_view::npos &&
         host.find_first_not_of(
             "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._") ==
             std::string_view::npos;
}

std::optional<std::uint16_t> parse_port(std::string_view digits) {
  std::uint16_t port = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, port);
  if (problem != std::errc{} || stop != end || port == 0) return std::nullopt;
  return port;
}

struct HostAndPort {
  std::string_view host;
  std::optional<std::uint16_t> port;
};

std::optional<HostAndPort> split(std::string_view text) {
  HostAndPort parts{text, std::nullopt};
  const auto colon = text.rfind(':');
  if (colon != std::string_view::npos && text.back() != ']') {
    parts.host = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);
    if (!digits.empty() && !(parts.port = parse_port(digits))) return std::nullopt;
  }
  return is_host(parts.host) ? std::optional(parts) : std::nullopt;
}

std::string host_and_port(const PublicAddress& address) {
  return address.port_is_default ? address.host : fmt::format("{}:{}", address.host, address.port);
}

}  // namespace

bool is_host_and_port(std::string_view text) { return split(text).has_value(); }

std::optional<PublicAddress> parse_host(std::string_view host, bool secure) {
  const auto parts = split(host);
  if (!parts) return std::nullopt;
  const std::uint16_t default_port = secure ? 443 : 80;
  const auto port = parts->port.value_or(default_port);
  auto name = to_lower_ascii(parts->host);
  while (name.ends_with('.')) name.pop_back();
  return PublicAddress{std::move(name), port, port == default_port, secure};
}

std::optional<PublicAddress> parse_public_url(std::string_view url) {
  const bool secure = url.starts_with(kHttps);
  if (!secure && !url.starts_with(kHttp)) return std::nullopt;
  url.remove_prefix(secure ? kHttps.size() : kHttp.size());
  if (url.ends_with('/')) url.remove_suffix(1);
  return parse_host(url, secure);
}

std::string url_of(const PublicAddress& address) {
  return fmt::format("{}{}", address.secure ? kHttps : kHttp, host_and_port(address));
}

json::object settings_json(const core::App& app, const PublicAddress& address) {
  const auto host = host_and_port(address);
  return {{"CHAT_HOST", address.host},
          {"CHAT_WSS_PORT", address.port},
          {"CLIENT_API_HOST", host},
          {"ADMIN_API_HOST", host},
          {"CHAT_API_VERSION", kApiVersion},
          {"WS_API_VERSION", kApiVersion},
          {"ANALYTICS_PING_DISABLED", true},
          {"REGION", app.region},
          {"MODE", "DEFAULT"},
          {"APP_VERSION", kAppVersion},
          {"extensions", json::array()}};
}

}  // namespace parley::wire
