// How much a client may send, how long it may take, and how many may be connected.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "http/endpoint.hpp"

namespace parley::http {

struct Limits {
  std::size_t head_bytes = 16 * 1024;    ///< Request line and headers; more is a 431.
  std::size_t max_connections = 65'536;  ///< Of all listeners; one more is refused.

  /// Connections of one address at all listeners; one more is refused. 0 = unlimited. An IPv6
  /// address counts as its /64.
  std::size_t max_connections_per_address = 0;
  std::vector<Network> unlimited_networks = {};  ///< To which that limit does not apply.

  std::chrono::milliseconds handshake{10'000};    ///< TLS; then the connection is closed.
  std::chrono::milliseconds head{10'000};         ///< From the first byte of a request; then a 408.
  std::chrono::milliseconds body{10'000};         ///< Plus the time its bytes buy; then a 408.
  std::chrono::milliseconds write{10'000};        ///< Without the client taking a byte; then cut.
  std::size_t slowest_bytes_per_second = 10'000;  ///< A body or answer that is slower is cut.
  std::chrono::milliseconds idle{75'000};         ///< Between requests; then closed.
  std::chrono::milliseconds linger{2'000};        ///< For the client to read a last answer.

  /// How often deadlines are looked at: they may come that much late, never early.
  std::chrono::milliseconds sweep_interval{500};
};

}  // namespace parley::http
