// Parses the arguments of `parleyd`.
#pragma once

#include <map>
#include <string>
#include <variant>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "daemon/commands/command.hpp"
#include "daemon/configuration/configuration.hpp"

namespace parley::daemon {

/// `parleyd serve` or `parleyd dev`.
struct ServeInvocation {
  Mode mode;
};

/// `parleyd config check`.
struct ConfigCheckInvocation {
  Mode mode;
};

/// `parleyd config reference`.
struct ConfigReferenceInvocation {};

struct VersionInvocation {};

/// An operator's command, such as `parleyd app create`.
struct CommandInvocation {
  const Command* command;
  boost::json::object arguments;
};

struct Invocation {
  std::variant<VersionInvocation, ServeInvocation, ConfigCheckInvocation, ConfigReferenceInvocation,
               CommandInvocation>
      what;
  SettingTexts flags;       ///< Settings given as flags.
  std::string config_file;  ///< --config; empty if not given.
  bool json = false;        ///< --json.
};

/// The user asked for help: print `text` and exit 0.
struct HelpRequest {
  std::string text;
};

/// The error's message is one line that says what is wrong and how to get help.
[[nodiscard]] Result<std::variant<Invocation, HelpRequest>> parse_command_line(int argc,
                                                                               char** argv);

}  // namespace parley::daemon
