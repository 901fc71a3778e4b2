// Cursors of lists: a place in a list as a text that callers hand back as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/user/store.hpp"

namespace parley::api {

[[nodiscard]] std::string to_cursor(const core::UserPosition& position);

/// nullopt when the text was never a cursor of ours.
[[nodiscard]] std::optional<core::UserPosition> from_cursor(std::string_view cursor);

}  // namespace parley::api
