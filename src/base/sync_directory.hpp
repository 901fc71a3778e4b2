// Makes the names of files durable.
#pragma once

#include <filesystem>
#include <system_error>

namespace parley {

/// Makes the names in a directory survive a power loss. An empty path is the working directory.
/// File systems that cannot sync directories, and directories that may be searched but not read,
/// are no error: nothing better can be done there. Blocks.
[[nodiscard]] std::error_code sync_directory(const std::filesystem::path& directory);

}  // namespace parley
