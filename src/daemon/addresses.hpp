// Where a running server is reached.
#pragma once

#include <string>

namespace parley::daemon {

/// URLs at which this machine reaches the listeners; empty for those that are off.
struct Addresses {
  std::string url;
  std::string tls_url;
  std::string admin_url;
};

}  // namespace parley::daemon
