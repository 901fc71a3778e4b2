// The API of the dashboard as a whole: who is signed in, whether the call is really theirs, and
// what their role allows.
#pragma once

#include "api/admin/routes.hpp"
#include "api/services.hpp"

namespace parley::api::admin {

class AdminRouter {
 public:
  explicit AdminRouter(const Services& services) : services_(services) {}

  /// Whether the path is below kPrefix.
  [[nodiscard]] static bool is_for(std::string_view path);

  /// Answers a request whose path is below kPrefix. No answer allows another origin to read it.
  Task<Response> handle(const Request& request);

  /// Whether the caller may make a call whose body has not arrived yet; answers the caller's unique
  /// name, which is empty where anybody may.
  Task<Result<std::string>> admit_body(const Request& request);

  /// The result of a call as its answer.
  [[nodiscard]] static Response answer(const Request& request, Result<Response> result);

 private:
  Task<Result<Response>> call(const Request& request);
  Task<Result<Response>> call_own(const Request& request, AdminMatch match);
  Task<Result<Response>> call_mounted(const Request& request, MountedCall mounted);
  Task<Result<core::AdminCaller>> admit(const Request& request, core::AdminRole least);

  const Services& services_;
};

}  // namespace parley::api::admin
