// Executes commands: one line of JSON in, one line of JSON out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/task.hpp"
#include "core/domain.hpp"
#include "daemon/commands/command.hpp"

namespace parley::daemon {

/// All commands, grouped by noun.
[[nodiscard]] std::vector<const Command*> all_commands();

/// One line of JSON, without the line break: {"command":"app create","args":{"name":"My app"}}.
[[nodiscard]] std::string command_line(const Command& command, const json::object& arguments);

/// Executes such a line for `actor`. Returns one line of JSON: {"data":...} or {"error":{"code",
/// "message","devMessage","details"?,"reason"?,"canPass"?}}. All failures, including exceptions,
/// become errors of this form. `reason`: the cause as in the server's log; `canPass`: present if
/// the same command may succeed later.
[[nodiscard]] Task<std::string> execute(core::Domain& domain, core::Actor actor, std::string line);

}  // namespace parley::daemon
