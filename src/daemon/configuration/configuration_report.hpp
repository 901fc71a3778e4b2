// The configuration as text: the effective values, and the reference of all settings.
#pragma once

#include <string>

#include "daemon/configuration/configuration.hpp"

namespace parley::daemon {

/// One line per setting: name, value and source, in columns.
[[nodiscard]] std::string describe(const Configuration& configuration);

/// The same as a JSON array of {name, value, source}.
[[nodiscard]] std::string describe_as_json(const Configuration& configuration);

/// The generated part of docs/operate/configuration.md (Markdown).
[[nodiscard]] std::string configuration_reference();

}  // namespace parley::daemon
