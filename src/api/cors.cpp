#include "api/cors.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "api/page_origin.hpp"
#include "base/text.hpp"

namespace parley::api {
namespace {

/// The most bytes of header names that a preflight allows. Tracing tools need only a few headers.
constexpr std::size_t kMostAllowed = 4096;
constexpr std::string_view kAnyOrigin = "access-control-allow-origin: *\r\n";
constexpr std::string_view kAnyOriginExposed =
    "access-control-allow-origin: *\r\n"
    "access-control-expose-headers: x-request-id, retry-after, x-rate-limit, "
    "x-rate-limit-remaining, x-rate-limit-reset\r\n";
constexpr auto kExposed = kAnyOriginExposed.substr(kAnyOrigin.size());

bool is_token(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, is_token_character);
}

/// The requested header names. The API uses no cookies, so no header lets a page do more than any
/// other program.
std::string allowed_headers(std::string_view asked) {
  std::string allowed;
  while (!asked.empty()) {
    const auto name = take_item(asked);
    if (!is_token(name)) continue;
    if (allowed.size() + name.size() > kMostAllowed) break;
    if (!allowed.empty()) allowed += ", ";
    allowed += name;
  }
  return allowed;
}

}  // namespace

void allow_origin(const Request& request, const core::App* app, std::string_view public_url,
                  Response& response) {
  const auto origin = request.header(Header::origin);
  if (origin.empty()) return;
  if (app == nullptr || app->allowed_origins.empty()) return allow_any_origin(response);
  response.headers.emplace_back("vary", "Origin");
  if (!core::allows_origin(*app, origin) && comes_from_other_origin(request, public_url)) return;
  response.headers.emplace_back("access-control-allow-origin", std::string(origin));
  response.fixed_headers = kExposed;
}

void allow_any_origin(Response& response) { response.fixed_headers = kAnyOriginExposed; }

Response readable_error(const Error& problem, std::string_view request_id) {
  auto response = error(problem, request_id);
  allow_any_origin(response);
  return response;
}

Response preflight(const Request& request, std::string allowed_methods) {
  Response response;
  response.status = 204;
  allow_any_origin(response);
  auto& headers = response.headers;
  if (!allowed_methods.empty()) headers.emplace_back("allow", std::move(allowed_methods));
  headers.emplace_back("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
  headers.emplace_back("access-control-max-age", "7200");
  auto allowed = allowed_headers(request.header(Header::access_control_request_headers));
  if (!allowed.empty()) headers.emplace_back("access-control-allow-headers", std::move(allowed));
  return response;
}

}  // namespace parley::api
