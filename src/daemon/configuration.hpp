// Where the values of the settings come from. Weakest first: defaults, file, environment, flags.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "daemon/settings.hpp"

namespace parley::daemon {

/// Texts by the names of settings. Lists have their items joined by commas.
using SettingTexts = std::map<std::string, std::string, std::less<>>;

/// As std::getenv: nullptr when there is no such variable.
using Environment = std::function<const char*(const char* name)>;

/// The environment variable that names the configuration file, as the flag --config does.
inline constexpr const char* kConfigVariable = "PARLEY_CONFIG";

struct ConfigurationSources {
  Mode mode = Mode::serve;
  SettingTexts flags;
  Environment environment;
  std::string file = {};  ///< From --config; empty: what kConfigVariable names, or none.
};

/// The value of one setting, and where it came from.
struct Origin {
  const Setting* setting;
  std::string text;
  std::string source;  ///< For people: "default", "PARLEY_LISTEN", "--listen", "parley.toml".
};

struct Configuration {
  Settings settings;
  std::vector<Origin> origins;        ///< In the order of all_settings().
  std::vector<std::string> warnings;  ///< Values that are valid and dangerous; one line each.
};

/// Reads everything. The error's message is one line that names the setting and its source.
/// Environment variables that are empty count as absent.
[[nodiscard]] Result<Configuration> load_configuration(const ConfigurationSources& sources);

/// Reads a configuration file (TOML, keys are names of settings). As above.
[[nodiscard]] Result<SettingTexts> read_configuration_file(const std::string& file);

}  // namespace parley::daemon
