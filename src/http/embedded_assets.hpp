// The files that were put into the binary when it was built (cmake/EmbedAssets.cmake).
#pragma once

#include <span>

#include "http/assets.hpp"

namespace parley::http {

/// Ordered by path.
[[nodiscard]] std::span<const Asset> embedded_assets();

}  // namespace parley::http
