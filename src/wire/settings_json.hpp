// Where clients find the services of their app.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "core/app/app.hpp"

namespace parley::wire {

namespace json = boost::json;

/// Where clients reach this server.
struct PublicAddress {
  std::string_view host;  ///< A name, or an address (IPv6 in brackets). Borrowed.
  std::uint16_t port = 0;
  bool port_is_default = true;  ///< 443 for https, 80 for http.
  bool secure = true;           ///< https.
};

/// Reads `https://chat.example.com[:port]`; nullopt for anything else.
[[nodiscard]] std::optional<PublicAddress> parse_public_url(std::string_view url);

/// Reads a Host header; nullopt when it is not `host[:port]`.
[[nodiscard]] std::optional<PublicAddress> parse_host(std::string_view host, bool secure);

/// `https://chat.example.com[:port]`, without a default port: the issuer of JSON Web Tokens.
[[nodiscard]] std::string url_of(const PublicAddress& address);

/// The `settings` of the client API.
[[nodiscard]] json::object settings_json(const core::App& app, const PublicAddress& address);

}  // namespace parley::wire
