#include "api/admin/session_cookie.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "core/administrator/administrator.hpp"

namespace parley::api::admin {
namespace {

constexpr std::string_view kSecureName = "__Host-parley_admin";
constexpr std::string_view kPlainName = "parley_admin";
constexpr std::string_view kAttributes = "; Path=/; HttpOnly; SameSite=Strict";

std::string_view name_for(const Request& request) {
  return request.secure ? kSecureName : kPlainName;
}

/// The host without its port.
std::string_view host_name(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace

bool is_private_connection(const Request& request) {
  if (request.secure) return true;
  const auto host = to_lower_ascii(host_name(request.header(Header::host)));
  return host == "localhost" || host.ends_with(".localhost") || host == "127.0.0.1" ||
         host == "[::1]";
}

SecretString session_token(const Request& request) {
  const auto wanted = name_for(request);
  auto cookies = request.header(Header::cookie);
  while (!cookies.empty()) {
    auto pair = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(pair.size() + 1, cookies.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    const bool named = pair.starts_with(wanted) && pair.substr(wanted.size()).starts_with('=');
    if (named) return SecretString(std::string(pair.substr(wanted.size() + 1)));
  }
  return {};
}

std::string set_session_cookie(const Request& request, const SecretString& token) {
  const auto lifetime = std::chrono::seconds(core::kAdminSessionLifetime);
  return fmt::format("{}={}; Max-Age={}{}{}", name_for(request), token.expose(), lifetime.count(),
                     kAttributes, request.secure ? "; Secure" : "");
}

std::string clear_session_cookie(const Request& request) {
  return fmt::format("{}=; Max-Age=0{}{}", name_for(request), kAttributes,
                     request.secure ? "; Secure" : "");
}

}  // namespace parley::api::admin
