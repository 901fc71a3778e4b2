#include "daemon/settings.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "daemon/operator_error.hpp"
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
  if (text.empty()) return operator_error("must name a directory");
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
  if (!text.empty() && !wire::parse_public_url(text)) {
    return operator_error(fmt::format(
        "\"{}\" is not a URL without a path, for example https://chat.example.com", text));
  }
  settings.public_url = text;
  while (settings.public_url.ends_with('/')) settings.public_url.pop_back();
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

/// Calls per minute, a member of a group of limits.
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
  return operator_error(fmt::format("\"{}\" is none of debug, info, warn, error", text));
}

constexpr Setting kSettings[] = {
    {"data_dir", "DIR", "parley-data", "parley-data",
     "Where the server keeps its data: the database, its signing key, the control socket. It is "
     "created, readable by its owner only, when it does not exist.",
     read_data_dir},
    {"listen", "HOST:PORT", "127.0.0.1:8080", "127.0.0.1:8080",
     "Where HTTP is served. `:8080` means every IPv4 interface, `[::]:8080` every interface; port "
     "0 lets the system choose.",
     read_listen},
    {"tls_listen", "HOST:PORT", "off", "127.0.0.1:8443",
     "Where HTTPS is served, or `off`. With `tls_cert` it is `127.0.0.1:8443` unless set; without, "
     "the server makes a self-signed certificate for localhost.",
     read_optional_endpoint<&Settings::tls_listen>},
    {"admin_listen", "HOST:PORT", "127.0.0.1:9080", "127.0.0.1:9080",
     "Where `/healthz`, `/readyz` and `/metrics` are served, or `off`. Not for the public.",
     read_optional_endpoint<&Settings::admin_listen>},
    {"public_url", "URL", "", "",
     "How clients reach the server from outside. Empty: they are told the host name that they "
     "asked for.",
     read_public_url},
    {"tls_cert", "FILE", "", "",
     "The certificate with its chain, PEM. Read again on SIGHUP. Goes with `tls_key`.",
     read_text<&Settings::tls_cert>},
    {"tls_key", "FILE", "", "", "The private key of the certificate, PEM.",
     read_text<&Settings::tls_key>},
    {"trusted_proxy", "NETWORK", "", "",
     "Reverse proxies whose `X-Forwarded-For`, `X-Forwarded-Proto` and `Forwarded` are believed: "
     "addresses or networks such as `10.0.0.0/8`. Several: an array in the file, commas in the "
     "environment, the "
     "flag repeated.",
     read_trusted_proxies, Shape::list},
    {"failed_credentials_per_minute", "NUMBER", "20", "0",
     "How many wrong API keys or sign-in links an address may show in a minute before it has to "
     "wait. Wrong and ended auth tokens are always answered 401. 0: no limit.",
     read_number<&Settings::failed_credentials_per_minute, 0, 1'000'000>},
    {"core_calls_per_minute", "NUMBER", "0", "0",
     "Logins, creations and deletions that an app may make per minute, unless it has a limit of "
     "its own. 0: no limit.",
     read_calls_per_minute<&Settings::rate_limits, &core::RateLimits::core_per_minute>},
    {"other_calls_per_minute", "NUMBER", "0", "0", "The same for all other calls.",
     read_calls_per_minute<&Settings::rate_limits, &core::RateLimits::other_per_minute>},
    {"user_calls_per_minute", "NUMBER", "6000", "0",
     "Calls that one user may make per minute with all of its auth tokens. Where the app has a "
     "limit, a user gets a tenth of it, but at least 30 calls. 0: no limit.",
     read_calls_per_minute<&Settings::caller_limits, &api::CallerLimits::user_per_minute>},
    {"key_calls_per_minute", "NUMBER", "600000", "0",
     "Calls that may be made per minute with one API key. 0: no limit.",
     read_calls_per_minute<&Settings::caller_limits, &api::CallerLimits::key_per_minute>},
    {"address_requests_per_minute", "NUMBER", "600000", "0",
     "Requests that one address (of IPv6: one /64) may make per minute, whatever they ask for. "
     "Loopback addresses and trusted proxies are exempt. 0: no limit.",
     read_number<&Settings::address_requests_per_minute, 0, 1'000'000'000>},
    {"access_log", "true|false", "false", "true",
     "Whether each request is logged. Credentials never are.", read_access_log, Shape::toggle},
    {"log_format", "json|text", "json", "text", "How log lines look, on standard error.",
     read_log_format},
    {"log_level", "LEVEL", "info", "info",
     "The least important lines that are logged: `debug`, `info`, `warn` or `error`.",
     read_log_level},
    {"threads", "NUMBER", "0", "0",
     "Threads that serve connections. 0: as many as the machine has cores.",
     read_number<&Settings::threads, 0, 1024>},
    {"session_cache_size", "NUMBER", "150000", "150000",
     "About how many sessions are kept in memory, at some 2 KB each. Others are looked up in the "
     "database.",
     read_number<&Settings::session_cache_size, 100, 100'000'000>},
    {"max_connections", "NUMBER", "65536", "65536",
     "How many connections may be open. One more is answered 503, or over TLS closed.",
     read_number<&Settings::max_connections, 1, 10'000'000>},
    {"answer_memory_mb", "NUMBER", "256", "256",
     "Megabytes that large answers may take until clients have received them. One user, key or "
     "administrator may have a quarter of it, and is answered 429 beyond that; when all of it is "
     "in use, large lists are answered 503.",
     read_megabytes<&Settings::answer_memory, 32, 1'000'000>},
    {"body_memory_mb", "NUMBER", "64", "64",
     "Megabytes that bodies of imports may take while they arrive and are stored. One key or "
     "administrator may have a quarter of it, and is answered 429 beyond that; when all of it is "
     "in use, imports are answered 503.",
     read_megabytes<&Settings::body_memory, 8, 1'000'000>},
    {"connections_per_address", "NUMBER|auto", "auto", "0",
     "How many connections one address (of IPv6: one /64) may have open. One more is answered 429, "
     "or over TLS closed. "
     "`auto`: a quarter of `max_connections`. Loopback addresses and trusted proxies are exempt. "
     "0: no limit.",
     read_connections_per_address},
    {"sockets_per_user", "NUMBER", "100", "0",
     "How many WebSockets one user may have open, on all devices. Never more than a "
     "tenth of `max_connections`. 0: no limit.",
     read_number<&Settings::most_sockets_per_user, 0, 1'000'000>},
    {"request_timeout_seconds", "NUMBER", "10", "10",
     "How long a client may take to send the head of a request, and then its body.",
     read_number<&Settings::request_timeout, 1, 3600>},
    {"keep_alive_seconds", "NUMBER", "75", "75",
     "How long a connection may be open without a request.",
     read_number<&Settings::keep_alive, 1, 86'400>},
    {"shutdown_patience_seconds", "NUMBER", "10", "10",
     "How long the server waits, when it is told to stop, for requests that are being answered.",
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
