// The flags of one subcommand, made of the tables that say what there is.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "daemon/command_line.hpp"
#include "daemon/commands/command.hpp"
#include "daemon/settings.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace parley::daemon {

/// `--flag` without a value. `flag` is as typed.
CLI::Option* add_switch(CLI::App& app, const std::string& flag, std::string_view help);

/// The flags of the settings.
class SettingFlags {
 public:
  /// `only`: the one setting to offer; empty = all.
  SettingFlags(CLI::App& app, std::string_view only);

  /// Takes over what was typed.
  void read(Invocation& invocation) const;

 private:
  CLI::Option* config_;
  std::vector<std::pair<const Setting*, CLI::Option*>> options_;
};

/// The flags of an operator's command.
class CommandFlags {
 public:
  /// Keeps a reference to `command`.
  CommandFlags(CLI::App& app, const Command& command);

  /// What was typed. Throws CLI::ConversionError.
  [[nodiscard]] CommandInvocation read() const;

 private:
  const Command* command_;
  std::vector<std::pair<const Parameter*, CLI::Option*>> options_;
};

}  // namespace parley::daemon
