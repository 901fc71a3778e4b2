#include "wire/settings_json.hpp"

#include <charconv>
#include <string>

#include <fmt/format.h>
#include <boost/json/array.hpp>

namespace parley::wire {
namespace {

constexpr std::string_view kApiVersion = "v3.0";
constexpr int kAppVersion = 4;  ///< The newest major version of published SDKs.
constexpr std::string_view kHttp = "http://";
constexpr std::string_view kHttps = "https://";

bool is_host(std::string_view host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    return host.find_first_not_of("0123456789abcdefABCDEF:.", 1) == host.size() - 1;
  return !host.empty() &&
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

std::string host_and_port(const PublicAddress& address) {
  return address.port_is_default ? std::string(address.host)
                                 : fmt::format("{}:{}", address.host, address.port);
}

}  // namespace

std::optional<PublicAddress> parse_host(std::string_view host, bool secure) {
  const std::uint16_t default_port = secure ? 443 : 80;
  PublicAddress address{host, default_port, true, secure};
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.back() != ']') {
    const auto port = parse_port(host.substr(colon + 1));
    if (!port) return std::nullopt;
    address = {host.substr(0, colon), *port, *port == default_port, secure};
  }
  if (!is_host(address.host)) return std::nullopt;
  return address;
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
