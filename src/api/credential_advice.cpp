#include "api/credential_advice.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "crypto/token_format.hpp"

namespace parley::api {
namespace {

enum class Kind : std::uint8_t { unknown, api_key, auth_token, jwt };

Kind kind_of(std::string_view credential) {
  if (crypto::is_api_key_shape(credential)) return Kind::api_key;
  if (crypto::uid_of_auth_token(credential)) return Kind::auth_token;
  const bool is_jwt = credential.starts_with("eyJ") && std::ranges::count(credential, '.') == 2;
  return is_jwt ? Kind::jwt : Kind::unknown;
}

std::string_view name_of(Kind kind) {
  if (kind == Kind::api_key) return "an API key";
  return kind == Kind::jwt ? "a JWT" : "an auth token";
}

std::string_view right_place(Kind kind) {
  switch (kind) {
    case Kind::api_key: return "Send it in the header apikey";
    case Kind::auth_token: return "Send it in the header authToken or as Authorization: Bearer";
    case Kind::jwt:
      return "A JWT is for other services, for the auth frame of a WebSocket, and for POST "
             "/v3/online-members (in the header Authorization, without `Bearer`). For other calls, "
             "send the auth token of the session";
    case Kind::unknown: break;
  }
  return "";
}

/// The text behind the scheme `Bearer`; empty if the value does not start with it.
std::string_view after_bearer(std::string_view value) {
  constexpr std::string_view kScheme = "bearer ";
  if (to_lower_ascii(value.substr(0, kScheme.size())) != kScheme) return {};
  value.remove_prefix(kScheme.size());
  value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  return value;
}

/// What is wrong with a credential, and what to do about it. Both are without the period.
struct Finding {
  std::string problem;
  std::string advice;
};

/// Finds out whether the value of a header is a credential of another kind than `expected`, or
/// starts with a scheme.
std::optional<Finding> find_mistake(std::string_view header, std::string_view value,
                                    Kind expected) {
  const auto bare = after_bearer(value);
  const auto found = kind_of(bare.empty() ? value : bare);
  if (found != Kind::unknown && found != expected) {
    return Finding{
        fmt::format("it is {}", name_of(found)),
        fmt::format("The header {} contains {}. {}", header, name_of(found), right_place(found))};
  }
  if (bare.empty()) return std::nullopt;
  return Finding{"it starts with `Bearer`",
                 fmt::format("The header {} contains an extra `Bearer`. Remove it", header)};
}

/// Headers that the server does not take credentials from, with what their names promise.
struct Misnamed {
  Header header;
  std::string_view name;
  Kind promised;
};
constexpr Misnamed kMisnamed[] = {
    {Header::x_api_key, "x-api-key or api-key", Kind::api_key},
    {Header::x_auth_token, "x-auth-token or auth-token", Kind::auth_token},
};

std::string about_unread_headers(const Request& request) {
  for (const auto& [header, name, promised] : kMisnamed) {
    const auto value = request.header(header);
    if (value.empty()) continue;
    const auto found = kind_of(value);
    const auto kind = found == Kind::unknown ? promised : found;
    return fmt::format("The server does not read the header {}, which contains {}. {}.", name,
                       name_of(kind), right_place(kind));
  }
  const auto authorization = request.header(Header::authorization);
  if (authorization.empty()) return {};
  const auto found = kind_of(authorization.substr(authorization.rfind(' ') + 1));
  if (found == Kind::api_key || found == Kind::jwt) {
    return fmt::format("The header Authorization contains {}. {}.", name_of(found),
                       right_place(found));
  }
  return "The server reads the header Authorization only in the form `Bearer <auth token>`.";
}

std::optional<Finding> about_auth_token(const Request& request) {
  const auto token = request.header(Header::auth_token);
  if (!token.empty()) return find_mistake("authToken", token, Kind::auth_token);
  return find_mistake("Authorization", bearer_token(request), Kind::auth_token);
}

/// `refusal` with the texts of `variant`, a variant of its code. The enumerator stays, because
/// others tell by it that a credential was refused.
Error explained(Error refusal, ErrorCode variant, const std::optional<Finding>& finding) {
  if (!finding) return refusal;
  auto error = make_error(variant, {{"problem", finding->problem}, {"advice", finding->advice}});
  error.code = refusal.code;
  return error;
}

}  // namespace

Error with_credential_advice(Error refusal, const Request& request) {
  switch (refusal.code) {
    case ErrorCode::kAuthErrEmptyAppid:
    case ErrorCode::kAuthErrEmptyApikey:
    case ErrorCode::kAuthErrEmptyAuthToken: {
      const auto advice = about_unread_headers(request);
      if (!advice.empty())
        refusal->dev_message = fmt::format("{} {}", advice, refusal->dev_message);
      return refusal;
    }
    case ErrorCode::kAuthErrApikeyNotFound:
      return explained(std::move(refusal), ErrorCode::kAuthErrApikeyNotFoundOtherKind,
                       find_mistake("apikey", request.header(Header::api_key), Kind::api_key));
    case ErrorCode::kAuthErrAuthTokenNotFound:
      return explained(std::move(refusal), ErrorCode::kAuthErrAuthTokenNotFoundOtherKind,
                       about_auth_token(request));
    default: return refusal;
  }
}

Error neither_token_nor_jwt(std::string_view credential) {
  const auto bare = after_bearer(credential);
  const auto kind = kind_of(bare.empty() ? credential : bare);
  std::optional<Finding> finding;
  if (kind == Kind::api_key) {
    finding = {"it is an API key", "Send the auth token of a user, or the JWT of its session"};
  } else if (!bare.empty()) {
    finding = {"it starts with `Bearer`", "Send the auth token or the JWT alone, without `Bearer`"};
  } else if (kind == Kind::jwt) {
    finding = {"it is a JWT that is damaged or that this server did not sign",
               "Log in again, and send the JWT or the auth token of the new session"};
  } else if (credential.empty()) {
    finding = {"it is empty", "Send the auth token of a user, or the JWT of its session"};
  }
  return explained(make_error(ErrorCode::kAuthErrAuthTokenNotFound),
                   ErrorCode::kAuthErrAuthTokenNotFoundOtherKind, finding);
}

std::string_view bearer_token(const Request& request) {
  return after_bearer(request.header(Header::authorization));
}

}  // namespace parley::api
