// From the line that asks for a command to the line that answers it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/task.hpp"
#include "core/domain.hpp"
#include "daemon/commands/command.hpp"

namespace parley::daemon {

/// Every command, those of one noun together.
[[nodiscard]] std::vector<const Command*> all_commands();

/// One line of JSON (without its end): {"command":"app create","args":{"name":"My app"}}.
[[nodiscard]] std::string command_line(const Command& command, const json::object& arguments);

/// Does what such a line asks for, in the name of `actor`. Answers one line of JSON: {"data":...}
/// or {"error":{"code", "message","devMessage","details"?,"reason"?,"canPass"?}}. What goes wrong,
/// exceptions too, is an error answer. `reason`: what the log of the server says about it;
/// `canPass`: whether the same command may succeed later.
[[nodiscard]] Task<std::string> execute(core::Domain& domain, core::Actor actor, std::string line);

}  // namespace parley::daemon
