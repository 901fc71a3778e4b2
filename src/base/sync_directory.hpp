// Makes file names durable.
#pragma once

#include <filesystem>
#include <system_error>

namespace parley {

/// Makes the names in a directory survive a power loss. An empty path means the working directory.
/// Returns no error if syncing is impossible: on file systems that cannot sync directories, and for
/// directories that may be searched but not read. Blocks.
[[nodiscard]] std::error_code sync_directory(const std::filesystem::path& directory);

}  // namespace parley
