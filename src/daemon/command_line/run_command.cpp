#include "daemon/command_line/run_command.hpp"

#include <chrono>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "base/file_lock.hpp"
#include "daemon/command_line/account.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/commands/execute.hpp"
#include "daemon/control/client.hpp"
#include "daemon/server/housekeeping.hpp"
#include "daemon/server/runtime.hpp"

namespace parley::daemon {
namespace {

/// While it starts or stops, a server briefly holds the lock without listening.
constexpr auto kPatience = std::chrono::seconds(5);
constexpr auto kRetryAfter = std::chrono::milliseconds(50);
/// A command looks up hardly any sessions.
constexpr std::size_t kSessionCacheSize = 100;

Result<std::string> run_on_the_store(const DataDirectory& directory, const std::string& line) {
  auto runtime = Runtime::open(directory, 1, kSessionCacheSize);
  if (!runtime) return runtime.error();
  auto& domain = (*runtime)->domain();
  auto answer = (*runtime)->io_threads().run(execute(domain, own_account(), line));
  // No server runs that would finish removals. A failure is left to the next command or server,
  // because the result must not be lost: it may be a key that is shown only once.
  static_cast<void>((*runtime)->io_threads().run(finish_all_removals(domain)));
  return answer;
}

Status find_or_begin(const DataDirectory& directory, const TypedCommand& typed) {
  if (typed.command.begins_a_store) return directory.create();
  std::error_code failure;
  if (std::filesystem::exists(directory.store(), failure)) return {};
  if (failure) {
    return system_error(fmt::format("cannot use the data directory {}: {}",
                                    directory.path().string(), failure.message()),
                        failure.value());
  }
  return operator_error(fmt::format(
      "there is no data in {0}; choose another directory with --data-dir, or start with "
      "`parleyd dev{1}` or `parleyd app create --name 'My app'{1}`",
      directory.path().string(), typed.same_data));
}

}  // namespace

Result<std::string> run_command(const DataDirectory& directory, const TypedCommand& typed) {
  const auto line = command_line(typed.command, typed.arguments);
  if (auto found = find_or_begin(directory, typed); !found) return found.error();
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (std::chrono::steady_clock::now() < end) {
    auto answer = ask_running_server(directory, line);
    if (!answer) return answer.error();
    if (*answer) return std::move(**answer);
    const auto lock = FileLock::of_file(directory.lock());
    if (lock.failure() == FileLock::Failure::none) return run_on_the_store(directory, line);
    if (lock.failure() == FileLock::Failure::cannot_open)
      return directory.cannot_lock(lock.error_number());
    std::this_thread::sleep_for(kRetryAfter);
  }
  return passing_error(
      fmt::format("the data directory {} is in use by a parleyd that does not respond; run the "
                  "command again later, or stop that parleyd first",
                  directory.path().string()));
}

}  // namespace parley::daemon
