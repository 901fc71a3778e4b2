// The addresses of a running server.
#pragma once

#include <string>

namespace parley::daemon {

/// The URLs of the listeners, as seen from this machine; empty if a listener is off.
struct Addresses {
  std::string url;
  std::string tls_url;
  std::string admin_url;
};

}  // namespace parley::daemon
