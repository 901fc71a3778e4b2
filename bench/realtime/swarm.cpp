#include "swarm.hpp"

#include <algorithm>
#include <exception>
#include <fstream>
#include <stdexcept>

#include "run.hpp"

namespace parley::bench {
namespace {

constexpr std::size_t kOpenedAtOnce = 64;
constexpr auto kPingPeriod = std::chrono::milliseconds{15'000};
constexpr std::size_t kPingTurns = 150;  ///< Per period.

Account parse_account(const std::string& line) {
  const auto first = line.find('\t');
  const auto second = line.find('\t', first + 1);
  if (second == line.npos) throw std::runtime_error("invalid account: " + line);
  return {.uid = line.substr(0, first),
          .auth_token = line.substr(first + 1, second - first - 1),
          .role = line.substr(second + 1)};
}

}  // namespace

std::vector<Account> read_accounts(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Account> accounts;
  for (std::string line; std::getline(file, line);) accounts.push_back(parse_account(line));
  return accounts;
}

Swarm::Swarm(asio::io_context& context, const Endpoint& server, std::vector<Account> accounts)
    : context_(context), server_(server) {
  for (auto& account : accounts)
    clients_.emplace_back(context, server, std::move(account), clients_.size());
}

Task<void> Swarm::open(std::size_t begin, std::size_t end,
                       std::function<void(std::size_t)> opened) {
  auto next = begin;
  co_await side_by_side(context_, kOpenedAtOnce, [&](std::size_t) -> Task<void> {
    while (next < end) {
      const auto number = next++;
      co_await clients_[number].open();
      opened(number);
    }
  });
}

Task<void> Swarm::keep_alive() {
  const auto at_once = clients_.size() / kPingTurns + 1;
  for (std::size_t next = 0; !clients_.empty();) {
    for (std::size_t i = 0; i < at_once; ++i) clients_[next++ % clients_.size()].ping();
    co_await pause(context_, kPingPeriod / kPingTurns);
  }
}

}  // namespace parley::bench
