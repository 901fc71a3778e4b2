#include "http/forwarded.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace parley::http {
namespace {

namespace ip = boost::asio::ip;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// An address as proxies write it: bare, `[v6]`, `v4:port` or `[v6]:port`.
std::optional<ip::address> parse_hop(std::string_view hop) {
  if (hop.starts_with('[')) {
    hop = hop.substr(1, hop.find(']') - 1);
  } else if (std::ranges::count(hop, ':') == 1) {
    hop = hop.substr(0, hop.find(':'));
  }
  boost::system::error_code code;
  const auto address = ip::make_address(std::string(hop), code);
  return code ? std::nullopt : std::optional(address);
}

}  // namespace

Client find_client(const api::Request& request, std::span<const Network> trusted) {
  Client client{std::string(request.remote_address), request.secure};
  const auto peer = parse_hop(request.remote_address);
  if (!peer || !is_in(trusted, *peer)) return client;

  const auto protocol = request.header(api::Header::x_forwarded_proto);
  if (!protocol.empty()) client.secure = to_lower_ascii(trim(protocol)) == "https";

  auto hops = request.header(api::Header::x_forwarded_for);
  while (!hops.empty()) {
    const auto comma = hops.rfind(',');
    const bool first = comma == std::string_view::npos;
    const auto hop = parse_hop(trim(first ? hops : hops.substr(comma + 1)));
    if (!hop) break;
    client.address = hop->to_string();
    if (!is_in(trusted, *hop)) break;
    hops = first ? std::string_view() : hops.substr(0, comma);
  }
  return client;
}

}  // namespace parley::http
