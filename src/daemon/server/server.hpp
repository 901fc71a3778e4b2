// Everything that a server offers to the outside: the API on its listeners, the admin listener and
// the control socket. Also runs the housekeeping.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <string>

#include "api/router.hpp"
#include "base/result.hpp"
#include "crypto/jwt.hpp"
#include "daemon/configuration/settings.hpp"
#include "daemon/control/server.hpp"
#include "daemon/data/data_directory.hpp"
#include "daemon/metrics/metrics.hpp"
#include "daemon/server/addresses.hpp"
#include "daemon/server/admin_handler.hpp"
#include "daemon/server/periodic_task.hpp"
#include "daemon/server/runtime.hpp"
#include "http/assets.hpp"
#include "http/middleware.hpp"
#include "http/server.hpp"
#include "http/tls.hpp"
#include "realtime/gateway.hpp"

namespace parley::daemon {

/// Runs on the I/O threads of the runtime. Not thread-safe; must not be used from an I/O thread.
class Server {
 public:
  /// The runtime must outlive this. Throws std::runtime_error if the signing key cannot be used.
  Server(Runtime& runtime, const Settings& settings, const DataDirectory& directory,
         api::ApiOptions api_options, Mode mode);
  /// Ends the I/O threads of the runtime. No coroutine of this object is left afterwards.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Marks all users offline and binds every listener; no request is handled before start(). The
  /// error's message is one line.
  [[nodiscard]] Status listen();

  /// Valid after listen().
  [[nodiscard]] const Addresses& addresses() const { return addresses_; }

  void start();

  /// Whether the server serves TLS. Valid after listen().
  [[nodiscard]] bool has_certificate() const { return tls_ != nullptr; }

  /// Reads the certificate again. Requires has_certificate(). On failure, the old one stays in use,
  /// and the error's message is one line.
  [[nodiscard]] Status reload_certificate();

  /// Completes the requests in progress, closes the connections left after the configured patience,
  /// and writes what the domain still holds in memory to the store. Blocks until all is done.
  void stop();

 private:
  [[nodiscard]] Status load_certificate();
  [[nodiscard]] Result<http::Endpoint> listen_on(const http::Endpoint& endpoint,
                                                 const http::Tls* tls);
  void stop_background_work();

  Runtime& runtime_;
  const Settings& settings_;
  Mode mode_;
  const DataDirectory& directory_;
  crypto::JwtSigner signer_;
  api::Router router_;
  http::Assets assets_;
  realtime::SocketCounters realtime_statistics_;
  Metrics metrics_;
  http::FailedCredentials failed_credentials_;
  http::AddressLimiter address_limiter_;
  const realtime::Limits realtime_limits_;
  realtime::OpenSockets open_sockets_;
  realtime::Gateway gateway_;
  http::Middleware middleware_;
  AdminHandler admin_handler_;
  std::unique_ptr<http::Tls> tls_;
  std::unique_ptr<http::Server> http_server_;
  std::unique_ptr<http::Server>
      admin_http_server_;  ///< Separate, to respond while the other drains.
  ControlServer control_;
  std::array<PeriodicTask, 3> housekeeping_;
  Addresses addresses_;
};

}  // namespace parley::daemon
