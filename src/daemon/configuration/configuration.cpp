#include "daemon/configuration/configuration.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "daemon/command_line/operator_error.hpp"
#include "daemon/command_line/shell_word.hpp"

namespace parley::daemon {
namespace {

constexpr std::string_view kDefault = "default";

/// The value from the strongest source that sets it.
Origin find_origin(const Setting& setting, const ConfigurationSources& sources,
                   const std::string& file_name, const SettingTexts& file) {
  if (const auto flag = sources.flags.find(setting.name); flag != sources.flags.end()) {
    return {&setting, flag->second, flag_of(setting)};
  }
  const auto variable = environment_name_of(setting);
  const char* value = sources.environment(variable.c_str());
  if (value != nullptr && *value != '\0') return {&setting, value, variable};
  if (const auto entry = file.find(setting.name); entry != file.end()) {
    return {&setting, entry->second, file_name};
  }
  return {&setting, std::string(setting.default_in(sources.mode)), std::string(kDefault)};
}

/// `configuration`: a Configuration, const or not.
auto& origin_of(auto& configuration, std::string_view name) {
  for (auto& origin : configuration.origins) {
    if (origin.setting->name == name) return origin;
  }
  std::abort();  // Unreachable: `name` is in the table.
}

/// Setting tls_cert turns HTTPS on, unless tls_listen is set as well.
void turn_tls_on_with_a_certificate(Configuration& configuration) {
  auto& listen = origin_of(configuration, "tls_listen");
  const auto& certificate = origin_of(configuration, "tls_cert");
  if (listen.source != kDefault || certificate.text.empty()) return;
  listen.text = listen.setting->dev_default;
  listen.source = "default with tls_cert";
}

std::vector<std::string> find_warnings(const Settings& settings) {
  std::vector<std::string> warnings;
  for (const auto& network : settings.trusted_proxies) {
    if (!network.spans_the_internet()) continue;
    warnings.push_back(
        fmt::format("trusted_proxy {} covers much of the Internet: anyone there can claim any "
                    "address in X-Forwarded-For and escape every per-address limit; list only your "
                    "proxies",
                    network.to_string()));
  }
  return warnings;
}

Status check_together(const Settings& settings) {
  if (settings.tls_cert.empty() != settings.tls_key.empty()) {
    return operator_error("tls_cert and tls_key go together; only one of them is set");
  }
  return {};
}

}  // namespace

Result<Configuration> load_configuration(const ConfigurationSources& sources) {
  std::string file_name = sources.file;
  const char* named = sources.environment(kConfigVariable);
  if (file_name.empty() && named != nullptr) file_name = named;
  SettingTexts file;
  if (!file_name.empty()) {
    auto read = read_configuration_file(file_name);
    if (!read) return read.error();
    file = std::move(*read);
  }

  Configuration configuration;
  for (const auto& setting : all_settings()) {
    configuration.origins.push_back(find_origin(setting, sources, file_name, file));
  }
  turn_tls_on_with_a_certificate(configuration);
  for (const auto& [setting, text, source] : configuration.origins) {
    if (const auto taken = setting->read(text, configuration.settings); !taken) {
      return operator_error(
          fmt::format("{} (from {}): {}", setting->name, source, taken.error()->message));
    }
  }
  if (const auto sound = check_together(configuration.settings); !sound) return sound.error();
  configuration.file = std::move(file_name);
  configuration.warnings = find_warnings(configuration.settings);
  return configuration;
}

std::string flags_for_same_data(const Configuration& configuration) {
  const auto& [setting, directory, source] = origin_of(configuration, "data_dir");
  const auto& file = configuration.file;
  std::string flags;
  if (source != kDefault && source != file)
    flags = fmt::format(" {} {}", flag_of(*setting), shell_word(directory));
  if (!file.empty()) flags += " --config " + shell_word(file);
  return flags;
}

}  // namespace parley::daemon
