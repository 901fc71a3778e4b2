#include "api/cors.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace parley::api {
namespace {

constexpr std::array<std::string_view, 9> kRequestHeaders = {
    "apikey",     "appid",    "authtoken", "authorization", "content-type",
    "onbehalfof", "resource", "sdk",       "accept"};
constexpr std::string_view kAnyOrigin = "access-control-allow-origin: *\r\n";
constexpr std::string_view kAnyOriginExposed =
    "access-control-allow-origin: *\r\n"
    "access-control-expose-headers: x-request-id, retry-after, x-rate-limit, "
    "x-rate-limit-remaining, x-rate-limit-reset\r\n";
constexpr auto kExposed = kAnyOriginExposed.substr(kAnyOrigin.size());
constexpr std::string_view kSpaces = " \t";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Those of the headers asked for that are on the list, as they were spelled.
std::string allowed_headers(std::string_view asked) {
  std::string allowed;
  while (!asked.empty()) {
    const auto part = asked.substr(0, asked.find(','));
    asked.remove_prefix(std::min(part.size() + 1, asked.size()));
    const auto name = trimmed(part);
    const auto* known = std::find(kRequestHeaders.begin(), kRequestHeaders.end(),
                                  std::string_view(to_lower_ascii(name)));
    if (known == kRequestHeaders.end()) continue;
    if (!allowed.empty()) allowed += ", ";
    allowed += name;
  }
  return allowed;
}

}  // namespace

void allow_origin(const Request& request, const core::App* app, Response& response) {
  const auto origin = request.header(Header::origin);
  if (origin.empty()) return;
  if (app == nullptr || app->allowed_origins.empty()) return allow_any_origin(response);
  response.headers.emplace_back("vary", "Origin");
  if (!core::allows_origin(*app, origin)) return;
  response.headers.emplace_back("access-control-allow-origin", std::string(origin));
  response.fixed_headers = kExposed;
}

void allow_any_origin(Response& response) { response.fixed_headers = kAnyOriginExposed; }

Response preflight(const Request& request, const core::App* app) {
  Response response;
  response.status = 204;
  allow_origin(request, app, response);
  auto& headers = response.headers;
  headers.emplace_back("access-control-allow-methods", "GET, POST, PUT, DELETE");
  headers.emplace_back("access-control-max-age", "7200");
  auto allowed = allowed_headers(request.header(Header::access_control_request_headers));
  if (!allowed.empty()) headers.emplace_back("access-control-allow-headers", std::move(allowed));
  return response;
}

}  // namespace parley::api
