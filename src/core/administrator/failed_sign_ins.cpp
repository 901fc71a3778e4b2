#include "core/administrator/failed_sign_ins.hpp"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>

#include "base/client_network.hpp"
#include "base/recent_table.hpp"
#include "crypto/digest.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds kForgottenAfter = 1h;
constexpr unsigned kGuardedAfter = 20;
constexpr seconds kOneTryIn = 15min;

struct Rule {
  unsigned free;
  seconds first_wait;
  seconds longest_wait;
};

constexpr Rule kPairRule{3, 1s, 15min};
constexpr Rule kAddressRule{20, 1min, 15min};
constexpr Rule kKnownPairRule{3, 1s, 1min};

/// A count of failures, and the wait that it led to.
struct Count {
  unsigned failures = 0;
  SteadyTime last = kLongAgo;
  seconds wait{0};
  SteadyTime waits_until = kLongAgo;

  void forget_if_quiet(SteadyTime now) {
    if (now - std::max(last, waits_until) >= kForgottenAfter) *this = {};
  }

  void fail(SteadyTime now) {
    ++failures;
    last = now;
  }

  void fail(SteadyTime now, const Rule& rule) {
    fail(now);
    if (failures <= rule.free) return;
    wait = std::clamp(2 * wait, rule.first_wait, rule.longest_wait);
    waits_until = now + wait;
  }

  /// Takes back one failure; the others stay.
  void take_back() {
    if (failures > 0) --failures;
    wait /= 2;
    waits_until = kLongAgo;
  }
};

struct Keys {
  crypto::Sha256 account;
  std::uint64_t client;
  crypto::Sha256 pair;
};

// Digests, so that all keys have the same size, however long the input was.
Keys keys_of(const SignInTry& attempt) {
  const auto client = client_number(attempt.address);
  return {crypto::sha256(attempt.account), client,
          crypto::sha256(fmt::format("{}\n{}", attempt.account, client))};
}

seconds left(SteadyTime may_try_at, SteadyTime now) {
  return now < may_try_at ? std::chrono::ceil<seconds>(may_try_at - now) : 0s;
}

}  // namespace

class FailedSignIns::Tables {
 public:
  explicit Tables(std::size_t capacity)
      : pairs_(capacity), known_pairs_(capacity), addresses_(capacity), accounts_(capacity) {}

  seconds begin_known(const Keys& keys, SteadyTime now) {
    const std::lock_guard lock(mutex_);
    auto& pair = known_pairs_.touch(keys.pair);
    pair.forget_if_quiet(now);
    const auto wait = left(pair.waits_until, now);
    if (wait == 0s) pair.fail(now, kKnownPairRule);
    return wait;
  }

  seconds begin(const Keys& keys, SteadyTime now) {
    const std::lock_guard lock(mutex_);
    auto& pair = pairs_.touch(keys.pair);
    auto& address = addresses_.touch(keys.client);
    auto& account = accounts_.touch(keys.account);
    for (auto* count : {&pair, &address, &account}) count->forget_if_quiet(now);
    auto may_try_at = std::max(pair.waits_until, address.waits_until);
    const bool is_guarded = account.failures >= kGuardedAfter;
    if (is_guarded && pair.failures > 0) may_try_at = std::max(may_try_at, pair.last + kOneTryIn);
    const auto wait = left(may_try_at, now);
    if (wait > 0s) return wait;
    pair.fail(now, kPairRule);
    address.fail(now, kAddressRule);
    account.fail(now);
    return 0s;
  }

  void succeeded(const Keys& keys, bool is_known) {
    const std::lock_guard lock(mutex_);
    // Clear both: the address may have become known during this attempt.
    known_pairs_.forget(keys.pair);
    pairs_.forget(keys.pair);
    if (!is_known) take_back_from_shared(keys);
  }

  void withdraw(const Keys& keys, bool is_known) {
    const std::lock_guard lock(mutex_);
    (is_known ? known_pairs_ : pairs_).touch(keys.pair).take_back();
    if (!is_known) take_back_from_shared(keys);
  }

  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return pairs_.size() + known_pairs_.size() + addresses_.size() + accounts_.size();
  }

 private:
  using ByDigest = RecentTable<crypto::Sha256, Count, crypto::Sha256Hash>;

  void take_back_from_shared(const Keys& keys) {
    addresses_.touch(keys.client).take_back();
    accounts_.touch(keys.account).take_back();
  }

  mutable std::mutex mutex_;
  ByDigest pairs_;
  ByDigest known_pairs_;  ///< Separate: strangers cannot evict its entries.
  RecentTable<std::uint64_t, Count> addresses_;
  ByDigest accounts_;
};

FailedSignIns::FailedSignIns(const SteadyClock& clock, std::size_t capacity)
    : clock_(clock), tables_(std::make_unique<Tables>(capacity)) {}

FailedSignIns::~FailedSignIns() = default;

seconds FailedSignIns::begin(const SignInTry& attempt) {
  const auto keys = keys_of(attempt);
  const auto now = clock_.now();
  return attempt.is_known ? tables_->begin_known(keys, now) : tables_->begin(keys, now);
}

void FailedSignIns::succeeded(const SignInTry& attempt) {
  tables_->succeeded(keys_of(attempt), attempt.is_known);
}

void FailedSignIns::withdraw(const SignInTry& attempt) {
  tables_->withdraw(keys_of(attempt), attempt.is_known);
}

std::size_t FailedSignIns::size() const { return tables_->size(); }

}  // namespace parley::core
