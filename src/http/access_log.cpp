#include "http/access_log.hpp"

#include <charconv>

#include "base/log.hpp"
#include "base/secret_shapes.hpp"
#include "base/text.hpp"

namespace parley::http {
namespace {

constexpr std::string_view kMask = "***";

/// Decodes the well-formed %XX escapes of `segment`: the router takes `auth%5Ftokens` for
/// `auth_tokens`, too.
std::string decode(std::string_view segment) {
  std::string decoded;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    unsigned value = 0;
    const auto* const digits = segment.data() + i + 1;
    const bool escaped = segment[i] == '%' && i + 2 < segment.size() &&
                         std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2;
    decoded += escaped ? static_cast<char>(value) : segment[i];
    if (escaped) i += 2;
  }
  return decoded;
}

bool is_public_id(std::string_view segment) {
  return segment.starts_with("ses_") || segment.starts_with("key_");
}

}  // namespace

std::string mask_credentials(std::string_view path) {
  std::string masked;
  bool follows_collection = false;
  while (!path.empty()) {
    const auto end = path.find('/', 1);
    const auto segment = path.substr(0, end);  // With its leading slash.
    const auto name = decode(segment.substr(segment.starts_with('/') ? 1 : 0));
    const bool hide = has_secret_shape(name) || (follows_collection && !is_public_id(name));
    if (hide && !name.empty()) {
      masked.append("/").append(kMask);
    } else {
      masked.append(segment);
    }
    follows_collection = name == "auth_tokens" || name == "apikeys";
    path.remove_prefix(segment.size());
  }
  return masked;
}

void log_access(const api::Request& request, const api::Response& response,
                std::chrono::steady_clock::duration duration) {
  const auto path = mask_credentials(request.path);
  log::info("request", {{"method", request.method_name},
                        {"path", is_utf8(path) ? std::string_view(path) : "(not UTF-8)"},
                        {"status", std::int64_t{response.status}},
                        {"ms", std::chrono::duration<double, std::milli>(duration).count()},
                        {"bytes", static_cast<std::int64_t>(response.content().size())},
                        {"ip", request.remote_address},
                        {"requestId", request.id}});
}

}  // namespace parley::http
