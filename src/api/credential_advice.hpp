// Advice for requests whose credential is not where the server reads it.
#pragma once

#include <string_view>

#include "api/request.hpp"
#include "base/error.hpp"

namespace parley::api {

/// `refusal`, with a sentence in front of its advice if the request has a credential of another
/// kind than its header is for, or in a header that the server does not read: it says what was
/// recognized, and in which header to send it. Never contains the credential. Other errors than
/// AUTH_ERR_EMPTY_* and AUTH_ERR_*_NOT_FOUND are returned unchanged.
[[nodiscard]] Error with_credential_advice(Error refusal, const Request& request);

/// The same for the credential of an auth frame.
[[nodiscard]] Error with_credential_advice(Error refusal, std::string_view credential);

/// The token of the header `authorization` if its scheme is Bearer, else empty.
[[nodiscard]] std::string_view bearer_token(const Request& request);

}  // namespace parley::api
