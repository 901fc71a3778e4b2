// Writes to descriptors that may accept less than is offered.
#pragma once

#include <string_view>

namespace parley {

/// Writes all of `text`; waits if the descriptor is non-blocking and full. Returns what could not
/// be written, with the reason in errno; empty on success.
[[nodiscard]] std::string_view write_all(int descriptor, std::string_view text) noexcept;

}  // namespace parley
