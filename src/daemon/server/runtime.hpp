// The store and the domain with the threads that run them. A server and, while no server runs, a
// command both work on this.
#pragma once

#include <cstddef>
#include <memory>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/steady_clock.hpp"
#include "core/domain.hpp"
#include "crypto/random.hpp"
#include "daemon/data/data_directory.hpp"
#include "daemon/server/io_threads.hpp"
#include "daemon/server/password_threads.hpp"

namespace parley::daemon {

class Runtime {
 public:
  /// Opens the store in the directory, or creates it. The caller holds the directory's lock. The
  /// error's message is one line.
  [[nodiscard]] static Result<std::unique_ptr<Runtime>> open(const DataDirectory& directory,
                                                             std::size_t io_threads,
                                                             std::size_t session_cache_size);
  /// Waits until the I/O threads have no work left.
  ~Runtime() { io_threads_.join(); }
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  [[nodiscard]] IoThreads& io_threads() { return io_threads_; }
  [[nodiscard]] core::Domain& domain() { return domain_; }
  [[nodiscard]] core::Store& store() { return *store_; }
  [[nodiscard]] core::EventBus& bus() { return *bus_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] const SteadyClock& steady_clock() const { return steady_clock_; }
  [[nodiscard]] crypto::Random& random() { return random_; }

 private:
  Runtime(std::unique_ptr<core::EventBus> bus, std::unique_ptr<core::Store> store,
          std::size_t io_threads, std::size_t session_cache_size);

  SystemClock clock_;
  SystemSteadyClock steady_clock_;
  crypto::SystemRandom random_;
  IoThreads io_threads_;  ///< First: the store and the password threads resume coroutines on them.
  PasswordThreads passwords_;
  std::unique_ptr<core::EventBus> bus_;
  std::unique_ptr<core::Store> store_;
  core::Domain domain_;
};

}  // namespace parley::daemon
