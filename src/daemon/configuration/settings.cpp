#include "daemon/configuration/settings.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "wire/settings_json.hpp"

namespace parley::daemon {
namespace {

using Text = std::string_view;

bool is_off(Text text) { return text.empty() || text == "off"; }

template <auto kMember>
Status read_text(Text text, Settings& settings) {
  settings.*kMember = text;
  return {};
}

Status read_data_dir(Text text, Settings& settings) {
  if (text.empty()) return operator_error("must be a directory");
  settings.data_dir = text;
  return {};
}

Status read_listen(Text text, Settings& settings) {
  auto endpoint = http::parse_endpoint(text);
  if (!endpoint) return endpoint.error();
  settings.listen = *endpoint;
  return {};
}

template <auto kMember>
Status read_optional_endpoint(Text text, Settings& settings) {
  if (is_off(text)) {
    settings.*kMember = std::nullopt;
    return {};
  }
  auto endpoint = http::parse_endpoint(text);
  if (!endpoint) return endpoint.error();
  settings.*kMember = *endpoint;
  return {};
}

Status read_public_url(Text text, Settings& settings) {
  settings.public_url.clear();
  if (text.empty()) return {};
  const auto address = wire::parse_public_url(text);
  if (!address) {
    return operator_error(fmt::format(
        "\"{}\" is not a URL without a path, for example https://chat.example.com", text));
  }
  settings.public_url = wire::url_of(*address);
  return {};
}

Status read_trusted_proxies(Text text, Settings& settings) {
  settings.trusted_proxies.clear();
  while (!text.empty()) {
    auto network = http::Network::parse(take_item(text));
    if (!network) return network.error();
    settings.trusted_proxies.push_back(*network);
  }
  return {};
}

template <std::uint64_t kLeast, std::uint64_t kMost>
Result<std::uint64_t> parse_number(Text text) {
  std::uint64_t number = 0;
  const auto* const end = text.data() + text.size();
  const auto [parsed_to, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc{} || parsed_to != end || number < kLeast || number > kMost) {
    return operator_error(
        fmt::format("\"{}\" is not a whole number from {} to {}", text, kLeast, kMost));
  }
  return number;
}

template <auto kMember, std::uint64_t kLeast, std::uint64_t kMost>
Status read_number(Text text, Settings& settings) {
  using Member = std::remove_reference_t<decltype(settings.*kMember)>;
  const auto number = parse_number<kLeast, kMost>(text);
  if (!number) return number.error();
  settings.*kMember = Member(*number);
  return {};
}

/// Reads calls per minute into a member of a group of limits.
template <auto kGroup, auto kMember>
Status read_calls_per_minute(Text text, Settings& settings) {
  const auto number = parse_number<0, 1'000'000'000>(text);
  if (!number) return number.error();
  settings.*kGroup.*kMember = static_cast<std::uint32_t>(*number);
  return {};
}

Status read_connections_per_address(Text text, Settings& settings) {
  settings.most_connections_per_address = std::nullopt;
  if (text == "auto") return {};
  constexpr std::uint64_t kMost = 10'000'000;
  const auto number = parse_number<0, kMost>(text);
  if (!number) {
    return operator_error(
        fmt::format("\"{}\" is neither auto nor a whole number from 0 to {}", text, kMost));
  }
  settings.most_connections_per_address = *number;
  return {};
}

template <auto kMember, std::uint64_t kLeast, std::uint64_t kMost>
Status read_megabytes(Text text, Settings& settings) {
  const auto number = parse_number<kLeast, kMost>(text);
  if (!number) return number.error();
  settings.*kMember = static_cast<std::size_t>(*number) * 1024 * 1024;
  return {};
}

Status read_access_log(Text text, Settings& settings) {
  if (text != "true" && text != "false") {
    return operator_error(fmt::format("\"{}\" is neither true nor false", text));
  }
  settings.access_log = text == "true";
  return {};
}

Status read_log_format(Text text, Settings& settings) {
  if (text != "json" && text != "text") {
    return operator_error(fmt::format("\"{}\" is neither json nor text", text));
  }
  settings.log_format = text == "json" ? log::Format::json : log::Format::text;
  return {};
}

Status read_log_level(Text text, Settings& settings) {
  static constexpr std::pair<Text, log::Level> kLevels[] = {{"debug", log::Level::debug},
                                                            {"info", log::Level::info},
                                                            {"warn", log::Level::warn},
                                                            {"error", log::Level::error}};
  for (const auto& [name, level] : kLevels) {
    if (name != text) continue;
    settings.log_level = level;
    return {};
  }
  return operator_error(fmt::format("\"{}\" is not one of debug, info, warn, error", text));
}

constexpr Setting kSettings[] = {
    {"data_dir", "DIR", "parley-data", "parley-data",
     "The directory for the server's data: the database, the signing key and the control socket. "
     "If it does not exist, it is created, readable by its owner only.",
     read_data_dir},
    {"listen", "HOST:PORT", "127.0.0.1:8080", "127.0.0.1:8080",
     "The address for HTTP. `:8080` means every IPv4 interface, `[::]:8080` every interface; port "
     "0 lets the system choose.",
     read_listen},
    {"tls_listen", "HOST:PORT", "off", "127.0.0.1:8443",
     "The address for HTTPS, or `off`. With `tls_cert`, the default is `127.0.0.1:8443`. Without "
     "it, the server creates a self-signed certificate for localhost.",
     read_optional_endpoint<&Settings::tls_listen>},
    {"admin_listen", "HOST:PORT", "127.0.0.1:9080", "127.0.0.1:9080",
     "The address for `/healthz`, `/readyz` and `/metrics`, or `off`. Do not make it public.",
     read_optional_endpoint<&Settings::admin_listen>},
    {"public_url", "URL", "", "",
     "The URL at which clients reach the server. If it is empty, clients are sent to the host that "
     "they used.",
     read_public_url},
    {"tls_cert", "FILE", "", "",
     "The certificate with its chain, in PEM format. Read again on SIGHUP. Requires `tls_key`.",
     read_text<&Settings::tls_cert>},
    {"tls_key", "FILE", "", "", "The private key of the certificate, in PEM format.",
     read_text<&Settings::tls_key>},
    {"trusted_proxy", "NETWORK", "", "",
     "Reverse proxies whose `X-Forwarded-For`, `X-Forwarded-Proto` and `Forwarded` headers are "
     "trusted: addresses or networks such as `10.0.0.0/8`. For several, use an array in the file, "
     "commas in the environment, or repeat the flag.",
     read_trusted_proxies, Shape::list},
    {"failed_credentials_per_minute", "NUMBER", "20", "0",
     "How many invalid API keys or sign-in links an address may send per minute before it has to "
     "wait. Invalid and ended auth tokens always get 401. 0: no limit.",
     read_number<&Settings::failed_credentials_per_minute, 0, 1'000'000>},
    {"core_calls_per_minute", "NUMBER", "0", "0",
     "Logins, creations and deletions per minute for each app without its own limit. 0: no limit.",
     read_calls_per_minute<&Settings::rate_limits, &core::RateLimits::core_per_minute>},
    {"other_calls_per_minute", "NUMBER", "0", "0",
     "Other calls per minute for each app without its own limit. 0: no limit.",
     read_calls_per_minute<&Settings::rate_limits, &core::RateLimits::other_per_minute>},
    {"user_calls_per_minute", "NUMBER", "6000", "0",
     "Calls per minute for each user, over all of the user's auth tokens. If the app has a limit, "
     "each user may also use only a tenth of it, but at least 30 calls. 0: no limit.",
     read_calls_per_minute<&Settings::caller_limits, &api::CallerLimits::user_per_minute>},
    {"key_calls_per_minute", "NUMBER", "600000", "0",
     "Calls per minute for each API key. 0: no limit.",
     read_calls_per_minute<&Settings::caller_limits, &api::CallerLimits::key_per_minute>},
    {"address_requests_per_minute", "NUMBER", "600000", "0",
     "Requests per minute for each address (for IPv6, each /64), whatever they request. Loopback "
     "addresses and trusted proxies are exempt. 0: no limit.",
     read_number<&Settings::address_requests_per_minute, 0, 1'000'000'000>},
    {"access_log", "true|false", "false", "true",
     "Whether to log each request. Credentials are never logged.", read_access_log, Shape::toggle},
    {"log_format", "json|text", "json", "text", "The format of the log lines on standard error.",
     read_log_format},
    {"log_level", "LEVEL", "info", "info",
     "The lowest level that is logged: `debug`, `info`, `warn` or `error`.", read_log_level},
    {"threads", "NUMBER", "0", "0",
     "The number of I/O threads, which serve connections. 0: one per CPU core.",
     read_number<&Settings::threads, 0, 1024>},
    {"session_cache_size", "NUMBER", "150000", "150000",
     "About how many sessions are kept in memory, at about 2 KB each. Others are read from the "
     "database.",
     read_number<&Settings::session_cache_size, 100, 100'000'000>},
    {"max_connections", "NUMBER", "65536", "65536",
     "The maximum number of open connections. Further ones get 503; over TLS they are closed.",
     read_number<&Settings::max_connections, 1, 10'000'000>},
    {"answer_memory_mb", "NUMBER", "256", "256",
     "Megabytes of memory for large responses that clients have not received yet. One user, key or "
     "administrator may use a quarter of it and gets 429 beyond that; when all of it is in use, "
     "large lists get 503.",
     read_megabytes<&Settings::answer_memory, 32, 1'000'000>},
    {"body_memory_mb", "NUMBER", "64", "64",
     "Megabytes of memory for the bodies of imports while they are received and stored. One key or "
     "administrator may use a quarter of it and gets 429 beyond that; when all of it is in use, "
     "imports get 503.",
     read_megabytes<&Settings::body_memory, 8, 1'000'000>},
    {"connections_per_address", "NUMBER|auto", "auto", "0",
     "The maximum number of open connections per address (for IPv6, per /64). Further ones get "
     "429; over TLS they are closed. "
     "`auto`: a quarter of `max_connections`. Loopback addresses and trusted proxies are exempt; "
     "WebSockets count for the address of the client behind the proxy. 0: no limit.",
     read_connections_per_address},
    {"sockets_per_user", "NUMBER", "100", "0",
     "The maximum number of open WebSockets per user, on all devices. Limited to a tenth of "
     "`max_connections`, but at least to 10. 0: no limit.",
     read_number<&Settings::most_sockets_per_user, 0, 1'000'000>},
    {"request_timeout_seconds", "NUMBER", "10", "10",
     "How many seconds a client may take to send the head of a request, and then its body.",
     read_number<&Settings::request_timeout, 1, 3600>},
    {"keep_alive_seconds", "NUMBER", "75", "75",
     "How many seconds a connection may stay open without a request.",
     read_number<&Settings::keep_alive, 1, 86'400>},
    {"shutdown_patience_seconds", "NUMBER", "10", "10",
     "How many seconds a stopping server waits for requests in progress.",
     read_number<&Settings::shutdown_patience, 0, 3600>},
};

}  // namespace

std::size_t connections_per_address(const Settings& settings) {
  constexpr std::size_t kAddressesAtLeast = 4;
  return settings.most_connections_per_address.value_or(
      std::max<std::size_t>(settings.max_connections / kAddressesAtLeast, 1));
}

std::size_t sockets_per_user(const Settings& settings) {
  constexpr std::size_t kUsersAtLeast = 10;
  constexpr std::size_t kDevicesAtLeast = 10;
  return std::min(settings.most_sockets_per_user,
                  std::max(settings.max_connections / kUsersAtLeast, kDevicesAtLeast));
}

std::span<const Setting> all_settings() { return kSettings; }

std::string flag_of(const Setting& setting) {
  auto flag = "--" + std::string(setting.name);
  std::ranges::replace(flag, '_', '-');
  return flag;
}

std::string environment_name_of(const Setting& setting) {
  auto name = "PARLEY_" + std::string(setting.name);
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return name;
}

}  // namespace parley::daemon
