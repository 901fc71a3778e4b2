#include "http/failed_credentials.hpp"

#include <algorithm>
#include <mutex>

#include "base/client_network.hpp"
#include "base/recent_table.hpp"

namespace parley::http {
namespace {

using namespace std::chrono_literals;

constexpr auto kWindow = 60s;
constexpr std::chrono::seconds kFirstWait = 60s;
constexpr std::chrono::seconds kLongestWait = 900s;

std::chrono::seconds round_up(SteadyTime::duration wait) {
  return std::chrono::ceil<std::chrono::seconds>(wait);
}

}  // namespace

class FailedCredentials::Shard {
 public:
  explicit Shard(std::size_t capacity) : clients_(capacity) {}

  std::chrono::seconds record(std::uint64_t client, unsigned per_minute, SteadyTime now) {
    const std::lock_guard lock(mutex_);
    auto& entry = clients_.touch(client);
    if (now < entry.waits_until) return round_up(entry.waits_until - now);
    if (now - entry.window_start >= kWindow) {
      const bool kept_quiet = now - entry.waits_until >= kLongestWait;
      if (kept_quiet) entry.wait = 0s;
      entry.window_start = now;
      entry.failures = 0;
    }
    if (++entry.failures <= per_minute) return 0s;
    entry.wait = std::clamp(2 * entry.wait, kFirstWait, kLongestWait);
    entry.waits_until = now + entry.wait;
    entry.window_start = kLongAgo;
    return entry.wait;
  }

  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return clients_.size();
  }

 private:
  struct Failures {
    SteadyTime window_start = kLongAgo;
    SteadyTime waits_until = kLongAgo;
    std::chrono::seconds wait{0};  ///< The last one; the next is twice as long.
    unsigned failures = 0;
  };

  mutable std::mutex mutex_;
  RecentTable<std::uint64_t, Failures> clients_;
};

FailedCredentials::FailedCredentials(const SteadyClock& clock, unsigned per_minute,
                                     std::size_t capacity)
    : clock_(clock), per_minute_(per_minute) {
  for (auto& shard : shards_) {
    shard = std::make_unique<Shard>(capacity / kShards);
  }
}

FailedCredentials::~FailedCredentials() = default;

std::chrono::seconds FailedCredentials::record(const boost::asio::ip::address& address) {
  if (per_minute_ == 0) return 0s;
  const auto client = client_number(address);
  auto& shard = *shards_[shard_of(client, kShards)];
  return shard.record(client, per_minute_, clock_.now());
}

std::size_t FailedCredentials::size() const {
  std::size_t total = 0;
  for (const auto& shard : shards_) total += shard->size();
  return total;
}

}  // namespace parley::http
