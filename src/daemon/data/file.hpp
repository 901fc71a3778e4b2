// Small files and directories in the data directory. An interruption at any moment leaves the old
// state or the new one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "base/replace_file.hpp"
#include "base/result.hpp"

namespace parley::daemon {

/// As parley::replace_file(). The error's message is one line for the operator.
[[nodiscard]] Status replace_file(const std::filesystem::path& file, std::string_view content,
                                  std::filesystem::perms permissions);

/// Creates `directory` and its parents unless they exist. What it creates survives a power loss.
/// `directory` is accessible to its owner only; parents get the default permissions.
[[nodiscard]] std::error_code create_private_directory(const std::filesystem::path& directory);

/// The content of `file`. The error's message is one line with the reason.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& file);

}  // namespace parley::daemon
