// What `parleyd dev` prints when it is up.
#pragma once

#include <filesystem>
#include <string>

#include "daemon/box.hpp"
#include "daemon/credentials.hpp"

namespace parley::daemon {

/// The box with all that a developer needs, and below it a command to paste. `file` is where the
/// same is kept.
[[nodiscard]] std::string describe_dev(const Credentials& credentials,
                                       const std::filesystem::path& file, BoxStyle style);

}  // namespace parley::daemon
