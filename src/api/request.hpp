// A request as the API receives it: parsed, limited in size and numbered, but not yet
// authenticated.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace parley::api {

enum class Method : std::uint8_t { get, post, put, del, options, head, other };

/// Whether the method is GET or HEAD.
[[nodiscard]] constexpr bool is_read(Method method) {
  return method == Method::get || method == Method::head;
}

/// The request headers that the server reads. The parser drops all others.
enum class Header : std::uint8_t {
  accept,
  accept_encoding,
  access_control_request_headers,
  api_key,     // apikey
  app_id,      // appId
  auth_token,  // authToken
  authorization,
  content_type,
  cookie,
  forwarded,
  host,
  if_none_match,
  on_behalf_of,  // onBehalfOf
  origin,
  sdk,
  sec_fetch_site,
  sec_websocket_key,
  sec_websocket_version,
  upgrade,
  user_agent,
  x_api_key,     // Or api-key; only advice is given about it.
  x_auth_token,  // Or auth-token; likewise.
  x_csrf_token,
  x_forwarded_for,
  x_forwarded_proto,
  count_,
};

/// Owned by the connection's coroutine, which awaits the handler: every view in it stays valid
/// until the handler has returned the response.
struct Request {
  Method method = Method::get;
  std::string_view method_name;  ///< As received, for messages.
  /// The part before '?', not yet percent-decoded. Starts with '/', except for the `*` of OPTIONS.
  std::string_view path;
  std::string_view query;  ///< After '?', not yet decoded; empty if there is none.
  std::string_view body;
  /// The client's IP address, without a port; never an IPv4-mapped IPv6 address.
  std::string_view remote_address;
  std::string_view id;            ///< The x-request-id of the response.
  bool secure = false;            ///< The client uses TLS, to this server or to a trusted proxy.
  bool asks_for_upgrade = false;  ///< The header `connection` lists `upgrade`.
  /// Service::admit() accepted the request before its body arrived, and counted it for its address
  /// and its caller.
  bool admitted = false;
  /// The request seems to have come through a proxy: it carries a header that proxies add (Via,
  /// Forwarded, X-Forwarded-*, X-Real-IP), its target is a whole URL, or it is HTTP/1.0, nginx's
  /// default. A proxy that adds no header and uses HTTP/1.1 is not detected.
  bool came_through_proxy = false;

  /// Empty if the header is absent. Several lines of a list header, such as X-Forwarded-For, are
  /// joined with commas.
  [[nodiscard]] std::string_view header(Header name) const {
    return headers[static_cast<std::size_t>(name)];
  }

  /// Whether the header came twice with different values.
  [[nodiscard]] bool is_repeated(Header name) const {
    return ((repeated_headers >> static_cast<unsigned>(name)) & 1U) != 0;
  }

  std::array<std::string_view, static_cast<std::size_t>(Header::count_)> headers{};
  std::uint32_t repeated_headers = 0;  ///< Bit `1 << Header`.
};

}  // namespace parley::api
