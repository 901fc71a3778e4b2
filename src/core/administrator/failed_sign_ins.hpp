// Makes clients wait after failed sign-ins, in bounded memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include "base/steady_clock.hpp"

namespace parley::core {

/// One attempt to sign in.
struct SignInTry {
  std::string_view account;
  std::string_view address;  ///< Of the client.
  /// The account has signed in from this address before. Failures of strangers do not count against
  /// it.
  bool is_known = false;
};

/// Counts failed sign-ins. A count is cleared one hour after its last failure and wait.
///
/// If the account has not signed in from the address before, three rules apply, and the longest
/// wait counts:
/// - per account and address: 3 free failures, then 1 second, doubling up to 15 minutes;
/// - per address, for any account: 20 free failures, then 1 minute, doubling up to 15 minutes;
/// - per account, from any address: after 20 failures, one attempt per address in 15 minutes.
///
/// If the account has signed in from the address before, one rule applies, with its own count: 3
/// free failures, then 1 second, doubling up to 1 minute. So nobody can lock an administrator out
/// for longer than that, not even from the same address. An address that is known for one account
/// is unknown for all others.
///
/// An IPv6 address counts as its /64. Accounts that do not exist count like others. When a table is
/// full, its least recently used entry is forgotten. Safe from any thread.
class FailedSignIns {
 public:
  /// `capacity`: the maximum number of entries of each kind. `clock` must outlive this.
  explicit FailedSignIns(const SteadyClock& clock, std::size_t capacity = 16'384);
  ~FailedSignIns();
  FailedSignIns(const FailedSignIns&) = delete;
  FailedSignIns& operator=(const FailedSignIns&) = delete;

  /// Asks for permission to try. Zero means go ahead: the attempt counts as failed until
  /// succeeded() or withdraw() is called, so that parallel attempts gain nothing. Otherwise returns
  /// how long to wait, at most 15 minutes. Asking during the wait does not extend it.
  [[nodiscard]] std::chrono::seconds begin(const SignInTry& attempt);

  /// The attempt succeeded. Clears the failures of the account from this address; failures from
  /// other addresses still count.
  void succeeded(const SignInTry& attempt);

  /// The attempt was not checked, for example because the server was too busy, and does not count
  /// as a failure.
  void withdraw(const SignInTry& attempt);

  /// The number of entries of all kinds.
  [[nodiscard]] std::size_t size() const;

 private:
  class Tables;

  const SteadyClock& clock_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace parley::core
