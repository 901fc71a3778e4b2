// What `parleyd dev` prints once it is running.
#pragma once

#include <filesystem>
#include <string>

#include "daemon/command_line/box.hpp"
#include "daemon/dev/dev.hpp"

namespace parley::daemon {

/// Renders the box with everything a developer needs, followed by the link that opens the dashboard
/// and a command to paste. `file`: where the credentials are saved.
[[nodiscard]] std::string describe_dev(const DevApp& dev, const std::filesystem::path& file,
                                       BoxStyle style);

}  // namespace parley::daemon
