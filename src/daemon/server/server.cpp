#include "daemon/server/server.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <boost/asio/co_spawn.hpp>

#include "base/log.hpp"
#include "base/log_failure.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/data/certificate.hpp"
#include "daemon/data/signing_key.hpp"
#include "daemon/server/housekeeping.hpp"

namespace parley::daemon {
namespace {

using boost::asio::ip::address_v4;
using boost::asio::ip::address_v6;

constexpr std::chrono::seconds kFlushEvery{5};
constexpr std::chrono::hours kPurgeEvery{1};
/// Other writes run in the pauses.
constexpr std::chrono::milliseconds kRemovalEvery{25};
constexpr std::chrono::seconds kAdminPatience{1};
constexpr std::size_t kMostAdminConnections = 256;

/// Addresses that many clients may share, and that load tests use.
std::vector<http::Network> unlimited_networks(const Settings& settings) {
  auto networks = settings.trusted_proxies;
  for (const auto* this_machine : {"127.0.0.0/8", "::1"}) {
    networks.push_back(http::Network::parse(this_machine).value());
  }
  return networks;
}

http::Limits limits_of(const Settings& settings) {
  http::Limits limits;
  limits.max_connections = settings.max_connections;
  limits.max_connections_per_address = connections_per_address(settings);
  limits.unlimited_networks = unlimited_networks(settings);
  limits.head = limits.body = settings.request_timeout;
  limits.idle = settings.keep_alive;
  return limits;
}

http::Limits admin_limits() {
  http::Limits limits;
  limits.max_connections = kMostAdminConnections;
  return limits;
}

http::MiddlewareOptions middleware_options(const Settings& settings) {
  return {.trusted_proxies = settings.trusted_proxies, .access_log = settings.access_log};
}

/// For a listener on every interface, returns the URL with the loopback address.
std::string url_of(std::string_view scheme, http::Endpoint endpoint) {
  if (endpoint.address == address_v4::any()) endpoint.address = address_v4::loopback();
  if (endpoint.address == address_v6::any()) endpoint.address = address_v6::loopback();
  return fmt::format("{}://{}", scheme, http::to_string(endpoint));
}

/// Whether a listener can be switched off.
enum class Use { required, optional };

/// The error of a listener, with the flag that chooses another address.
Error with_flag(const Error& error, std::string_view flag, Use use) {
  if (can_pass(error)) return as_operator_error(error);
  const auto off = use == Use::optional
                       ? fmt::format(", or turn this listener off with {} off", flag)
                       : std::string();
  return operator_error(
      fmt::format("{}; choose another address with {}{}", error->message, flag, off));
}

/// A key for the hash tables of the limits.
std::uint64_t random_hash_key(crypto::Random& random) {
  std::uint64_t key = 0;
  random.fill(std::as_writable_bytes(std::span(&key, 1)));
  return key;
}

api::ApiOptions with_hash_key(api::ApiOptions options, crypto::Random& random) {
  options.hash_key = random_hash_key(random);
  return options;
}

}  // namespace

Server::Server(Runtime& runtime, const Settings& settings, const DataDirectory& directory,
               api::ApiOptions api_options, Mode mode)
    : runtime_(runtime),
      settings_(settings),
      mode_(mode),
      directory_(directory),
      signer_(load_or_create_signer(directory.signing_key())),
      router_(runtime.domain(), runtime.clock(), runtime.steady_clock(), signer_,
              with_hash_key(std::move(api_options), runtime.random())),
      assets_(mode == Mode::dev),
      metrics_(runtime.domain(), runtime.store(), realtime_statistics_, runtime.clock().now()),
      failed_credentials_(runtime.steady_clock(), settings.failed_credentials_per_minute),
      address_limiter_(runtime.steady_clock(), settings.address_requests_per_minute,
                       random_hash_key(runtime.random())),
      open_sockets_({.per_user = sockets_per_user(settings),
                     .per_address = connections_per_address(settings),
                     .unlimited_networks = unlimited_networks(settings)}),
      gateway_(runtime.io_threads().contexts(), runtime.bus(),
               {runtime.domain(), signer_, runtime.clock(), realtime_limits_, realtime_statistics_,
                open_sockets_, settings.public_url}),
      middleware_(router_, failed_credentials_, address_limiter_, runtime.clock(),
                  middleware_options(settings), &assets_, &gateway_, &metrics_),
      admin_handler_([&store = runtime.store()] { return store.health(); },
                     [this] { return metrics_.render(); }),
      http_server_(std::make_unique<http::Server>(runtime.io_threads().contexts(), runtime.clock(),
                                                  limits_of(settings))),
      admin_http_server_(std::make_unique<http::Server>(
          std::vector<asio::io_context*>{&runtime.io_threads().first()}, runtime.clock(),
          admin_limits())),
      control_(runtime.io_threads().first(), runtime.domain(), directory),
      housekeeping_{PeriodicTask(runtime.io_threads().first(), "flush_failed", kFlushEvery,
                                 [&domain = runtime.domain()] { return flush_activity(domain); }),
                    PeriodicTask(runtime.io_threads().first(), "purge_failed", kPurgeEvery,
                                 [&domain = runtime.domain()] { return purge(domain); }),
                    PeriodicTask(runtime.io_threads().first(), "removal_failed", kRemovalEvery,
                                 [&domain = runtime.domain()]() -> Task<Status> {
                                   const auto removed = co_await finish_removals(domain);
                                   if (!removed) co_return removed.error();
                                   co_return Status{};
                                 })} {}

Server::~Server() {
  stop_background_work();
  control_.stop();
  http_server_.reset();
  admin_http_server_.reset();
  runtime_.io_threads().join();
}

Status Server::load_certificate() {
  auto certificate = settings_.tls_cert;
  auto key = settings_.tls_key;
  if (certificate.empty()) {
    if (auto made = ensure_self_signed(directory_, runtime_.clock().now()); !made) return made;
    certificate = directory_.certificate();
    key = directory_.certificate_key();
  }
  auto loaded = http::Tls::load(std::move(certificate), std::move(key));
  if (!loaded) return loaded.error();
  tls_ = std::move(*loaded);
  return {};
}

Result<http::Endpoint> Server::listen_on(const http::Endpoint& endpoint, const http::Tls* tls) {
  auto bound = http_server_->listen(endpoint, tls, middleware_, &metrics_);
  // Many clients resolve `localhost` to ::1, and some, such as Node 18, try no other address.
  if (bound && mode_ == Mode::dev && bound->address == address_v4::loopback()) {
    const http::Endpoint by_ipv6{address_v6::loopback(), bound->port};
    const auto also = http_server_->listen(by_ipv6, tls, middleware_, &metrics_);
    if (!also) log::debug("not_served", {{"reason", std::string_view(also.error()->message)}});
  }
  return bound;
}

Status Server::listen() {
  const auto reset = runtime_.io_threads().run(runtime_.domain().presence.reset());
  if (!reset) return as_operator_error(reset.error());
  const auto url = listen_on(settings_.listen, nullptr);
  if (!url) return with_flag(url.error(), "--listen", Use::required);
  addresses_.url = url_of("http", *url);
  if (settings_.tls_listen) {
    if (auto loaded = load_certificate(); !loaded) return loaded;
    const auto bound = listen_on(*settings_.tls_listen, tls_.get());
    if (!bound) return with_flag(bound.error(), "--tls-listen", Use::optional);
    addresses_.tls_url = url_of("https", *bound);
  }
  if (settings_.admin_listen) {
    const auto bound = admin_http_server_->listen(*settings_.admin_listen, nullptr, admin_handler_);
    if (!bound) return with_flag(bound.error(), "--admin-listen", Use::optional);
    addresses_.admin_url = url_of("http", *bound);
  }
  return control_.open();
}

void Server::start() {
  http_server_->start();
  admin_http_server_->start();
  control_.start();
  for (auto& task : housekeeping_) task.start();
  asio::co_spawn(runtime_.io_threads().first(), runtime_.domain().presence.run(),
                 LogFailure{"presence_failed"});
}

/// Lets work in progress finish, and does not wait for it.
void Server::stop_background_work() {
  for (auto& task : housekeeping_) task.stop();
  runtime_.domain().presence.stop();
}

Status Server::reload_certificate() { return tls_->reload(); }

void Server::stop() {
  admin_handler_.set_draining();
  const auto cut = http_server_->drain(settings_.shutdown_patience);
  if (cut > 0) log::warn("connections_cut", {{"count", static_cast<std::int64_t>(cut)}});
  control_.stop();
  stop_background_work();
  admin_http_server_->drain(kAdminPatience);
  const auto flushed = runtime_.io_threads().run(flush_activity(runtime_.domain()));
  if (!flushed) {
    log::error("flush_failed", {{"reason", std::string_view(flushed.error()->internal)}});
  }
}

}  // namespace parley::daemon
