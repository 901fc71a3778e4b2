// List cursors: a position in a list as opaque text, which callers send back unchanged.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/user/store.hpp"

namespace parley::api {

[[nodiscard]] std::string to_cursor(const core::UserPosition& position);

/// nullopt if the text is not a valid cursor.
[[nodiscard]] std::optional<core::UserPosition> from_cursor(std::string_view cursor);

}  // namespace parley::api
