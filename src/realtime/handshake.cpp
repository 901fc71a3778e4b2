#include "realtime/handshake.hpp"

#include "api/cors.hpp"
#include "api/query.hpp"
#include "api/routes.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"

namespace parley::realtime {
namespace {

constexpr std::string_view kGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr std::string_view kVersion = "13";
constexpr std::size_t kKeyLength = 24;  // Sixteen bytes in base64.

bool is_key(std::string_view key) {
  return key.size() == kKeyLength && key.ends_with("==") &&
         key.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") == kKeyLength - 2;
}

/// Whether an Upgrade header lists `websocket`.
bool names_websocket(std::string_view protocols) {
  while (!protocols.empty()) {
    if (to_lower_ascii(take_item(protocols)) == "websocket") return true;
  }
  return false;
}

bool is_realtime_path(std::string_view path) {
  const auto versioned = api::split_version(path);
  return versioned.kind == api::VersionedPath::Kind::known && versioned.rest == api::kRealtimePath;
}

}  // namespace

bool is_for_realtime(const api::Request& request) {
  return request.asks_for_upgrade && request.method == api::Method::get &&
         names_websocket(request.header(api::Header::upgrade)) &&
         (request.path == kPublishedPath || is_realtime_path(request.path));
}

api::Response answer_handshake(const api::Request& request) {
  if (api::Query::names_credential(request.query))
    return api::readable_error(make_error(ErrorCode::kErrBadRequestCredentialInUrl), request.id);
  if (request.header(api::Header::sec_websocket_version) != kVersion)
    return api::readable_error(make_error(ErrorCode::kErrUpgradeRequired), request.id);
  const auto key = request.header(api::Header::sec_websocket_key);
  if (!is_key(key)) {
    auto refusal = api::readable_error(
        make_error(ErrorCode::kErrBadRequestHttp,
                   {{"problem", "Sec-WebSocket-Key is not 16 bytes in base64"}}),
        request.id);
    refusal.close = true;  // As the error says.
    return refusal;
  }
  api::Response response;
  response.status = 101;
  response.headers = {{"upgrade", "websocket"},
                      {"connection", "Upgrade"},
                      {"sec-websocket-accept", accept_value(key)}};
  return response;
}

std::string accept_value(std::string_view key) {
  return crypto::sha1_base64(std::string(key).append(kGuid));
}

}  // namespace parley::realtime
