// Takes a request through the API: route, caller, limits, handler, envelope.
#pragma once

#include "api/admin/router.hpp"
#include "api/call.hpp"
#include "api/rate_limiter.hpp"
#include "api/routes.hpp"
#include "api/service.hpp"
#include "api/try_it.hpp"

namespace parley::api {

class Router final : public Service {
 public:
  /// Everything passed by reference must outlive the router.
  Router(core::Domain& domain, const Clock& clock, const SteadyClock& steady_clock,
         const crypto::JwtSigner& signer, ApiOptions options);

  Task<Response> handle(const Request& request) override;
  Task<Admission> admit(const Request& request, std::size_t body_bytes) override;
  [[nodiscard]] std::size_t body_limit(Method method, std::string_view path) const override;

 private:
  /// What is known about a call so far, even if it fails.
  struct Progress {
    std::shared_ptr<const core::App> app;
    std::optional<RateStatus> limit;
  };

  Task<Response> answer_versioned(const Request& request, std::string_view path);
  Task<Response> answer_options(const Request& request);
  [[nodiscard]] std::string allowed_at(const Request& request) const;
  Task<Response> answer_other(const Request& request, VersionedPath path);
  Task<Result<Response>> call_as_meant(const Request& request, const Match& match,
                                       Progress& progress);
  Task<Result<Response>> call_with_query(Request request, std::string query, const Match& match,
                                         Progress& progress);
  Task<Result<Response>> call(const Request& request, const Match& match, Progress& progress);
  Task<Response> refuse(const Request& request, const Match& match, const Progress& progress,
                        const Error& problem);
  Result<ByteBudget::LeasePtr> admit_caller(const Caller& caller, const Route& route,
                                            std::size_t body_bytes, Progress& progress);
  Result<ByteBudget::LeasePtr> memory_for_body(const std::string& owner, std::size_t bytes);
  Status count(const Request& request, const Caller& caller, const Route& route,
               Progress& progress);
  [[nodiscard]] std::optional<RateStatus> count_caller(const Caller& caller, RateClass rate_class);
  void add_limit_headers(const RateStatus& status, Response& response) const;

  const ApiOptions options_;
  ByteBudget answer_memory_;
  ByteBudget body_memory_;
  const Services services_;
  admin::AdminRouter admin_;
  RateLimiter rate_limiter_;
  CallerLimiter user_limiter_;
  CallerLimiter key_limiter_;
};

}  // namespace parley::api
