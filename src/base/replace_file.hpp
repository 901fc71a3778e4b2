// Replaces small files so that an interruption at any moment leaves the old content or the new.
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

namespace parley {

/// Atomically replaces `file` with one that has `content` and `permissions`: readers see the old
/// content or the new, never a part, also after a power loss. The new content is first written to
/// `file` with `.new` appended, so there must not be two writers at a time. Blocks.
[[nodiscard]] std::error_code replace_file(const std::filesystem::path& file,
                                           std::string_view content,
                                           std::filesystem::perms permissions);

/// Readable and writable by the owner only.
inline constexpr auto kOwnerOnly =
    std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

}  // namespace parley
