#include "daemon/commands/typed_command.hpp"

#include <fmt/format.h>
#include <boost/json/array.hpp>

#include "daemon/command_line/shell_word.hpp"

namespace parley::daemon {
namespace {

/// The parameter with its value, after a space.
std::string with_value(const Parameter& parameter, std::string_view value) {
  if (parameter.kind == Parameter::Kind::word) return " " + shell_word(value);
  // `=` keeps a value that looks like a flag from being taken for one.
  const auto* const separator = value.starts_with('-') ? "=" : " ";
  return fmt::format(" {}{}{}", flag_of(parameter), separator, shell_word(value));
}

std::string as_typed(const Parameter& parameter, const json::value& value) {
  if (value.is_bool()) return value.get_bool() ? " " + flag_of(parameter) : "";
  if (value.is_int64()) return with_value(parameter, std::to_string(value.get_int64()));
  if (value.is_string()) return with_value(parameter, value.get_string());
  std::string all;
  for (const auto& item : value.as_array()) all += with_value(parameter, item.as_string());
  return all;
}

}  // namespace

std::string TypedCommand::word(std::string_view argument) const {
  const auto* value = arguments.if_contains(argument);
  return shell_word(value == nullptr || !value->is_string() ? std::string_view()
                                                            : value->get_string());
}

std::string TypedCommand::line() const {
  auto text = fmt::format("parleyd {} {}", command.noun, command.verb);
  for (const auto& parameter : command.parameters) {
    if (const auto* value = arguments.if_contains(parameter.name))
      text += as_typed(parameter, *value);
  }
  return text + same_data;
}

std::string flag_of(const Parameter& parameter) {
  const auto* const dashes = parameter.kind == Parameter::Kind::word ? "" : "--";
  return std::string(dashes).append(parameter.name);
}

}  // namespace parley::daemon
