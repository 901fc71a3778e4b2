// The settings that tell clients the address of their app's services.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "core/app/app.hpp"

namespace parley::wire {

namespace json = boost::json;

/// The address at which clients reach this server.
struct PublicAddress {
  /// A name or an address (IPv6 in brackets), in lower case and without a dot at the end.
  std::string host;
  std::uint16_t port = 0;
  bool port_is_default = true;  ///< 443 for https, 80 for http.
  bool secure = true;           ///< https.
};

/// Parses `http[s]://chat.example.com[:port]`; nullopt for anything else.
[[nodiscard]] std::optional<PublicAddress> parse_public_url(std::string_view url);

/// Whether the text is `host[:port]`, as in the header Host. The port may be empty (RFC 3986).
[[nodiscard]] bool is_host_and_port(std::string_view text);

/// Parses a Host header; nullopt if it is not `host[:port]`.
[[nodiscard]] std::optional<PublicAddress> parse_host(std::string_view host, bool secure);

/// `http[s]://chat.example.com[:port]`, without a default port. Used as the issuer of JSON Web
/// Tokens.
[[nodiscard]] std::string url_of(const PublicAddress& address);

/// The `settings` of the client API.
[[nodiscard]] json::object settings_json(const core::App& app, const PublicAddress& address);

}  // namespace parley::wire
