// The flags of a subcommand, created from the tables of settings and commands.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "daemon/command_line/command_line.hpp"
#include "daemon/commands/command.hpp"
#include "daemon/configuration/settings.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace parley::daemon {

/// Adds a boolean flag, which means true without a value. `flag` includes its dashes.
CLI::Option* add_switch(CLI::App& app, const std::string& flag, std::string_view help);

/// Whether a boolean flag was given and is not false.
[[nodiscard]] bool is_on(const CLI::Option& flag);

/// The flags for settings.
class SettingFlags {
 public:
  /// `only`: the only setting to add; empty = all.
  SettingFlags(CLI::App& app, std::string_view only);

  /// Copies the flags given on the command line.
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

  /// The arguments given on the command line. Throws CLI::ConversionError.
  [[nodiscard]] CommandInvocation read() const;

 private:
  const Command* command_;
  std::vector<std::pair<const Parameter*, CLI::Option*>> options_;
};

}  // namespace parley::daemon
