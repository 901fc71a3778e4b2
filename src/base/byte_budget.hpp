// A limit on the bytes that are held at once: by each owner, and by all together.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/result.hpp"

namespace parley {

/// Safe from any thread. Outlives its leases.
class ByteBudget {
 public:
  /// Bytes that somebody holds. They return to the budget when the lease is destroyed.
  class Lease;
  using LeasePtr = std::unique_ptr<Lease>;

  /// One owner may hold a quarter of `total` bytes.
  explicit ByteBudget(std::size_t total) : total_(total), per_owner_(total / 4) {}
  ByteBudget(const ByteBudget&) = delete;
  ByteBudget& operator=(const ByteBudget&) = delete;

  /// Takes `bytes` for `owner`, whose name is the caller's choice.
  /// Errors: ERR_TOO_MANY_REQUESTS when the owner would hold too many, ERR_SERVICE_UNAVAILABLE when
  /// all together would.
  [[nodiscard]] Result<LeasePtr> take(const std::string& owner, std::size_t bytes);

  /// The bytes of all leases.
  [[nodiscard]] std::size_t held() const;

 private:
  struct Share {
    std::size_t bytes = 0;
    std::size_t leases = 0;
  };
  using Shares = std::unordered_map<std::string, Share>;

  const std::size_t total_;
  const std::size_t per_owner_;
  mutable std::mutex mutex_;
  std::size_t held_ = 0;
  Shares shares_;  ///< Of the owners that have a lease.
};

class ByteBudget::Lease {
 public:
  /// Only ByteBudget::take makes leases.
  Lease(ByteBudget& budget, Shares::value_type& share, std::size_t bytes)
      : budget_(budget), share_(share), bytes_(bytes) {}
  ~Lease();
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  /// Corrects an estimate. Always succeeds: the bytes are there already.
  void resize(std::size_t bytes);

 private:
  ByteBudget& budget_;
  Shares::value_type& share_;
  std::size_t bytes_;
};

}  // namespace parley
