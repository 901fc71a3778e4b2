// Clients as limits tell them apart: by address, as far as an address names one client.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/asio/ip/address.hpp>

namespace parley {

/// An IPv4 address, or the /64 of an IPv6 address: one client has as many addresses of its /64 as
/// it likes. Equal numbers mean the same client; no /64 in use starts with 32 zero bits, so the two
/// kinds do not meet.
[[nodiscard]] std::uint64_t client_number(const boost::asio::ip::address& address);

/// The same for text. Text that is no address counts as 0.0.0.0, which no client has.
[[nodiscard]] std::uint64_t client_number(std::string_view address);

/// Whether the address, in its usual spelling, is that of a program on this machine: 127.0.0.0/8 or
/// ::1.
[[nodiscard]] bool is_this_machine(std::string_view address);

/// One of `shards` for the client, whatever its number: near numbers spread evenly.
[[nodiscard]] std::size_t shard_of(std::uint64_t client_number, std::size_t shards);

/// The client as text: `192.0.2.1`, or `2001:db8:0:1::/64`.
[[nodiscard]] std::string client_network(std::string_view address);

}  // namespace parley
