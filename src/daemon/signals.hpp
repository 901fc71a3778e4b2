// The signals that tell a server to stop or to read its certificate again.
#pragma once

#include <csignal>

namespace parley::daemon {

/// From its construction on, SIGTERM, SIGINT and SIGHUP wait until somebody asks for them. To be
/// made before the first thread, which inherits that.
class Signals {
 public:
  enum class Request { stop, reload };

  Signals();

  /// Blocks until the next signal.
  [[nodiscard]] Request wait();

  /// From now on a further SIGTERM or SIGINT ends the process at once. On the thread that made
  /// this.
  void let_the_next_one_kill();

 private:
  sigset_t set_;
};

}  // namespace parley::daemon
