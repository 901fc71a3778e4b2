#pragma once

#include <string_view>

namespace parley::daemon {

/// The version of this program, such as "0.1.0".
[[nodiscard]] std::string_view version() noexcept;

}  // namespace parley::daemon
