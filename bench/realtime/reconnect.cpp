#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "loads.hpp"
#include "run.hpp"

namespace parley::bench {
namespace {

constexpr auto kBetweenAttempts = std::chrono::milliseconds{100};
constexpr auto kBetweenLooks = std::chrono::milliseconds{5};

Task<void> until_lost(Client& client) {
  try {
    for (;;) (void)co_await client.hear();
  } catch (const std::exception&) {
    co_return;
  }
}

Task<void> until_listening(asio::io_context& context, const Endpoint& server) {
  for (;;) {
    asio::basic_stream_socket<asio::ip::tcp, Executor> socket(context);
    const auto [refused] = co_await socket.async_connect(server, asio::as_tuple(asio::deferred));
    if (!refused) co_return;
    co_await pause(context, kBetweenLooks);
  }
}

Task<void> come_back(asio::io_context& context, Client& client, std::size_t& errors) {
  for (;;) {
    try {
      co_return co_await client.open();
    } catch (const std::exception&) {
      ++errors;
    }
    co_await pause(context, kBetweenAttempts);
  }
}

}  // namespace

Task<void> load_reconnect(asio::io_context& context, Swarm& swarm, Script& script) {
  co_await swarm.open(0, swarm.size());
  co_await script.reached("connected");
  co_await side_by_side(context, swarm.size(), [&](std::size_t i) { return until_lost(swarm[i]); });
  co_await until_listening(context, swarm.server());

  const auto begin = Clock::now();
  std::size_t errors = 0;
  co_await side_by_side(context, swarm.size(),
                        [&](std::size_t i) { return come_back(context, swarm[i], errors); });
  const std::chrono::duration<double> took = Clock::now() - begin;
  script.report({{"clients", swarm.size()}, {"seconds", took.count()}, {"errors", errors}});
  co_await script.reached("back");
}

}  // namespace parley::bench
