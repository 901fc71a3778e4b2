// Limits the bytes that are held at once, per owner and in total.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/result.hpp"

namespace parley {

/// Safe from any thread. Must outlive its leases.
class ByteBudget {
 public:
  /// Bytes taken from the budget. Destroying the lease returns them.
  class Lease;
  using LeasePtr = std::unique_ptr<Lease>;

  /// `total`: the bytes that all owners together may hold. One owner may hold a quarter of it.
  explicit ByteBudget(std::size_t total) : total_(total), per_owner_(total / 4) {}
  ByteBudget(const ByteBudget&) = delete;
  ByteBudget& operator=(const ByteBudget&) = delete;

  /// Takes `bytes` for `owner`, a key that the caller chooses. Errors, both with retry_after:
  /// ERR_TOO_MANY_REQUESTS if the owner would exceed its share, ERR_SERVICE_UNAVAILABLE if the
  /// total would be exceeded.
  [[nodiscard]] Result<LeasePtr> take(const std::string& owner, std::size_t bytes);

  /// Bytes held by all leases.
  [[nodiscard]] std::size_t held() const;

 private:
  struct Share {
    std::size_t bytes = 0;
    std::size_t leases = 0;
  };
  using Shares = std::unordered_map<std::string, Share>;

  /// Whether an owner that holds `own` bytes may hold `bytes` more.
  [[nodiscard]] Status check(std::size_t own, std::size_t bytes) const;

  const std::size_t total_;
  const std::size_t per_owner_;
  mutable std::mutex mutex_;
  std::size_t held_ = 0;
  Shares shares_;  ///< Only owners that have a lease.
};

class ByteBudget::Lease {
 public:
  /// Called by ByteBudget::take() only.
  Lease(ByteBudget& budget, Shares::value_type& share, std::size_t bytes)
      : budget_(budget), share_(share), bytes_(bytes) {}
  ~Lease();
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  /// Replaces an estimate with the real size. If that is larger, errors as take(); then the lease
  /// keeps its size, and the caller must free what it has.
  [[nodiscard]] Status resize(std::size_t bytes);

 private:
  ByteBudget& budget_;
  Shares::value_type& share_;
  std::size_t bytes_;
};

}  // namespace parley
