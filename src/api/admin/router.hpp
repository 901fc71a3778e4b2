// Routes calls of the dashboard's API: checks the session, the CSRF protection and the role, then
// calls the handler.
#pragma once

#include "api/admin/routes.hpp"
#include "api/services.hpp"

namespace parley::api::admin {

class AdminRouter {
 public:
  explicit AdminRouter(const Services& services) : services_(services) {}

  /// Whether the path is kPrefix or below it.
  [[nodiscard]] static bool is_for(std::string_view path);

  /// Handles a request whose path is_for() accepts. Responses carry no CORS headers, so pages of
  /// other origins cannot read them.
  Task<Response> handle(const Request& request);

  /// Checks, before the body has arrived, whether the caller may make the call. Returns the
  /// caller's unique name, or an empty string if the call needs no session or does not exist.
  Task<Result<std::string>> admit_body(const Request& request);

  /// Turns the result of a call into a response with security headers.
  [[nodiscard]] static Response answer(const Request& request, Result<Response> result);

 private:
  Task<Result<Response>> call(const Request& request);
  Task<Result<Response>> call_own(const Request& request, AdminMatch match);
  Task<Result<Response>> call_mounted(const Request& request, MountedCall mounted);
  Task<Result<core::AdminCaller>> admit(const Request& request, core::AdminRole least);

  const Services& services_;
};

}  // namespace parley::api::admin
