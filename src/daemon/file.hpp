// Small files of the data directory.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace parley::daemon {

/// Replaces `file` by one with `content` and `permissions`: readers, and a power loss, see the old
/// content or the new, never a part. The error's message is one line.
[[nodiscard]] Status replace_file(const std::filesystem::path& file, std::string_view content,
                                  std::filesystem::perms permissions);

/// Readable and writable by the owner alone.
inline constexpr auto kOwnerOnly =
    std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

/// nullopt when the file does not exist or cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& file);

}  // namespace parley::daemon
