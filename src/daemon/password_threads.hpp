// Threads of their own for hashing passwords, so that no core ever waits for one.
#pragma once

#include <atomic>
#include <cstddef>

#include <boost/asio/thread_pool.hpp>

#include "core/administrator/password_hasher.hpp"

namespace parley::daemon {

/// Two passwords at a time, 64 MiB each; at most kMostWaiting more wait. Coroutines resume on the
/// core that they came from. The cores have run out of work before this is destroyed, and outlive
/// it: a thread may still be waking one.
class PasswordThreads final : public core::PasswordHasher {
 public:
  static constexpr std::size_t kThreads = 2;
  static constexpr std::size_t kMostWaiting = 32;

  PasswordThreads() = default;
  ~PasswordThreads() override { threads_.join(); }
  PasswordThreads(const PasswordThreads&) = delete;
  PasswordThreads& operator=(const PasswordThreads&) = delete;

  Task<Result<std::string>> hash(SecretString password) override;
  Task<Result<core::PasswordCheck>> verify(SecretString password, std::string hash) override;

 private:
  /// Awaits `work() -> T` on one of the threads. Rethrows what it throws.
  template <class Work>
  auto run(Work work) -> Task<Result<std::invoke_result_t<Work&>>>;

  boost::asio::thread_pool threads_{kThreads};
  std::atomic<std::size_t> under_way_ = 0;
};

}  // namespace parley::daemon
