#include "http/forwarded.hpp"

#include <algorithm>
#include <optional>

#include "base/client_network.hpp"
#include "base/text.hpp"

namespace parley::http {
namespace {

namespace ip = boost::asio::ip;

/// An address as proxies write it: bare, `[v6]`, `v4:port` or `[v6]:port`. IPv4-mapped addresses
/// become IPv4.
std::optional<ip::address> parse_hop(std::string_view hop) {
  if (hop.starts_with('[')) {
    hop = hop.substr(1, hop.find(']') - 1);
  } else if (std::ranges::count(hop, ':') == 1) {
    hop = hop.substr(0, hop.find(':'));
  }
  boost::system::error_code code;
  const auto address = ip::make_address(std::string(hop), code);
  return code ? std::nullopt : std::optional(without_mapping(address));
}

/// Whether the byte at `place` begins or ends a quoted text. An escaped quote does not.
bool is_quote(std::string_view list, std::size_t place) {
  if (list[place] != '"') return false;
  const auto before = list.substr(0, place);
  const auto escapes = before.size() - 1 - before.find_last_not_of('\\');  // npos + 1 is 0.
  return escapes % 2 == 0;
}

/// Removes the last item of a list such as `a, "b, c"`, which must not be empty, and returns it
/// without the spaces around it. Reads from the end, which the nearest proxy wrote: anything before
/// it, such as a quote that a client left open, must not change how it is read.
std::string_view take_last_item(std::string_view& list) {
  auto comma = list.size();
  bool is_quoted = false;
  while (comma-- > 0) {
    if (is_quote(list, comma)) is_quoted = !is_quoted;
    if (list[comma] == ',' && !is_quoted) break;
  }
  const bool is_only = comma == std::string_view::npos;
  const auto item = is_only ? list : list.substr(comma + 1);
  list = is_only ? std::string_view() : list.substr(0, comma);
  return trim_spaces(item);
}

/// Likewise, but skips empty items (RFC 9110, section 5.6.1). Empty if the list has no other items.
std::string_view take_last(std::string_view& list) {
  std::string_view item;
  while (item.empty() && !list.empty()) item = take_last_item(list);
  return item;
}

/// What a proxy reports about one hop: the address and the protocol of its peer; empty if unknown.
struct Hop {
  std::string_view address;
  std::string_view protocol;
};

/// The hops of X-Forwarded-For and X-Forwarded-Proto, nearest first.
class SeparateLists {
 public:
  explicit SeparateLists(const api::Request& request)
      : addresses_(request.header(api::Header::x_forwarded_for)),
        protocols_(request.header(api::Header::x_forwarded_proto)) {}

  [[nodiscard]] bool is_empty() const { return addresses_.empty() && protocols_.empty(); }

  Hop next() { return {.address = take_last(addresses_), .protocol = take_last(protocols_)}; }

 private:
  std::string_view addresses_;
  std::string_view protocols_;
};

std::string_view without_quotes(std::string_view value) {
  const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

/// Removes the first item of a list such as `a; "b; c"` and returns it.
std::string_view take_first_pair(std::string_view& list) {
  bool is_quoted = false;
  std::size_t end = 0;
  for (; end < list.size() && (is_quoted || list[end] != ';'); ++end) {
    if (list[end] == '"') is_quoted = !is_quoted;
    if (list[end] == '\\' && is_quoted) ++end;
  }
  const auto pair = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return pair;
}

/// The hops of Forwarded (RFC 7239), nearest first.
class ForwardedList {
 public:
  explicit ForwardedList(const api::Request& request)
      : elements_(request.header(api::Header::forwarded)) {}

  [[nodiscard]] bool is_empty() const { return elements_.empty(); }

  Hop next() {
    std::optional<std::string_view> address;
    std::optional<std::string_view> protocol;
    auto element = take_last(elements_);
    while (!element.empty()) {
      const auto pair = take_first_pair(element);
      const auto equals = std::min(pair.find('='), pair.size());
      const auto name = to_lower_ascii(trim_spaces(pair.substr(0, equals)));
      const auto value =
          without_quotes(trim_spaces(pair.substr(std::min(equals + 1, pair.size()))));
      auto* const part = name == "for" ? &address : name == "proto" ? &protocol : nullptr;
      if (part == nullptr) continue;
      // RFC 7239 allows each once, and which of them the proxy wrote is unknown.
      if (*part) return {};
      *part = value;
    }
    return {.address = address.value_or(""), .protocol = protocol.value_or("")};
  }

 private:
  std::string_view elements_;
};

/// Some proxies, such as Traefik, name the protocol of a WebSocket.
bool is_secure(std::string_view protocol) {
  const auto lower = to_lower_ascii(protocol);
  return lower == "https" || lower == "wss";
}

/// Follows the hops from the peer towards the client while each is a trusted proxy.
template <class Hops>
void follow(Hops hops, std::span<const Network> trusted, Client& client) {
  bool is_trusted = true;
  while (is_trusted && !hops.is_empty()) {
    const auto [address, protocol] = hops.next();
    // The lists may differ in length: often only the proxy at the edge reports a protocol.
    if (!protocol.empty()) client.secure = is_secure(protocol);
    const auto hop = parse_hop(address);
    if (!hop) return;
    client.address = hop->to_string();
    is_trusted = is_in(trusted, *hop);
  }
}

}  // namespace

Client find_client(const api::Request& request, std::span<const Network> trusted) {
  Client client{std::string(request.remote_address), request.secure};
  const auto peer = parse_hop(request.remote_address);
  if (!peer || !is_in(trusted, *peer)) return client;
  const SeparateLists lists(request);
  if (!lists.is_empty()) {
    follow(lists, trusted, client);
  } else {
    follow(ForwardedList(request), trusted, client);
  }
  return client;
}

}  // namespace parley::http
