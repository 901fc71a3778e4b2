#include "daemon/configuration/configuration_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace parley::daemon {
namespace {

std::string shown(const std::string& text) { return text.empty() ? "(empty)" : text; }

/// A default as the reference shows it.
std::string default_cell(const Setting& setting) {
  const auto cell = [](std::string_view text) {
    return text.empty() ? std::string("empty") : fmt::format("`{}`", text);
  };
  if (setting.serve_default == setting.dev_default) return cell(setting.serve_default);
  return fmt::format("{}, in `parleyd dev` {}", cell(setting.serve_default),
                     cell(setting.dev_default));
}

}  // namespace

std::string describe(const Configuration& configuration) {
  std::size_t name_width = 0;
  std::size_t value_width = 0;
  for (const auto& [setting, text, source] : configuration.origins) {
    name_width = std::max(name_width, setting->name.size());
    value_width = std::max(value_width, shown(text).size());
  }
  std::string report;
  for (const auto& [setting, text, source] : configuration.origins) {
    report += fmt::format("{:<{}}  {:<{}}  {}\n", setting->name, name_width, shown(text),
                          value_width, source);
  }
  return report;
}

std::string describe_as_json(const Configuration& configuration) {
  boost::json::array report;
  for (const auto& [setting, text, source] : configuration.origins) {
    report.push_back({{"name", setting->name}, {"value", text}, {"source", source}});
  }
  return boost::json::serialize(report) + "\n";
}

std::string configuration_reference() {
  std::string page;
  for (const auto& setting : all_settings()) {
    const auto flag = flag_of(setting);
    const auto alone = setting.shape == Shape::toggle
                           ? fmt::format("; without a value, it means `{} true`", flag)
                           : "";
    page += fmt::format(
        "### {}\n\n{}\n\n- Takes: `{}`\n- Default: {}\n- Environment: `{}`\n- Flag: `{}`{}\n\n",
        setting.name, setting.help, setting.value, default_cell(setting),
        environment_name_of(setting), flag, alone);
  }
  page.pop_back();
  return page;
}

}  // namespace parley::daemon
