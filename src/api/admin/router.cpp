#include "api/admin/router.hpp"

#include <memory>
#include <utility>

#include "api/admin/session_cookie.hpp"
#include "api/page_origin.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace parley::api::admin {
namespace {

bool changes_something(Method method) { return method != Method::get && method != Method::head; }

/// Refuses calls that come from a page of another origin. Browsers send Origin or Sec-Fetch-Site
/// with every call that changes something. Other programs send neither, and hold no cookie that a
/// page could misuse.
Status check_origin(const Request& request, std::string_view public_url) {
  const auto site = request.header(Header::sec_fetch_site);
  const bool is_own_origin = !comes_from_other_origin(request, public_url);
  const bool is_own_site = site.empty() || site == "same-origin";
  if (is_own_origin && is_own_site) return {};
  const auto expected = own_origins(request, public_url).announced;
  const auto received = is_own_origin ? "Sec-Fetch-Site: " + std::string(site)
                                      : to_lower_ascii(request.header(Header::origin));
  return make_error(ErrorCode::kAuthErrCsrfOrigin,
                    {{"expected", expected}, {"received", received}});
}

Status check_csrf(const Request& request, const core::AdminCaller& caller) {
  const auto token = request.header(Header::x_csrf_token);
  if (crypto::equal_in_constant_time(token, caller.csrf.expose())) return {};
  return make_error(ErrorCode::kAuthErrCsrf);
}

/// Answers OPTIONS with the allowed methods and no CORS headers: pages of other origins may not
/// call the dashboard's API.
Response list_methods(std::string allowed) {
  Response response;
  response.status = 204;
  response.headers.emplace_back("allow", std::move(allowed));
  return response;
}

void add_security_headers(Response& response) {
  response.headers.emplace_back("content-security-policy",
                                "default-src 'none'; frame-ancestors 'none'");
  response.headers.emplace_back("referrer-policy", "no-referrer");
  response.headers.emplace_back("cross-origin-resource-policy", "same-origin");
}

}  // namespace

bool AdminRouter::is_for(std::string_view path) {
  return path.starts_with(kPrefix) &&
         (path.size() == kPrefix.size() || path[kPrefix.size()] == '/');
}

Task<Response> AdminRouter::handle(const Request& request) {
  auto result = co_await call(request);
  co_return answer(request, std::move(result));
}

Response AdminRouter::answer(const Request& request, Result<Response> result) {
  auto response = result ? std::move(*result) : error(result.error(), request.id);
  response.refused_credential =
      !result && result.error().code == ErrorCode::kAuthErrSignInLinkNotFound;
  add_security_headers(response);
  return response;
}

Task<Result<std::string>> AdminRouter::admit_body(const Request& request) {
  const auto path = request.path.substr(kPrefix.size());
  if (changes_something(request.method)) {
    if (auto own = check_origin(request, services_.options.public_url); !own) co_return own.error();
  }
  std::optional<core::AdminRole> least;
  if (const auto found = match_admin(request.method, path); found.route != nullptr) {
    least = found.route->least;
  } else if (const auto mounted = match_mounted(request.method, path)) {
    least = mounted->least;
  }
  if (!least) co_return std::string();
  const auto caller = co_await admit(request, *least);
  if (!caller) co_return caller.error();
  co_return caller_name(caller->administrator);
}

Task<Result<Response>> AdminRouter::call(const Request& request) {
  const auto path = request.path.substr(kPrefix.size());
  if (changes_something(request.method)) {
    if (auto own = check_origin(request, services_.options.public_url); !own) co_return own.error();
  }
  auto found = match_admin(request.method, path);
  if (found.route != nullptr) co_return co_await call_own(request, std::move(found));
  auto mounted = match_mounted(request.method, path);
  if (mounted) co_return co_await call_mounted(request, std::move(*mounted));
  auto allowed = allowed_methods(admin_routes(), path);
  if (allowed.empty()) allowed = allowed_mounted_methods(path);
  if (allowed.empty()) co_return no_such_call(ErrorCode::kErrApiNotFoundDashboard, request);
  if (request.method == Method::options) co_return list_methods(std::move(allowed));
  co_return method_not_allowed(request, std::move(allowed));
}

Task<Result<Response>> AdminRouter::call_own(const Request& request, AdminMatch match) {
  AdminCall call{{request, services_, std::move(match.parameters)}, {}};
  if (match.route->least) {
    auto caller = co_await admit(request, *match.route->least);
    if (!caller) co_return caller.error();
    call.caller = std::move(*caller);
  }
  if (auto known = Query::check_names(request.query, match.route->parameters); !known)
    co_return known.error();
  auto result = co_await match.route->handler(call);
  count_answer(result, request, services_.answer_memory,
               [&] { return caller_name(call.caller.administrator); });
  co_return result;
}

Task<Result<Response>> AdminRouter::call_mounted(const Request& request, MountedCall mounted) {
  auto admitted = co_await admit(request, mounted.least);
  if (!admitted) co_return admitted.error();
  auto app = co_await services_.domain.apps.find(mounted.app_id);
  if (!app) co_return app.error();
  if (!*app) co_return core::unknown_app(mounted.app_id);
  Caller caller;
  caller.app = std::move(*app);
  caller.administrator =
      std::make_shared<const core::Administrator>(std::move(admitted->administrator));
  Call call{{request, services_, std::move(mounted.match.parameters)}, std::move(caller)};
  if (auto known = Query::check_names(request.query, mounted.match.route->parameters); !known)
    co_return known.error();
  auto result = co_await mounted.match.route->handler(call);
  count_answer(result, request, services_.answer_memory, [&] { return call.caller.unique_name(); });
  co_return result;
}

Task<Result<core::AdminCaller>> AdminRouter::admit(const Request& request, core::AdminRole least) {
  auto caller = co_await services_.domain.admin_sessions.authenticate(
      session_token(request), std::string(request.remote_address));
  if (!caller) co_return caller;
  if (changes_something(request.method)) {
    if (auto own = check_csrf(request, *caller); !own) co_return own.error();
  }
  if (caller->administrator.role < least) co_return make_error(ErrorCode::kAuthErrAdminNoAccess);
  co_return caller;
}

}  // namespace parley::api::admin
