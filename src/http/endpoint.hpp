// Where a listener listens, and which networks an address belongs to.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "base/result.hpp"

namespace parley::http {

/// An IP address and a port.
struct Endpoint {
  boost::asio::ip::address address;
  std::uint16_t port = 0;  ///< 0 = the kernel chooses.

  bool operator==(const Endpoint&) const = default;
};

/// Reads `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080` or `:8080` (every IPv4 interface). The
/// error's `message` is one line that says what is wrong.
[[nodiscard]] Result<Endpoint> parse_endpoint(std::string_view text);

/// `127.0.0.1:8080` or `[::1]:8080`.
[[nodiscard]] std::string to_string(const Endpoint& endpoint);

/// A range of addresses in CIDR notation.
class Network {
 public:
  /// Reads `10.0.0.0/8`, `2001:db8::/32` or a single address. The error's `message` is one line.
  [[nodiscard]] static Result<Network> parse(std::string_view text);

  [[nodiscard]] bool contains(const boost::asio::ip::address& address) const;

  /// Whether it holds more than one organisation has: more than a /8 of IPv4 or a /7 of IPv6.
  [[nodiscard]] bool spans_the_internet() const;

  /// `10.0.0.0/8` or `2001:db8::/32`, without host bits; a single address is `10.0.0.1/32`.
  [[nodiscard]] std::string to_string() const;

 private:
  explicit Network(boost::asio::ip::network_v6 network) : network_(network) {}

  boost::asio::ip::network_v6 network_;  ///< IPv4 networks are kept in their mapped form.
};

/// Whether one of the networks contains the address.
[[nodiscard]] bool is_in(std::span<const Network> networks,
                         const boost::asio::ip::address& address);

/// The same for text; text that is not an address is in none.
[[nodiscard]] bool is_in(std::span<const Network> networks, std::string_view address);

}  // namespace parley::http
