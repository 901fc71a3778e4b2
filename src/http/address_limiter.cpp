#include "http/address_limiter.hpp"

#include <mutex>

#include "base/client_network.hpp"
#include "base/minute_window.hpp"
#include "base/recent_table.hpp"

namespace parley::http {

struct AddressLimiter::Shard {
  explicit Shard(std::size_t capacity) : addresses(capacity) {}

  mutable std::mutex mutex;
  RecentTable<std::uint64_t, MinuteWindow> addresses;
};

AddressLimiter::AddressLimiter(const SteadyClock& clock, std::uint32_t per_minute,
                               std::size_t capacity)
    : clock_(clock), per_minute_(per_minute) {
  for (auto& shard : shards_) shard = std::make_unique<Shard>(capacity / kShards);
}

AddressLimiter::~AddressLimiter() = default;

std::optional<std::chrono::seconds> AddressLimiter::count(std::string_view address) {
  if (per_minute_ == 0 || is_this_machine(address)) return std::nullopt;
  const auto client = client_number(address);
  auto& shard = *shards_[shard_of(client, kShards)];
  const auto now = clock_.now();
  const std::lock_guard lock(shard.mutex);
  auto& window = shard.addresses.touch(client);
  if (window.admit(per_minute_, now)) return std::nullopt;
  return std::chrono::ceil<std::chrono::seconds>(window.left(now));
}

std::size_t AddressLimiter::size() const {
  std::size_t total = 0;
  for (const auto& shard : shards_) {
    const std::lock_guard lock(shard->mutex);
    total += shard->addresses.size();
  }
  return total;
}

}  // namespace parley::http
