// Hashes passwords on threads of its own, so that no I/O thread is blocked.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

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
  /// The threads of one group. asio::thread_pool would wait forever if it could not start them all.
  class Lane {
   public:
    /// Throws std::system_error.
    explicit Lane(std::size_t thread_count);
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    ~Lane();

    asio::io_context context;
    const std::size_t most;  ///< The most hashes in progress, including waiting ones.
    std::atomic<std::size_t> under_way = 0;

   private:
    asio::executor_work_guard<asio::io_context::executor_type> guard_;
    std::vector<std::thread> threads_;
  };

  /// Runs `work() -> T` on one of the threads. Rethrows what it throws.
  template <class Work>
  static auto run(Lane& lane, Work work) -> Task<Result<std::invoke_result_t<Work&>>>;

  Lane strangers_{kThreads};
  Lane administrators_{1};
};

}  // namespace parley::daemon
