// The signals that make a server stop or reload its certificate.
#pragma once

#include <csignal>

namespace parley::daemon {

/// Blocks SIGTERM, SIGINT and SIGHUP, so that wait() receives them. Create it before any thread
/// starts: threads inherit the signal mask.
class Signals {
 public:
  enum class Request { stop, reload };

  Signals();

  /// Blocks until the next signal.
  [[nodiscard]] Request wait();

  /// From now on, the next SIGTERM, SIGINT or SIGHUP ends the process at once. Call it on the
  /// thread that created this object.
  void let_the_next_one_kill();

 private:
  sigset_t set_;
};

}  // namespace parley::daemon
