// What is logged about a request when the access log is on.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::http {

/// `path` with each segment that contains a token or key, percent-encoded or not, replaced by
/// `***`. The documented calls /users/{uid}/auth_tokens/{token} and /apikeys/{key} carry them;
/// public ids stay.
[[nodiscard]] std::string mask_credentials(std::string_view path);

/// One line: method, masked path (never the query), status, milliseconds, bytes of the body,
/// address and request id.
void log_access(const api::Request& request, const api::Response& response,
                std::chrono::steady_clock::duration duration);

}  // namespace parley::http
