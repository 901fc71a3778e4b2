#include "daemon/server/signals.hpp"

#include <initializer_list>

namespace parley::daemon {

Signals::Signals() {
  sigemptyset(&set_);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, signal);
  pthread_sigmask(SIG_BLOCK, &set_, nullptr);
}

Signals::Request Signals::wait() {
  int signal = SIGTERM;
  sigwait(&set_, &signal);
  return signal == SIGHUP ? Request::reload : Request::stop;
}

void Signals::let_the_next_one_kill() { pthread_sigmask(SIG_UNBLOCK, &set_, nullptr); }

}  // namespace parley::daemon
