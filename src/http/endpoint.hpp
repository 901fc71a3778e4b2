// Endpoints to listen on, and networks in CIDR notation.
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
  std::uint16_t port = 0;  ///< 0 = chosen by the kernel.

  bool operator==(const Endpoint&) const = default;
};

/// Parses `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080` or `:8080` (every IPv4 interface). The
/// error's `message` is one line.
[[nodiscard]] Result<Endpoint> parse_endpoint(std::string_view text);

/// `127.0.0.1:8080` or `[::1]:8080`.
[[nodiscard]] std::string to_string(const Endpoint& endpoint);

/// A network in CIDR notation. An IPv4-mapped IPv6 address is the same as its IPv4 address.
class Network {
 public:
  /// Parses `10.0.0.0/8`, `2001:db8::/32` or a single address. The error's `message` is one line.
  [[nodiscard]] static Result<Network> parse(std::string_view text);

  [[nodiscard]] bool contains(const boost::asio::ip::address& address) const;

  /// Whether it is too large for one organisation: larger than an IPv4 /8 or an IPv6 /7.
  [[nodiscard]] bool spans_the_internet() const;

  /// `10.0.0.0/8` or `2001:db8::/32`, without host bits; a single address is `10.0.0.1/32`.
  [[nodiscard]] std::string to_string() const;

 private:
  explicit Network(boost::asio::ip::network_v6 network) : network_(network) {}

  boost::asio::ip::network_v6 network_;  ///< IPv4 networks are stored as IPv4-mapped.
};

/// Whether one of the networks contains the address.
[[nodiscard]] bool is_in(std::span<const Network> networks,
                         const boost::asio::ip::address& address);

/// Likewise. Text that is not an IP address is in no network.
[[nodiscard]] bool is_in(std::span<const Network> networks, std::string_view address);

}  // namespace parley::http
