// The command line, one argument per line of the input: arguments are either valid, or rejected
// with an error message of one line.
#include "daemon/command_line/command_line.hpp"

#include <boost/json/parse.hpp>

#include "daemon/commands/execute.hpp"
#include "support/fuzz.hpp"

namespace parley::daemon {
namespace {

using fuzz::check;

constexpr std::size_t kMaxArguments = 20;

void check_command(const CommandInvocation& invocation) {
  boost::json::error_code invalid;
  static_cast<void>(
      boost::json::parse(command_line(*invocation.command, invocation.arguments), invalid));
  check(!invalid, "a command is sent as JSON");
}

void check_arguments(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "parleyd");
  std::vector<char*> pointers;
  for (auto& argument : arguments) pointers.push_back(argument.data());
  const auto count = static_cast<int>(pointers.size());
  pointers.push_back(nullptr);
  const auto parsed = parse_command_line(count, pointers.data());
  if (!parsed) {
    const auto& message = parsed.error()->message;
    check(!message.empty() && message.find('\n') == std::string::npos, "an error is one line");
    return;
  }
  const auto* invocation = std::get_if<Invocation>(&*parsed);
  const auto* command =
      invocation == nullptr ? nullptr : std::get_if<CommandInvocation>(&invocation->what);
  if (command != nullptr) check_command(*command);
}

}  // namespace
}  // namespace parley::daemon

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = parley::fuzz::as_text(data, size);
  if (text.find('\0') != std::string_view::npos) return 0;  // Arguments cannot contain it.
  std::vector<std::string> arguments;
  for (const auto line : parley::fuzz::lines_of(text)) {
    if (arguments.size() < parley::daemon::kMaxArguments) arguments.emplace_back(line);
  }
  parley::daemon::check_arguments(std::move(arguments));
  return 0;
}
