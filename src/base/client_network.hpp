// How limits identify a client: by its IPv4 address or its IPv6 /64 network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/asio/ip/address.hpp>

namespace parley {

/// The IPv4 address if `address` is an IPv4-mapped one (`::ffff:192.0.2.1`); otherwise `address`.
[[nodiscard]] boost::asio::ip::address without_mapping(const boost::asio::ip::address& address);

/// The client as a number: its IPv4 address, or the /64 prefix of its IPv6 address, because one
/// client can use every address in its /64. An IPv4-mapped address counts as IPv4. Equal numbers
/// mean the same client: no /64 in use starts with 32 zero bits, so IPv4 and IPv6 numbers do not
/// collide.
[[nodiscard]] std::uint64_t client_number(const boost::asio::ip::address& address);

/// The same for an address in text form. Invalid text yields 0 (0.0.0.0), which no client has.
[[nodiscard]] std::uint64_t client_number(std::string_view address);

/// Whether `address`, in its usual spelling, is a loopback address: 127.0.0.0/8 or ::1.
[[nodiscard]] bool is_this_machine(std::string_view address);

/// Maps the client to a shard in [0, shards). Neighbouring numbers spread evenly.
[[nodiscard]] std::size_t shard_of(std::uint64_t client_number, std::size_t shards);

/// The client's address or network as text: `192.0.2.1`, or `2001:db8:0:1::/64`.
[[nodiscard]] std::string client_network(std::string_view address);

}  // namespace parley
