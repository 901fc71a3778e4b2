// The files embedded in the binary at build time (cmake/EmbedAssets.cmake).
#pragma once

#include <span>

#include "http/assets.hpp"

namespace parley::http {

/// Sorted by path.
[[nodiscard]] std::span<const Asset> embedded_assets();

}  // namespace parley::http
