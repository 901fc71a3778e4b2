// realtime_load: connects thousands of WebSocket clients to a server, for bench/realtime.mjs.
#include <cstdio>
#include <exception>

#include <sys/resource.h>
#include <CLI/CLI.hpp>
#include <boost/asio/detached.hpp>

#include "loads.hpp"
#include "run.hpp"

namespace parley::bench {
namespace {

struct Options {
  std::string accounts;
  unsigned short port = 0;
  PresenceLoad presence{.subscribers = 100, .changes_per_second = 500, .measured = {}};
  int seconds = 20;
  std::size_t uncounted = 500;
};

/// Each client needs one file descriptor.
void open_as_many_files_as_allowed() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

template <class Load>
void run(const Options& options, Load load) {
  asio::io_context context(1);
  const Endpoint server(asio::ip::address_v4::loopback(), options.port);
  Swarm swarm(context, server, read_accounts(options.accounts));
  Script script(context);
  asio::co_spawn(context, swarm.keep_alive(), asio::detached);
  asio::co_spawn(context, load(context, swarm, script), [&](std::exception_ptr failure) {
    if (failure) std::rethrow_exception(failure);
    context.stop();
  });
  context.run();
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Connects many WebSocket clients to a server");
  app.add_option("--accounts", options.accounts,
                 "File with uid, auth token and role per line, separated by tabs")
      ->required();
  app.add_option("--port", options.port, "Port of the server on this machine")->required();
  app.require_subcommand(1);
  auto* idle = app.add_subcommand("idle", "All clients stay idle");
  idle->add_option("--uncounted", options.uncounted,
                   "Number of clients opened before the measurement");
  auto* reconnect =
      app.add_subcommand("reconnect", "The server restarts and all clients reconnect");
  auto* presence =
      app.add_subcommand("presence", "Some clients go online and offline, the others are notified");
  presence->add_option("--subscribers", options.presence.subscribers, "Subscribers per role");
  presence->add_option("--changes", options.presence.changes_per_second,
                       "Presence changes per second");
  presence->add_option("--seconds", options.seconds, "Duration of the measurement in seconds");
  CLI11_PARSE(app, argc, argv);

  open_as_many_files_as_allowed();
  options.presence.measured = std::chrono::seconds(options.seconds);
  if (*idle) {
    run(options, [&](auto& context, auto& swarm, auto& script) {
      return load_idle(context, swarm, script, options.uncounted);
    });
  }
  if (*reconnect) run(options, load_reconnect);
  if (*presence) {
    run(options, [&](auto& context, auto& swarm, auto& script) {
      return load_presence(context, swarm, script, options.presence);
    });
  }
  return 0;
}

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) try {
  return parley::bench::run(argc, argv);
} catch (const std::exception& failure) {
  std::fprintf(stderr, "realtime_load: %s\n", failure.what());
  return 1;
}
