#include "api/credential_advice.hpp"

#include <algorithm>
#include <cstdint>
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
  return kind == Kind::jwt ? "a jwt" : "an auth token";
}

std::string_view right_place(Kind kind) {
  switch (kind) {
    case Kind::api_key: return "Send it in the header apikey.";
    case Kind::auth_token: return "Send it in the header authToken or as Authorization: Bearer.";
    case Kind::jwt: return "Send the auth token of the session instead.";
    case Kind::unknown: break;
  }
  return "";
}

std::string misplaced(std::string_view header, Kind found, Kind expected) {
  if (found == Kind::unknown || found == expected) return {};
  return fmt::format("The header {} contains {}. {}", header, name_of(found), right_place(found));
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
    return fmt::format("The server does not read the header {}, which contains {}. {}", name,
                       name_of(kind), right_place(kind));
  }
  const auto authorization = request.header(Header::authorization);
  if (authorization.empty()) return {};
  const auto found = kind_of(authorization.substr(authorization.rfind(' ') + 1));
  if (found == Kind::api_key) return misplaced("Authorization", found, Kind::auth_token);
  return "The server reads the header Authorization only in the form `Bearer <auth token>`.";
}

std::string about_read_headers(const Request& request) {
  auto advice = misplaced("apikey", kind_of(request.header(Header::api_key)), Kind::api_key);
  if (!advice.empty()) return advice;
  advice = misplaced("authToken", kind_of(request.header(Header::auth_token)), Kind::auth_token);
  if (!advice.empty()) return advice;
  return misplaced("Authorization", kind_of(bearer_token(request)), Kind::auth_token);
}

Error advised(Error refusal, std::string_view advice) {
  if (!advice.empty()) refusal->dev_message = fmt::format("{} {}", advice, refusal->dev_message);
  return refusal;
}

}  // namespace

Error with_credential_advice(Error refusal, const Request& request) {
  switch (refusal.code) {
    case ErrorCode::kAuthErrEmptyAppid:
    case ErrorCode::kAuthErrEmptyApikey:
    case ErrorCode::kAuthErrEmptyAuthToken:
      return advised(std::move(refusal), about_unread_headers(request));
    case ErrorCode::kAuthErrApikeyNotFound:
    case ErrorCode::kAuthErrAuthTokenNotFound:
      return advised(std::move(refusal), about_read_headers(request));
    default: return refusal;
  }
}

Error with_credential_advice(Error refusal, std::string_view credential) {
  if (kind_of(credential) != Kind::api_key) return refusal;
  return advised(std::move(refusal),
                 "The auth frame contains an API key. Send the auth token of a user.");
}

std::string_view bearer_token(const Request& request) {
  constexpr std::string_view kScheme = "bearer ";
  const auto header = request.header(Header::authorization);
  if (to_lower_ascii(header.substr(0, kScheme.size())) != kScheme) return {};
  auto token = header.substr(kScheme.size());
  token.remove_prefix(std::min(token.find_first_not_of(' '), token.size()));
  return token;
}

}  // namespace parley::api
