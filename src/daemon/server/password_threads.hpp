// Hashes passwords on threads of its own, so that no I/O thread is blocked.
#pragma once

#include <atomic>
#include <cstddef>

#include <boost/asio/thread_pool.hpp>

#include "core/administrator/password_hasher.hpp"

namespace parley::daemon {

/// Each hash takes 64 MiB while it is computed. Strangers (core::HashedFor) have two threads and
/// kMostWaiting waiting places; administrators have their own thread and as many waiting places.
/// Coroutines resume on the I/O thread that they came from. The I/O threads must have run out of
/// work before this is destroyed, and must outlive it, because a thread may still be resuming a
/// coroutine.
class PasswordThreads final : public core::PasswordHasher {
 public:
  static constexpr std::size_t kThreads = 2;
  static constexpr std::size_t kMostWaiting = 32;

  PasswordThreads() = default;
  ~PasswordThreads() override = default;
  PasswordThreads(const PasswordThreads&) = delete;
  PasswordThreads& operator=(const PasswordThreads&) = delete;

  Task<Result<std::string>> hash(SecretString password) override;
  Task<Result<core::PasswordCheck>> verify(SecretString password, std::string hash,
                                           core::HashedFor whom) override;

 private:
  /// The threads of one group.
  struct Lane {
    explicit Lane(std::size_t thread_count)
        : threads(thread_count), most(thread_count + kMostWaiting) {}
    ~Lane() { threads.join(); }

    boost::asio::thread_pool threads;
    const std::size_t most;  ///< The most hashes in progress, including waiting ones.
    std::atomic<std::size_t> under_way = 0;
  };

  /// Runs `work() -> T` on one of the threads. Rethrows what it throws.
  template <class Work>
  static auto run(Lane& lane, Work work) -> Task<Result<std::invoke_result_t<Work&>>>;

  Lane strangers_{kThreads};
  Lane administrators_{1};
};

}  // namespace parley::daemon
