// The whole server except its sockets.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "api/router.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "crypto/jwt.hpp"
#include "daemon/metrics/metrics.hpp"
#include "http/middleware.hpp"
#include "storage/sqlite/store.hpp"
#include "support/coroutine_runner.hpp"
#include "support/plain_hasher.hpp"
#include "support/temporary_directory.hpp"

namespace parley::bench {

/// Contains an app (kApp) with logged-in users.
class Server {
 public:
  static constexpr std::size_t kUsers = 2;

  Server();

  /// The auth token of a user, from 0 to kUsers - 1.
  [[nodiscard]] const std::string& token(std::size_t user) const { return tokens_.at(user); }

  /// Appends the answer to a complete request without a body, as a connection does for the bytes it
  /// received. Thread-safe.
  Task<void> answer(std::string_view received, std::string& out);

 private:
  test_support::TemporaryDirectory directory_;
  test_support::CoroutineRunner runner_;  ///< Declared before the store, whose threads wake it.
  core::EventBus bus_;
  std::unique_ptr<storage::sqlite::SqliteStore> store_ =
      storage::sqlite::SqliteStore::open(directory_ / "parley.db", {.bus = &bus_}).value();
  SystemClock clock_;
  SystemSteadyClock steady_clock_;
  crypto::SystemRandom random_;
  test_support::PlainHasher passwords_;
  core::Domain domain_{core::Environment{*store_, bus_, clock_, steady_clock_, random_}, passwords_,
                       1000};
  crypto::JwtSigner signer_{crypto::make_signing_key()};
  api::Router router_{domain_, clock_, steady_clock_, signer_, {}};
  http::Assets assets_{false};
  realtime::SocketCounters realtime_;
  daemon::Metrics metrics_{domain_, *store_, realtime_, clock_.now()};
  http::FailedCredentials failed_credentials_{steady_clock_, 20};
  http::AddressLimiter address_limiter_{steady_clock_, 0, 0};
  http::Middleware middleware_{
      router_, failed_credentials_, address_limiter_, clock_, {}, &assets_, nullptr, &metrics_};
  const std::string client_ = "192.0.2.17";
  std::array<std::string, kUsers> tokens_;
};

}  // namespace parley::bench
