#include "http/failed_credentials.hpp"

#include <algorithm>
#include <list>
#include <mutex>

#include <boost/unordered/unordered_flat_map.hpp>

namespace parley::http {
namespace {

using namespace std::chrono_literals;
namespace ip = boost::asio::ip;

constexpr auto kWindow = 60s;
constexpr std::chrono::seconds kFirstWait = 60s;
constexpr std::chrono::seconds kLongestWait = 900s;

/// The client as we tell clients apart: an IPv4 address, or the /64 of an IPv6 address, of which
/// one client has as many addresses as it likes. They do not meet: no /64 starts with 32 zero bits.
std::uint64_t client_of(const ip::address& address) {
  if (address.is_v4()) return address.to_v4().to_uint();
  const auto v6 = address.to_v6();
  if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6).to_uint();
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) prefix = prefix << 8U | v6.to_bytes()[i];
  return prefix;
}

std::chrono::seconds round_up(Time::duration wait) {
  return std::chrono::ceil<std::chrono::seconds>(wait);
}

}  // namespace

class FailedCredentials::Shard {
 public:
  explicit Shard(std::size_t capacity) : capacity_(capacity) {}

  std::chrono::seconds record(std::uint64_t client, unsigned per_minute, Time now) {
    const std::lock_guard lock(mutex_);
    auto& entry = touch(client);
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
    entry.window_start = kNever;
    return entry.wait;
  }

  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return entries_.size();
  }

 private:
  struct Entry {
    std::uint64_t client;
    Time window_start = kNever;
    Time waits_until = kNever;
    std::chrono::seconds wait{0};  ///< The last one; the next is twice as long.
    unsigned failures = 0;
  };

  /// The client's entry, made the most recent one.
  Entry& touch(std::uint64_t client) {
    if (const auto found = index_.find(client); found != index_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return entries_.front();
    }
    if (entries_.size() == capacity_) {
      index_.erase(entries_.back().client);
      entries_.pop_back();
    }
    entries_.push_front(Entry{client});
    index_.emplace(client, entries_.begin());
    return entries_.front();
  }

  mutable std::mutex mutex_;
  std::size_t capacity_;
  std::list<Entry> entries_;  ///< Most recent first.
  boost::unordered_flat_map<std::uint64_t, std::list<Entry>::iterator> index_;
};

FailedCredentials::FailedCredentials(const Clock& clock, unsigned per_minute, std::size_t capacity)
    : clock_(clock), per_minute_(per_minute) {
  for (auto& shard : shards_) {
    shard = std::make_unique<Shard>(std::max<std::size_t>(capacity / kShards, 1));
  }
}

FailedCredentials::~FailedCredentials() = default;

std::chrono::seconds FailedCredentials::record(const ip::address& address) {
  if (per_minute_ == 0) return 0s;
  const auto client = client_of(address);
  auto& shard = *shards_[boost::hash<std::uint64_t>{}(client * 0x9E3779B97F4A7C15U) % kShards];
  return shard.record(client, per_minute_, clock_.now());
}

std::size_t FailedCredentials::size() const {
  std::size_t total = 0;
  for (const auto& shard : shards_) total += shard->size();
  return total;
}

}  // namespace parley::http
