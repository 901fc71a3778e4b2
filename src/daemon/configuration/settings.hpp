// The settings of the server. One table defines all of them: flags, environment variables, the
// configuration file and the reference in the documentation are derived from it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/options.hpp"
#include "base/log.hpp"
#include "base/result.hpp"
#include "core/app/app.hpp"
#include "http/endpoint.hpp"

namespace parley::daemon {

/// `parleyd serve` or `parleyd dev`: some defaults differ.
enum class Mode { serve, dev };

struct Settings {
  std::filesystem::path data_dir;
  http::Endpoint listen;
  std::optional<http::Endpoint> tls_listen;
  std::optional<http::Endpoint> admin_listen;
  std::string public_url;
  std::filesystem::path tls_cert;  ///< With tls_key; both empty = a self-signed certificate.
  std::filesystem::path tls_key;
  std::vector<http::Network> trusted_proxies;
  unsigned failed_credentials_per_minute = 0;
  core::RateLimits rate_limits;
  api::CallerLimits caller_limits;
  std::uint32_t address_requests_per_minute = 0;
  bool access_log = false;
  log::Format log_format = log::Format::json;
  log::Level log_level = log::Level::info;
  std::size_t threads = 0;  ///< 0 = one per CPU core.
  std::size_t session_cache_size = 0;
  std::size_t max_connections = 0;
  std::size_t answer_memory = 0;  ///< Bytes.
  std::size_t body_memory = 0;    ///< Bytes.
  /// nullopt = a quarter of max_connections. See connections_per_address() and sockets_per_user().
  std::optional<std::size_t> most_connections_per_address = 0;
  std::size_t most_sockets_per_user = 0;
  std::chrono::seconds request_timeout{};
  std::chrono::seconds keep_alive{};
  std::chrono::seconds shutdown_patience{};
};

/// The most connections that one address may have open; 0 = unlimited.
[[nodiscard]] std::size_t connections_per_address(const Settings& settings);

/// The most WebSockets that one user may have open; 0 = unlimited. Limited to a tenth of
/// max_connections, but at least to 10.
[[nodiscard]] std::size_t sockets_per_user(const Settings& settings);

/// `list`: several values are allowed. `toggle`: the flag without a value means true.
enum class Shape { value, list, toggle };

/// A row of the table. `name` is the key in the file; see flag_of() and environment_name_of().
struct Setting {
  std::string_view name;
  std::string_view value;  ///< The kind of value, as shown by --help: HOST:PORT.
  std::string_view serve_default;
  std::string_view dev_default;
  std::string_view help;  ///< The first sentence is for --help. Markdown only for `code`.
  /// Parses the value into `settings`. The error's message says what is wrong with it.
  Status (*read)(std::string_view text, Settings& settings);
  Shape shape = Shape::value;

  [[nodiscard]] std::string_view default_in(Mode mode) const {
    return mode == Mode::dev ? dev_default : serve_default;
  }
};

/// All settings, in the order in which they are shown.
[[nodiscard]] std::span<const Setting> all_settings();

/// `--tls-listen` for the setting `tls_listen`.
[[nodiscard]] std::string flag_of(const Setting& setting);

/// `PARLEY_TLS_LISTEN` for the setting `tls_listen`.
[[nodiscard]] std::string environment_name_of(const Setting& setting);

}  // namespace parley::daemon
