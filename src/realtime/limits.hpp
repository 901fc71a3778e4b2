// Time and rate limits of realtime clients.
#pragma once

#include <chrono>

namespace parley::realtime {

struct Limits {
  std::chrono::milliseconds late_open{150};         ///< Delay of the 101 on kPublishedPath.
  std::chrono::milliseconds authentication{5'000};  ///< From the 101 to the login; then close 4001.
  std::chrono::milliseconds ping{20'000};           ///< Of silence before each ping.
  std::chrono::milliseconds silence{45'000};        ///< Without any frame; then close 4002.
  std::chrono::milliseconds stalled_write{10'000};  ///< For a blocked write; then cut.
  std::chrono::milliseconds closing{2'000};         ///< For the client's close frame; then cut.
  int send_buffer = 64 * 1024;                      ///< Of the kernel, for each socket, in bytes.
  double frames_per_second = 20;                    ///< Sustained rate.
  double frames_at_once = 100;                      ///< Burst; beyond it close 1008.
};

}  // namespace parley::realtime
