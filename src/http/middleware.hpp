// The steps around every request: client address, limits per address on requests and failed
// credentials, access log, exceptions to 500.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "api/service.hpp"
#include "base/clock.hpp"
#include "base/once.hpp"
#include "http/address_limiter.hpp"
#include "http/assets.hpp"
#include "http/endpoint.hpp"
#include "http/failed_credentials.hpp"
#include "http/forwarded.hpp"
#include "http/handler.hpp"
#include "http/observer.hpp"

namespace parley::http {

struct MiddlewareOptions {
  /// Peers whose X-Forwarded-For, X-Forwarded-Proto and Forwarded headers are trusted.
  std::vector<Network> trusted_proxies = {};
  /// Log one line per request.
  bool access_log = false;
};

/// Offers each request to the upgrader, then to the assets, then to the API. Safe from any thread.
class Middleware final : public Handler {
 public:
  /// `assets`, `upgrader` and `observer` may be null. Everything passed by reference or pointer
  /// must outlive this.
  Middleware(api::Service& service, FailedCredentials& failed_credentials,
             AddressLimiter& address_limiter, const Clock& clock, MiddlewareOptions options,
             const Assets* assets = nullptr, Upgrader* upgrader = nullptr,
             Observer* observer = nullptr);

  Task<api::Response> handle(const api::Request& request) override;
  Task<api::Admission> admit(const api::Request& request, std::size_t body_bytes) override;
  [[nodiscard]] std::size_t body_limit(api::Method method, std::string_view path) const override;
  void adopt(Upgrade upgrade, const api::Request& request) override;

 private:
  using Moment = std::chrono::steady_clock::time_point;

  Task<api::Response> answer(const api::Request& request);
  Task<api::Response> answer_forwarded(const api::Request& received);
  void warn_about_proxy(const api::Request& received);
  [[nodiscard]] api::Request from_client(const api::Request& received, Client& client) const;
  void finish(const api::Request& request, api::Response& response, Moment started);
  [[nodiscard]] std::optional<std::chrono::seconds> count_request(const api::Request& request);
  [[nodiscard]] api::Response refuse_address(const api::Request& request,
                                             std::chrono::seconds wait) const;
  void count_refused_credential(const api::Request& request, api::Response& response);

  api::Service& service_;
  const Clock& clock_;
  MiddlewareOptions options_;
  FailedCredentials& failed_credentials_;
  AddressLimiter& address_limiter_;
  const Assets* assets_;
  Upgrader* upgrader_;
  Observer* observer_;
  Once untrusted_proxy_;
};

}  // namespace parley::http
