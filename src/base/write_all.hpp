// Writes to descriptors that may take less at once.
#pragma once

#include <string_view>

namespace parley {

/// Writes `text`, waiting for a descriptor that somebody has made non-blocking. Answers what could
/// not be written, with the reason in errno; empty when all was.
[[nodiscard]] std::string_view write_all(int descriptor, std::string_view text) noexcept;

}  // namespace parley
