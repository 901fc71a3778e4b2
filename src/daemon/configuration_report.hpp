// The configuration as text: what is in force, and what there is to set.
#pragma once

#include <string>

#include "daemon/configuration.hpp"

namespace parley::daemon {

/// One line a setting: name, value and source, in columns.
[[nodiscard]] std::string describe(const Configuration& configuration);

/// The same as a JSON array of {name, value, source}.
[[nodiscard]] std::string describe_as_json(const Configuration& configuration);

/// The part of docs/operate/configuration.md that follows from the table of settings (Markdown).
[[nodiscard]] std::string configuration_reference();

}  // namespace parley::daemon
