#include "core/administrator/failed_sign_ins.hpp"

#include <algorithm>
#include <list>
#include <mutex>
#include <string>

#include <fmt/format.h>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/url/ipv6_address.hpp>

#include "crypto/digest.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds kLongestWait = 15min;
constexpr seconds kForgottenAfter = 1h;
constexpr unsigned kGuardedAfter = 20;
constexpr seconds kOneTryIn = 15min;

struct Rule {
  unsigned free;
  seconds first_wait;
};

constexpr Rule kPairRule{3, 1s};
constexpr Rule kAddressRule{20, 1min};

/// Failures of one kind, and the wait that they led to.
struct Count {
  unsigned failures = 0;
  Time last = kNever;
  seconds wait{0};
  Time waits_until = kNever;

  void forget_if_quiet(Time now) {
    if (now - std::max(last, waits_until) >= kForgottenAfter) *this = {};
  }

  void fail(Time now) {
    ++failures;
    last = now;
  }

  void fail(Time now, const Rule& rule) {
    fail(now);
    if (failures <= rule.free) return;
    wait = std::clamp(2 * wait, rule.first_wait, kLongestWait);
    waits_until = now + wait;
  }
};

/// Values by key; when full, the one that was touched longest ago makes room.
template <class Value>
class RecentTable {
 public:
  explicit RecentTable(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

  Value& touch(const crypto::Sha256& key) {
    if (const auto found = index_.find(key); found != index_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return entries_.front().value;
    }
    if (entries_.size() == capacity_) {
      index_.erase(entries_.back().key);
      entries_.pop_back();
    }
    entries_.push_front({key, {}});
    index_.emplace(key, entries_.begin());
    return entries_.front().value;
  }

  void forget(const crypto::Sha256& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return;
    entries_.erase(found->second);
    index_.erase(found);
  }

  [[nodiscard]] bool contains(const crypto::Sha256& key) const { return index_.contains(key); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    crypto::Sha256 key;
    Value value;
  };

  std::size_t capacity_;
  std::list<Entry> entries_;  ///< Most recent first.
  boost::unordered_flat_map<crypto::Sha256, typename std::list<Entry>::iterator, crypto::Sha256Hash>
      index_;
};

/// One client has as many addresses of its /64 as it likes.
std::string client_of(std::string_view address) {
  const auto v6 = boost::urls::parse_ipv6_address(address);
  if (!v6 || v6->is_v4_mapped()) return std::string(address);
  const auto bytes = v6->to_bytes();
  return {reinterpret_cast<const char*>(bytes.data()), 8};
}

struct Keys {
  crypto::Sha256 account;
  crypto::Sha256 client;
  crypto::Sha256 pair;
};

// Digests, so that each key is as short as any other, however long what was typed.
Keys keys_of(std::string_view account, std::string_view address) {
  const auto client = client_of(address);
  return {crypto::sha256(account), crypto::sha256(client),
          crypto::sha256(fmt::format("{}\n{}", account, client))};
}

}  // namespace

class FailedSignIns::Tables {
 public:
  explicit Tables(std::size_t capacity)
      : pairs_(capacity), addresses_(capacity), accounts_(capacity), known_(capacity) {}

  seconds begin(const Keys& keys, Time now) {
    const std::lock_guard lock(mutex_);
    auto& pair = pairs_.touch(keys.pair);
    auto& address = addresses_.touch(keys.client);
    auto& account = accounts_.touch(keys.account);
    for (auto* count : {&pair, &address, &account}) count->forget_if_quiet(now);
    auto may_try_at = std::max(pair.waits_until, address.waits_until);
    const bool is_guarded = account.failures >= kGuardedAfter && !known_.contains(keys.pair);
    if (is_guarded && pair.failures > 0) may_try_at = std::max(may_try_at, pair.last + kOneTryIn);
    if (now < may_try_at) return std::chrono::ceil<seconds>(may_try_at - now);
    pair.fail(now, kPairRule);
    address.fail(now, kAddressRule);
    account.fail(now);
    return 0s;
  }

  void succeeded(const Keys& keys) {
    const std::lock_guard lock(mutex_);
    pairs_.forget(keys.pair);
    known_.touch(keys.pair);
    take_back(addresses_.touch(keys.client));
    take_back(accounts_.touch(keys.account));
  }

  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return pairs_.size() + addresses_.size() + accounts_.size() + known_.size();
  }

 private:
  struct Nothing {};

  /// The try that succeeded was no failure; those of others behind the same address stay.
  static void take_back(Count& count) {
    if (count.failures > 0) --count.failures;
    count.waits_until = kNever;
  }

  mutable std::mutex mutex_;
  RecentTable<Count> pairs_;
  RecentTable<Count> addresses_;
  RecentTable<Count> accounts_;
  RecentTable<Nothing> known_;  ///< Pairs that signed in. Failures cannot push one out.
};

FailedSignIns::FailedSignIns(const Clock& clock, std::size_t capacity)
    : clock_(clock), tables_(std::make_unique<Tables>(capacity)) {}

FailedSignIns::~FailedSignIns() = default;

seconds FailedSignIns::begin(std::string_view account, std::string_view address) {
  return tables_->begin(keys_of(account, address), clock_.now());
}

void FailedSignIns::succeeded(std::string_view account, std::string_view address) {
  tables_->succeeded(keys_of(account, address));
}

std::size_t FailedSignIns::size() const { return tables_->size(); }

}  // namespace parley::core
