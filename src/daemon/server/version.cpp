#include "daemon/server/version.hpp"

namespace parley::daemon {

std::string_view version() noexcept { return PARLEY_VERSION; }

}  // namespace parley::daemon
