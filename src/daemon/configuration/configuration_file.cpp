#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <toml.hpp>

#include "base/nearest_name.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/configuration/configuration.hpp"
#include "daemon/configuration/toml_guard.hpp"

namespace parley::daemon {
namespace {

/// Why the file must not contain `name`; nullopt if it is a setting.
std::optional<std::string> problem_of_name(const std::string& name) {
  std::vector<std::string_view> known;
  for (const auto& setting : all_settings()) known.push_back(setting.name);
  if (std::ranges::find(known, name) != known.end()) return std::nullopt;
  auto underscored = name;
  std::ranges::replace(underscored, '-', '_');
  const auto meant = nearest_name(underscored, known);
  return meant.empty()
             ? fmt::format("unknown setting \"{}\"; `parleyd config check` lists all settings",
                           name)
             : fmt::format("unknown setting \"{}\"; did you mean {}?", name, meant);
}

/// nullopt for types that no setting has: tables, dates, fractions.
std::optional<std::string> text_of(const toml::value& value) {
  if (value.is_string()) return value.as_string().str;
  if (value.is_integer()) return std::to_string(value.as_integer());
  if (value.is_boolean()) return value.as_boolean() ? "true" : "false";
  if (!value.is_array()) return std::nullopt;
  std::string joined;
  for (const auto& item : value.as_array()) {
    if (!item.is_string()) return std::nullopt;
    joined += (joined.empty() ? "" : ",") + item.as_string().str;
  }
  return joined;
}

/// The first line of a toml11 message; the other lines show the place in the file.
std::string first_line(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  constexpr std::string_view kPrefix = "[error] ";
  if (text.starts_with(kPrefix)) text.remove_prefix(kPrefix.size());
  constexpr std::string_view kFunction = "toml::parse_";  // "toml::parse_table: invalid format"
  const auto colon = text.find(": ");
  if (text.starts_with(kFunction) && colon != text.npos) text.remove_prefix(colon + 2);
  return std::string(text);
}

/// Reads at most one byte more than allowed: /dev/zero, for example, has no end.
Result<std::string> read_text(const std::string& file) {
  std::error_code failure;
  const bool is_directory = std::filesystem::is_directory(file, failure);
  std::ifstream in(file, std::ios::binary);
  if (is_directory || !in) {
    const int reason = is_directory ? EISDIR : errno;
    return operator_error(fmt::format("cannot read the configuration file {}: {}", file,
                                      std::generic_category().message(reason)));
  }
  std::string text(kMaxConfigurationBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

Result<toml::value> parse_file(const std::string& file) {
  const auto text = read_text(file);
  if (!text) return text.error();
  if (const auto problem = find_toml_problem(*text)) {
    const auto line = problem->line > 0 ? fmt::format(", line {}", problem->line) : "";
    return operator_error(fmt::format("{}{}: {}", file, line, problem->what));
  }
  std::istringstream in(*text);
  try {
    return toml::parse(in, file);
  } catch (const toml::syntax_error& error) {
    return operator_error(
        fmt::format("{}, line {}: {}", file, error.location().line(), first_line(error.what())));
  } catch (const std::exception& error) {  // Numbers and dates out of range.
    return operator_error(fmt::format("{}: {}", file, first_line(error.what())));
  }
}

}  // namespace

Result<SettingTexts> read_configuration_file(const std::string& file) {
  const auto root = parse_file(file);
  if (!root) return root.error();
  SettingTexts texts;
  for (const auto& [name, value] : root->as_table()) {
    const auto where = fmt::format("{}, line {}", file, value.location().line());
    if (const auto problem = problem_of_name(name))
      return operator_error(fmt::format("{}: {}", where, *problem));
    auto text = text_of(value);
    if (!text) {
      return operator_error(fmt::format(
          "{}: {} must be a string, a whole number, true or false, or an array of strings", where,
          name));
    }
    texts.emplace(name, std::move(*text));
  }
  return texts;
}

}  // namespace parley::daemon
