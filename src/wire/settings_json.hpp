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
  std::string_view host;  ///< A name or an address (IPv6 in brackets). A view.
  std::uint16_t port = 0;
  bool port_is_default = true;  ///< 443 for https, 80 for http.
  bool secure = true;           ///< https.
};

/// Parses `http[s]://chat.example.com[:port]`; nullopt for anything else. The result refers to
/// `url`.
[[nodiscard]] std::optional<PublicAddress> parse_public_url(std::string_view url);

/// Parses a Host header; nullopt if it is not `host[:port]`. The result refers to `host`.
[[nodiscard]] std::optional<PublicAddress> parse_host(std::string_view host, bool secure);

/// `http[s]://chat.example.com[:port]`, without a default port. Used as the issuer of JSON Web
/// Tokens.
[[nodiscard]] std::string url_of(const PublicAddress& address);

/// The `settings` of the client API.
[[nodiscard]] json::object settings_json(const core::App& app, const PublicAddress& address);

}  // namespace parley::wire
