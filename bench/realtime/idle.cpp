#include <algorithm>

#include "loads.hpp"
#include "run.hpp"

namespace parley::bench {
namespace {

/// Until memory used by the logins is freed and each client has sent a ping.
constexpr auto kSettling = std::chrono::seconds{16};

}  // namespace

Task<void> load_idle(asio::io_context& context, Swarm& swarm, Script& script,
                     std::size_t uncounted) {
  co_await swarm.open(0, std::min(uncounted, swarm.size()));
  co_await script.reached("warm");
  co_await swarm.open(uncounted, swarm.size());
  co_await pause(context, kSettling);
  co_await script.reached("idle");
}

}  // namespace parley::bench
