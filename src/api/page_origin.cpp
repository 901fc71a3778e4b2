#include "api/page_origin.hpp"

#include "base/text.hpp"
#include "core/app/origin.hpp"

namespace parley::api {

OwnOrigins own_origins(const Request& request, std::string_view public_url) {
  const auto* const scheme = request.secure ? "https://" : "http://";
  auto own = core::normalize_origin(scheme + std::string(request.header(Header::host)));
  auto announced = public_url.empty() ? own : core::normalize_origin(public_url);
  return {std::move(own), std::move(announced)};
}

bool comes_from_other_origin(const Request& request, std::string_view public_url) {
  const auto received = request.header(Header::origin);
  if (received.empty()) return false;
  const auto origin = core::normalize_origin(received);
  const auto own = own_origins(request, public_url);
  return origin != own.of_request && origin != own.announced;
}

Status check_page(std::string_view origin, const core::App& app) {
  if (core::allows_origin(app, origin)) return {};
  return make_error(
      ErrorCode::kAuthErrNoAccessOrigin,
      {{"origin", is_utf8(origin) ? origin : std::string_view("(not UTF-8)")}, {"appId", app.id}});
}

}  // namespace parley::api
