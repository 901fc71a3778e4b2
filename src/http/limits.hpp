// Limits on the size of requests, the time clients may take and the number of connections.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "http/endpoint.hpp"

namespace parley::http {

struct Limits {
  std::size_t head_bytes = 16 * 1024;    ///< Request line and headers; beyond it, 431.
  std::size_t max_connections = 65'536;  ///< Of all listeners; others are refused.

  /// Connections of one address at all listeners; others are refused. 0 = unlimited. IPv6 addresses
  /// are grouped by /64.
  std::size_t max_connections_per_address = 0;
  std::vector<Network> unlimited_networks = {};  ///< Exempt from that limit.

  // How long a phase of a connection may take; see Connection for what happens then.
  std::chrono::milliseconds handshake{10'000};    ///< The TLS handshake.
  std::chrono::milliseconds head{10'000};         ///< From the first to the last byte of a head.
  std::chrono::milliseconds body{10'000};         ///< Plus bytes / slowest_bytes_per_second.
  std::chrono::milliseconds write{10'000};        ///< In which the client takes no byte.
  std::size_t slowest_bytes_per_second = 10'000;  ///< For bodies and responses.
  std::chrono::milliseconds idle{75'000};         ///< Between requests.
  std::chrono::milliseconds linger{2'000};        ///< For the client to read the last response.

  /// How often deadlines are checked. They come up to two intervals late, never early.
  std::chrono::milliseconds sweep_interval{500};
};

}  // namespace parley::http
