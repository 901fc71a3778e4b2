// Small files of the data directory, written so that an interruption at any moment leaves the old
// state or the new one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "base/result.hpp"

namespace parley::daemon {

/// Replaces `file` by one with `content` and `permissions`: readers, and a power loss, see the old
/// content or the new, never a part. The new content is written next to it, to `file` with `.new`
/// appended, so there must not be two writers at a time. The error's message is one line.
[[nodiscard]] Status replace_file(const std::filesystem::path& file, std::string_view content,
                                  std::filesystem::perms permissions);

/// Readable and writable by the owner alone.
inline constexpr auto kOwnerOnly =
    std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

/// Creates `directory`, unless there is one, and its parents, all of which then survive a power
/// loss. The directory itself is open to its owner only.
[[nodiscard]] std::error_code create_private_directory(const std::filesystem::path& directory);

/// The content of `file`. The error's message is one line with the reason.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file);

}  // namespace parley::daemon
