// realtime_load: holds thousands of WebSocket clients against a server, for bench/realtime.mjs.
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

/// Each client is one file.
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
  CLI::App app("Holds WebSocket clients against a server");
  app.add_option("--accounts", options.accounts, "Lines of uid, auth token, role; parted by tabs")
      ->required();
  app.add_option("--port", options.port, "Of the server, on this machine")->required();
  app.require_subcommand(1);
  auto* idle = app.add_subcommand("idle", "They do nothing");
  idle->add_option("--uncounted", options.uncounted, "That are opened before the others");
  auto* reconnect = app.add_subcommand("reconnect", "The server is started anew");
  auto* presence = app.add_subcommand("presence", "Some come and go, the others are told");
  presence->add_option("--subscribers", options.presence.subscribers, "Of each role");
  presence->add_option("--changes", options.presence.changes_per_second, "A second");
  presence->add_option("--seconds", options.seconds, "That are measured");
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
