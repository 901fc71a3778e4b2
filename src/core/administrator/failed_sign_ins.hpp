// How long those who fail to sign in must wait before they may try again, in bounded memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include "base/clock.hpp"

namespace parley::core {

/// Three counts, each forgotten after an hour of quiet:
/// - an account from one address: 3 free failures, then 1 second, doubling up to 15 minutes;
/// - an address: 20 free failures, then 1 minute, doubling up to 15;
/// - an account from anywhere: after 20 failures, an address gets one try in 15 minutes, unless it
///   signed in to this account before. So strangers lock nobody out of an account.
/// An IPv6 address counts as its /64. Accounts that do not exist count like others. Memory is
/// fixed: when it is full, what was touched longest ago is forgotten. Safe from any thread.
class FailedSignIns {
 public:
  /// `capacity`: entries of each kind that are remembered at once.
  explicit FailedSignIns(const Clock& clock, std::size_t capacity = 16'384);
  ~FailedSignIns();
  FailedSignIns(const FailedSignIns&) = delete;
  FailedSignIns& operator=(const FailedSignIns&) = delete;

  /// Asks to try. Zero: go ahead; the try counts as failed from now on, so that many at once gain
  /// nothing. Else how long to wait; asking during the wait does not lengthen it.
  [[nodiscard]] std::chrono::seconds begin(std::string_view account, std::string_view address);

  /// The try that began was right: what its address failed at this account is forgotten.
  void succeeded(std::string_view account, std::string_view address);

  /// Entries remembered now, of all kinds.
  [[nodiscard]] std::size_t size() const;

 private:
  class Tables;

  const Clock& clock_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace parley::core
