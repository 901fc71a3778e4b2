// What `parleyd dev` prints when it is up.
#pragma once

#include <filesystem>
#include <string>

#include "daemon/box.hpp"
#include "daemon/dev.hpp"

namespace parley::daemon {

/// The box with all that a developer needs, and below it the link that opens the dashboard and a
/// command to paste. `file` is where the credentials are kept.
[[nodiscard]] std::string describe_dev(const DevApp& dev, const std::filesystem::path& file,
                                       BoxStyle style);

}  // namespace parley::daemon
