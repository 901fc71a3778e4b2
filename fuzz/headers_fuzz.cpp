// Header values that are read after parsing: cookies, Accept-Encoding, Origin, and the headers that
// a preflight asks for. Nothing that is sent back may contain a line break.
#include <algorithm>
#include <vector>

#include "api/admin/session_cookie.hpp"
#include "api/cors.hpp"
#include "api/page_origin.hpp"
#include "base/text.hpp"
#include "http/content_encoding.hpp"
#include "support/fuzz.hpp"

namespace parley {
namespace {

using fuzz::check;

void set(api::Request& request, api::Header name, std::string_view value) {
  request.headers[static_cast<std::size_t>(name)] = value;
}

void check_cookie(std::string_view text) {
  for (const bool secure : {false, true}) {
    api::Request request;
    request.secure = secure;
    set(request, api::Header::cookie, text);
    set(request, api::Header::host, text);
    const auto token = api::admin::session_token(request);
    check(token.expose().find(';') == std::string::npos, "a cookie ends at a semicolon");
    if (!token.expose().empty()) {
      const auto* name = secure ? "__Host-parley_admin=" : "parley_admin=";
      check(text.find(name + token.expose()) != std::string_view::npos, "a cookie has its name");
    }
    check(!secure || api::admin::is_private_connection(request), "https is private");
  }
}

void check_encoding(std::string_view text) {
  const auto lower = to_lower_ascii(text);
  switch (http::negotiate_encoding(text)) {
    case http::ContentEncoding::brotli:
      check(lower.find("br") != std::string::npos, "brotli was asked for");
      break;
    case http::ContentEncoding::gzip:
      check(lower.find("gzip") != std::string::npos, "gzip was asked for");
      break;
    case http::ContentEncoding::identity: break;
  }
}

const std::string* find(const api::Response& response, std::string_view name) {
  const auto& headers = response.headers;
  const auto found =
      std::ranges::find_if(headers, [&](const auto& header) { return header.first == name; });
  return found == headers.end() ? nullptr : &found->second;
}

constexpr std::string_view kPublicUrl = "https://chat.example";

void check_cors(std::string_view text) {
  core::App app;
  app.allowed_origins = {"https://shop.example", "http://localhost:3000", "https://*.example.com"};
  api::Request request;
  set(request, api::Header::origin, text);
  set(request, api::Header::access_control_request_headers, text);
  api::Response response;
  api::allow_origin(request, &app, kPublicUrl, response);
  const auto* origin = find(response, "access-control-allow-origin");
  const bool is_own = !api::comes_from_other_origin(request, kPublicUrl);
  const bool is_allowed = !text.empty() && (is_own || core::allows_origin(app, text));
  check((origin != nullptr) == is_allowed, "only listed origins and the server's own are allowed");
  check(response.fixed_headers.find('*') == std::string_view::npos, "no wildcard with a list");
  const auto preflight = api::preflight(request, "GET");
  const auto* allowed = find(preflight, "access-control-allow-headers");
  if (allowed == nullptr) return;
  check(allowed->find_first_of("\r\n") == std::string::npos, "a header is one line");
  check(allowed->size() <= 2 * text.size(), "only requested headers are allowed");
}

}  // namespace
}  // namespace parley

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = parley::fuzz::as_text(data, size);
  parley::check_cookie(text);
  parley::check_encoding(text);
  parley::check_cors(text);
  return 0;
}
