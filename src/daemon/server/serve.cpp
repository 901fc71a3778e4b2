#include "daemon/server/serve.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/file_lock.hpp"
#include "base/line_writer.hpp"
#include "base/log.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/data/run_file.hpp"
#include "daemon/dev/dev.hpp"
#include "daemon/dev/dev_administrator.hpp"
#include "daemon/dev/dev_box.hpp"
#include "daemon/server/free_memory.hpp"
#include "daemon/server/housekeeping.hpp"
#include "daemon/server/runtime.hpp"
#include "daemon/server/server.hpp"
#include "daemon/server/signals.hpp"
#include "daemon/server/version.hpp"

namespace parley::daemon {
namespace {

/// How long the start waits for whoever reads standard output.
constexpr std::chrono::milliseconds kPatienceWithOutput{200};

/// Each connection needs a file descriptor, and the soft limit is often only 1024.
void raise_limit_of_open_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

std::size_t core_count(const Settings& settings) {
  if (settings.threads > 0) return settings.threads;
  return std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

api::ApiOptions api_options(const Settings& settings, const std::optional<DevApp>& dev) {
  api::ApiOptions options;
  options.public_url = settings.public_url;
  options.rate_limits = settings.rate_limits;
  options.answer_memory = settings.answer_memory;
  options.body_memory = settings.body_memory;
  options.caller_limits = settings.caller_limits;
  options.version = version();
  options.development = dev.has_value();
  if (!dev) return options;
  auto& try_it = options.try_it.emplace();
  try_it.app_id = dev->credentials.app_id;
  try_it.auth_key = dev->credentials.auth_key.expose();
  for (const auto& [uid, name] : sample_users()) {
    try_it.users.push_back({std::string(uid), std::string(name), avatar_path(uid)});
  }
  return options;
}

/// The part of the start that needs the server's address: sample users with their pictures, the
/// credentials file and the box on the terminal.
Status present_dev_app(Runtime& runtime, DevApp& dev, const Settings& settings,
                       const DataDirectory& directory, const Addresses& addresses) {
  auto& credentials = dev.credentials;
  const bool was_never_up = credentials.url.empty();
  credentials.url = addresses.url;
  credentials.tls_url = addresses.tls_url;
  const auto& base = settings.public_url.empty() ? addresses.url : settings.public_url;
  auto& domain = runtime.domain();
  if (was_never_up) {
    const auto made =
        runtime.io_threads().run(create_sample_users(domain, credentials.app_id, base));
    if (!made) return as_operator_error(made.error());
  }
  const auto refreshed =
      runtime.io_threads().run(refresh_avatars(domain, credentials.app_id, base));
  if (!refreshed) return as_operator_error(refreshed.error());
  const auto file = directory.credentials();
  if (auto written = write_credentials(file, credentials); !written) return written;
  // Does not block the start if nothing reads standard output.
  LineWriter output(STDOUT_FILENO);
  if (!dev.note.empty()) output.write(dev.note + "\n\n");
  output.write(describe_dev(dev, file, box_style_of_standard_output()));
  if (output.flush(kPatienceWithOutput) && output.lost() > 0) {
    const auto where = file.string();
    log::warn("start_not_shown", {{"reason", std::string_view("standard output cannot be written")},
                                  {"keysAreIn", std::string_view(where)}});
  }
  return {};
}

void log_start(const Settings& settings, const DataDirectory& directory,
               const Addresses& addresses) {
  const auto data_dir = directory.path().string();
  log::info("started", {{"url", std::string_view(addresses.url)},
                        {"tlsUrl", std::string_view(addresses.tls_url)},
                        {"adminUrl", std::string_view(addresses.admin_url)},
                        {"dataDir", std::string_view(data_dir)}});
  if (settings.tls_listen && settings.tls_cert.empty()) log::warn("self_signed_certificate");
}

void run_until_stopped(Server& server, Signals& signals) {
  while (signals.wait() == Signals::Request::reload) {
    if (!server.has_certificate()) {
      log::info("nothing_to_reload", {{"reason", std::string_view("TLS is off (tls_listen)")}});
      continue;
    }
    const auto reloaded = server.reload_certificate();
    if (reloaded) {
      log::info("certificate_reloaded");
    } else {
      log::error("certificate_not_reloaded",
                 {{"reason", std::string_view(reloaded.error()->message)}});
    }
  }
  signals.let_the_next_one_kill();
  log::info("stopping");
  server.stop();
}

Status serve_on(Runtime& runtime, const Configuration& configuration,
                const DataDirectory& directory, Mode mode, Signals& signals) {
  const auto& settings = configuration.settings;
  std::optional<DevApp> dev;
  if (mode == Mode::dev) {
    // An earlier run may have ended before it had completely deleted the app.
    auto finished = runtime.io_threads().run(finish_all_removals(runtime.domain()));
    if (!finished) return as_operator_error(finished.error());
    auto prepared = runtime.io_threads().run(
        prepare_dev_app(runtime.domain(), read_credentials(directory.credentials()),
                        flags_for_same_data(configuration)));
    if (!prepared) return as_operator_error(prepared.error());
    dev = std::move(*prepared);
    auto link = runtime.io_threads().run(prepare_dev_administrator(runtime.domain()));
    if (!link) return as_operator_error(link.error());
    dev->sign_in_link = std::move(*link);
    // Before the next steps, so that the keys are not lost if this start fails.
    if (auto kept = write_credentials(directory.credentials(), dev->credentials); !kept)
      return kept;
  }
  Server server(runtime, settings, directory, api_options(settings, dev), mode);
  if (auto listening = server.listen(); !listening) return listening;
  if (dev) {
    auto presented = present_dev_app(runtime, *dev, settings, directory, server.addresses());
    if (!presented) return presented;
  }
  server.start();
  RunFile run_file(directory.run_file());
  if (auto written = run_file.write(server.addresses()); !written) return written;
  if (!dev) log_start(settings, directory, server.addresses());
  run_until_stopped(server, signals);
  return {};
}

}  // namespace

Status serve(const Configuration& configuration, Mode mode) {
  const auto& settings = configuration.settings;
  Signals signals;
  const log::Background log;
  for (const auto& warning : configuration.warnings) {
    log::warn("configuration", {{"reason", std::string_view(warning)}});
  }
  raise_limit_of_open_files();
  configure_allocator();
  const DataDirectory directory(settings.data_dir);
  if (auto created = directory.create(); !created) return created;
  const auto lock = FileLock::of_file(directory.lock());
  if (lock.failure() == FileLock::Failure::in_use) {
    return passing_error(
        fmt::format("the data directory {} is in use by another parleyd; stop that one first, or "
                    "choose another directory with --data-dir",
                    directory.path().string()));
  }
  if (lock.failure() == FileLock::Failure::cannot_open)
    return directory.cannot_lock(lock.error_number());
  auto runtime = Runtime::open(directory, core_count(settings), settings.session_cache_size);
  if (!runtime) return runtime.error();
  const MemoryTrimmer trimmer;
  try {
    auto served = serve_on(**runtime, configuration, directory, mode, signals);
    if (served) log::info("stopped");
    return served;
  } catch (const OperatorException& failure) {
    return failure.error();
  } catch (const std::system_error& failure) {
    return as_operator_error(failure);
  } catch (const std::runtime_error& failure) {
    return operator_error(failure.what());
  }
}

}  // namespace parley::daemon
