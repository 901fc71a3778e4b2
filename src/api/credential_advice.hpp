// Advice for requests whose credential is not where the server reads it.
#pragma once

#include <string_view>

#include "api/request.hpp"
#include "base/error.hpp"

namespace parley::api {

/// `refusal`, with texts that fit what the request contains, if that is a credential of another
/// kind than its header is for, or in a header that the server does not read: they say what was
/// recognized, and in which header to send it. The code stays, and the texts never contain the
/// credential. Other errors than AUTH_ERR_EMPTY_* and AUTH_ERR_*_NOT_FOUND are returned unchanged.
[[nodiscard]] Error with_credential_advice(Error refusal, const Request& request);

/// AUTH_ERR_AUTH_TOKEN_NOT_FOUND for a text in a place for auth tokens and JWTs that is neither, or
/// a JWT that this server did not sign. Says what was recognized, but not the place, and never
/// contains the credential.
[[nodiscard]] Error neither_token_nor_jwt(std::string_view credential);

/// The token of the header `authorization` if its scheme is Bearer, else empty.
[[nodiscard]] std::string_view bearer_token(const Request& request);

}  // namespace parley::api
