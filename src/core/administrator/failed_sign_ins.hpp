// How long those who fail to sign in must wait before they may try again, in bounded memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include "base/steady_clock.hpp"

namespace parley::core {

/// One try to sign in.
struct SignInTry {
  std::string_view account;
  std::string_view address;  ///< Of the client.
  /// The account has signed in from this address before: what strangers do is not held against it.
  bool is_known = false;
};

/// Counts failures, and forgets each count after an hour without any.
///
/// From an address that the account has not signed in from, three rules apply, and the longest wait
/// counts:
/// - the account from this address: 3 free failures, then 1 second, doubling up to 15 minutes;
/// - the address, whatever the account: 20 free failures, then 1 minute, doubling up to 15;
/// - the account, whatever the address: after 20 failures, one try per address in 15 minutes.
///
/// From an address that the account has signed in from, there is one rule, with a count of its own:
/// 3 free failures, then 1 second, doubling up to 1 minute. So nobody keeps an administrator out
/// for longer than that, not even from the same address, and an address that is known to one
/// account is a stranger to all others.
///
/// An IPv6 address counts as its /64. Accounts that do not exist count like others. Memory is
/// fixed: when it is full, what was used longest ago is forgotten. Safe from any thread.
class FailedSignIns {
 public:
  /// `capacity`: entries of each kind that are remembered at once.
  explicit FailedSignIns(const SteadyClock& clock, std::size_t capacity = 16'384);
  ~FailedSignIns();
  FailedSignIns(const FailedSignIns&) = delete;
  FailedSignIns& operator=(const FailedSignIns&) = delete;

  /// Asks to try. Zero: go ahead; the try counts as failed from now on, so that many at once gain
  /// nothing. Else how long to wait, at most 15 minutes; asking during the wait does not lengthen
  /// it.
  [[nodiscard]] std::chrono::seconds begin(const SignInTry& attempt);

  /// The try that began was right: what this address failed at this account is forgotten.
  void succeeded(const SignInTry& attempt);

  /// The try that began was never judged, for example because the server had no time for it: it is
  /// no failure.
  void withdraw(const SignInTry& attempt);

  /// Entries remembered now, of all kinds.
  [[nodiscard]] std::size_t size() const;

 private:
  class Tables;

  const SteadyClock& clock_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace parley::core
