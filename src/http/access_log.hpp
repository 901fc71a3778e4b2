// The access log: one line per request.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::http {

/// Returns `path` with each segment that may be a secret replaced by `***`: segments that contain
/// something shaped like a token or key, percent-encoded or not, and those that follow
/// `auth_tokens` or `apikeys`, as in /users/{uid}/auth_tokens/{token}. Public ids (`ses_...`,
/// `key_...`) are kept.
[[nodiscard]] std::string mask_credentials(std::string_view path);

/// Logs method, masked path (never the query), status, duration in milliseconds, body size in
/// bytes, client address and request id.
void log_access(const api::Request& request, const api::Response& response,
                std::chrono::steady_clock::duration duration);

}  // namespace parley::http
