// Reads the settings from their sources. Weakest first: defaults, file, environment, flags.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "daemon/configuration/settings.hpp"

namespace parley::daemon {

/// Values as text, by the name of the setting. Items of a list are joined with commas.
using SettingTexts = std::map<std::string, std::string, std::less<>>;

/// As std::getenv: nullptr if there is no such variable.
using Environment = std::function<const char*(const char* name)>;

/// The environment variable with the path of the configuration file, like the flag --config.
inline constexpr const char* kConfigVariable = "PARLEY_CONFIG";

struct ConfigurationSources {
  Mode mode = Mode::serve;
  SettingTexts flags;
  Environment environment;
  std::string file = {};  ///< From --config; if empty, from kConfigVariable.
};

/// The value of one setting, and where it came from.
struct Origin {
  const Setting* setting;
  std::string text;
  std::string source;  ///< For display: "default", "PARLEY_LISTEN", "--listen", "parley.toml".
};

struct Configuration {
  Settings settings;
  std::vector<Origin> origins;        ///< In the order of all_settings().
  std::string file;                   ///< The configuration file; empty if there is none.
  std::vector<std::string> warnings;  ///< About values that are valid but dangerous; one line each.
};

/// Reads all settings. The error's message is one line with the setting and its source. Empty
/// environment variables count as unset.
[[nodiscard]] Result<Configuration> load_configuration(const ConfigurationSources& sources);

/// The flags with which another command uses the same data, such as " --data-dir d --config
/// c.toml": quoted for a shell, each after a space. Empty if the defaults are used.
[[nodiscard]] std::string flags_for_same_data(const Configuration& configuration);

/// Reads a configuration file (TOML; keys are setting names). The error's message is one line with
/// the file and, where known, the line number.
[[nodiscard]] Result<SettingTexts> read_configuration_file(const std::string& file);

}  // namespace parley::daemon
