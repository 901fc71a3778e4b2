// Checks the words of a command line before CLI11 parses them. CLI11 reports what is missing before
// what is misspelt, and rejects flags before the subcommand.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace parley::daemon {

/// The words of a command line, with the subcommands first.
struct Words {
  const CLI::App* app;            ///< The last subcommand.
  std::vector<std::string> path;  ///< The names of the subcommands.
  std::vector<std::string> rest;
};

/// Finds the subcommand in `words`, which do not include the name of the program. Moves flags that
/// precede it behind it, as in `--data-dir d app list`. Turns `help app` and `app help` into
/// `app --help`. The result refers to `root`.
[[nodiscard]] Words find_subcommand(const CLI::App& root, const std::vector<std::string>& words);

/// The words as CLI11 should get them: each boolean flag as `--flag=true` or `--flag=false`, even
/// if it was given alone or with the value as the next word. Error: a missing or unknown
/// subcommand, or a flag that is unknown, given twice, without its value or with a wrong one; the
/// message does not name the help.
[[nodiscard]] Result<Words> check(Words words);

}  // namespace parley::daemon
