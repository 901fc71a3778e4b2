// How long a realtime client may take, and how much it may send.
#pragma once

#include <chrono>

namespace parley::realtime {

struct Limits {
  std::chrono::milliseconds late_open{150};         ///< On kPublishedPath, before the 101.
  std::chrono::milliseconds authentication{5'000};  ///< For the auth frame; then close 4001.
  std::chrono::milliseconds ping{20'000};     ///< Of silence, until the server pings; then again.
  std::chrono::milliseconds silence{45'000};  ///< Between two frames; then close 4002.
  std::chrono::milliseconds stalled_write{10'000};  ///< For a reader that takes nothing; then cut.
  std::chrono::milliseconds closing{2'000};         ///< For the answer to a close frame.
  int send_buffer = 64 * 1024;    ///< Bytes that the kernel keeps of what a client does not take.
  double frames_per_second = 20;  ///< That may go on for ever.
  double frames_at_once = 100;    ///< More is a flood: close 1008.
};

}  // namespace parley::realtime
