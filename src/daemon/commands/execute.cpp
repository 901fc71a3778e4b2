#include "daemon/commands/execute.hpp"

#include <exception>

#include <fmt/format.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "api/error_json.hpp"
#include "api/response.hpp"
#include "base/exception_error.hpp"
#include "base/log.hpp"
#include "wire/body.hpp"

namespace parley::daemon {
namespace {

std::string name_of(const Command& command) {
  return fmt::format("{} {}", command.noun, command.verb);
}

struct Call {
  const Command* command;
  json::object arguments;
};

Result<Call> parse(const std::string& line) {
  auto request = wire::parse_body(line);
  if (!request) return request.error();
  const auto* name = request->if_contains("command");
  auto* arguments = request->if_contains("args");
  if (name == nullptr || !name->is_string() || arguments == nullptr || !arguments->is_object()) {
    return bad_request("command", "must be sent as {\"command\":\"...\",\"args\":{...}}");
  }
  for (const auto* command : all_commands()) {
    if (name_of(*command) == std::string_view(name->get_string())) {
      return Call{command, std::move(arguments->get_object())};
    }
  }
  return bad_request("command", "is unknown");
}

/// The error as the API shows it, with the internal reason for the operator. API callers do not see
/// the reason; it is only in the server's log.
std::string error_line(const Error& error) {
  if (!error->internal.empty() && !error->is_logged)
    log::write_sparsely(log::Level::error, "command_failed", error->internal);
  auto line = json::parse(api::error_json(error, "")).as_object();
  auto& shown = line.at("error").as_object();
  if (!error->internal.empty()) shown["reason"] = error->internal;
  if (error->retry_after > 0) shown["canPass"] = true;
  return json::serialize(line);
}

Task<std::string> call(core::Domain& domain, core::Actor actor, Call call) {
  const auto result =
      co_await call.command->run(domain, std::move(actor), std::move(call.arguments));
  if (!result) co_return error_line(result.error());
  const auto text = json::serialize(*result);
  co_return api::data_answer(text).body;
}

}  // namespace

std::vector<const Command*> all_commands() {
  std::vector<const Command*> commands;
  for (const auto& of_noun : {app_commands(), key_commands(), user_commands(), admin_commands()}) {
    for (const auto& command : of_noun) commands.push_back(&command);
  }
  return commands;
}

std::string command_line(const Command& command, const json::object& arguments) {
  return json::serialize(json::object{{"command", name_of(command)}, {"args", arguments}});
}

Task<std::string> execute(core::Domain& domain, core::Actor actor, std::string line) {
  std::exception_ptr thrown;
  try {
    auto parsed = parse(line);
    if (!parsed) co_return error_line(parsed.error());
    co_return co_await call(domain, std::move(actor), std::move(*parsed));
  } catch (...) {
    thrown = std::current_exception();
  }
  co_return error_line(error_of_exception(thrown, ""));
}

}  // namespace parley::daemon
