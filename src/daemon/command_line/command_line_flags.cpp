#include "daemon/command_line/command_line_flags.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/json/value_from.hpp>

#include "base/text.hpp"

namespace parley::daemon {
namespace {

CLI::Option* add_value(CLI::App& app, const std::string& flag, std::string_view help,
                       std::string_view type, bool repeatable) {
  const auto accept = [](const CLI::results_t&) { return true; };
  auto* option = app.add_option(flag, accept, std::string(help));
  option->type_name(std::string(type))->type_size(1)->expected(1);
  if (repeatable) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return option;
}

/// The first sentence without Markdown. The reference shows the rest.
std::string short_help(std::string_view help) {
  std::string sentence(help.substr(0, std::min(help.find(". "), help.size())));
  std::erase(sentence, '`');
  return sentence.ends_with('.') ? sentence : sentence + ".";
}

CLI::Option* add(CLI::App& app, const Setting& setting) {
  const auto help = short_help(setting.help);
  const bool is_toggle = setting.shape == Shape::toggle;
  const auto type = is_toggle ? fmt::format("[{}]", setting.value) : std::string(setting.value);
  auto* option = add_value(app, flag_of(setting), help, type, setting.shape == Shape::list);
  if (is_toggle) option->expected(0, 1);
  return option;
}

CLI::Option* add(CLI::App& app, const Parameter& parameter) {
  using Kind = Parameter::Kind;
  const std::string name(parameter.name);
  const auto flag = parameter.kind == Kind::word ? name : "--" + name;
  const auto* const type = parameter.kind == Kind::number ? "NUMBER" : "TEXT";
  auto* option = parameter.kind == Kind::flag
                     ? add_switch(app, flag, parameter.help)
                     : add_value(app, flag, parameter.help, type, parameter.kind == Kind::list);
  return option->required(parameter.required);
}

std::int64_t number_of(const Parameter& parameter, const std::string& text) {
  std::int64_t number = 0;
  const auto* const end = text.data() + text.size();
  const auto [parsed_to, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc{} || parsed_to != end) {
    throw CLI::ConversionError(
        fmt::format("--{}: \"{}\" is not a whole number", parameter.name, text));
  }
  return number;
}

// A command is sent to the server as JSON, which must be UTF-8.
void check_encoding(const Parameter& parameter, const std::vector<std::string>& texts) {
  if (std::ranges::all_of(texts, is_utf8)) return;
  const auto* const prefix = parameter.kind == Parameter::Kind::word ? "" : "--";
  throw CLI::ConversionError(fmt::format("{}{}: the value is not UTF-8", prefix, parameter.name));
}

json::value value_of(const Parameter& parameter, const std::vector<std::string>& texts) {
  check_encoding(parameter, texts);
  switch (parameter.kind) {
    case Parameter::Kind::word:
    case Parameter::Kind::text: return json::value(texts.back());
    case Parameter::Kind::list: return json::value_from(texts);
    case Parameter::Kind::flag: return texts.back() == "true";
    case Parameter::Kind::number: return number_of(parameter, texts.back());
  }
  return nullptr;
}

}  // namespace

CLI::Option* add_switch(CLI::App& app, const std::string& flag, std::string_view help) {
  const std::string description(help);
  return app.add_flag(flag, description);
}

bool is_on(const CLI::Option& flag) { return flag.count() > 0 && flag.results().back() == "true"; }

SettingFlags::SettingFlags(CLI::App& app, std::string_view only)
    : config_(add_value(app, "--config", "Configuration file (TOML).", "FILE", false)) {
  for (const auto& setting : all_settings()) {
    if (only.empty() || setting.name == only) options_.emplace_back(&setting, add(app, setting));
  }
}

void SettingFlags::read(Invocation& invocation) const {
  if (config_->count() > 0) invocation.config_file = config_->results().back();
  for (const auto& [setting, option] : options_) {
    if (option->count() == 0) continue;
    invocation.flags[std::string(setting->name)] =
        fmt::format("{}", fmt::join(option->results(), ","));
  }
}

CommandFlags::CommandFlags(CLI::App& app, const Command& command) : command_(&command) {
  for (const auto& parameter : command.parameters) {
    options_.emplace_back(&parameter, add(app, parameter));
  }
}

CommandInvocation CommandFlags::read() const {
  CommandInvocation invocation{command_, {}};
  for (const auto& [parameter, option] : options_) {
    if (option->count() == 0) continue;
    invocation.arguments[parameter->name] = value_of(*parameter, option->results());
  }
  return invocation;
}

}  // namespace parley::daemon
