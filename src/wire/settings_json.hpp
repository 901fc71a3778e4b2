// What a client is told of where the services of its app are.
#pragma once

#include <cstdint>
#include <optional>
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
};

/// Reads `https://chat.example.com[:port]`; nullopt for anything else.
[[nodiscard]] std::optional<PublicAddress> parse_public_url(std::string_view url);

/// Reads a Host header; nullopt when it is not `host[:port]`.
[[nodiscard]] std::optional<PublicAddress> parse_host(std::string_view host, bool secure);

/// The `settings` of the client API.
[[nodiscard]] json::object settings_json(const core::App& app, const PublicAddress& address);

}  // namespace parley::wire
