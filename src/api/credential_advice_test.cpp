#include "api/credential_advice.hpp"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/token_format.hpp"

namespace parley::api {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kJwt = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl";

class CredentialAdviceTest : public testing::Test {
 protected:
  /// The advice for a request with this header.
  std::string advice(ErrorCode code, Header header, std::string_view value) {
    return explained(code, header, value)->dev_message;
  }

  /// The error for a request with this header.
  Error explained(ErrorCode code, Header header, std::string_view value) {
    Request request;
    request.headers[static_cast<std::size_t>(header)] = value;
    auto error = with_credential_advice(make_error(code), request);
    EXPECT_EQ(error.code, code);
    expect_no_secret(error);
    return error;
  }

  void expect_no_secret(const Error& error) {
    for (const auto& text : {error->message, error->dev_message}) {
      EXPECT_THAT(text, Not(HasSubstr(key)));
      EXPECT_THAT(text, Not(HasSubstr(token)));
      EXPECT_THAT(text, Not(HasSubstr(kJwt)));
    }
  }

  crypto::SystemRandom random;
  const std::string key = crypto::make_api_key(random).expose();
  const std::string token =
      crypto::make_auth_token("ann", from_unix_seconds(1'771'312'489), random).expose();
};

TEST_F(CredentialAdviceTest, NamesTheHeaderForACredentialOfAnotherKind) {
  constexpr auto kToken = ErrorCode::kAuthErrAuthTokenNotFound;
  const auto bearer = "Bearer " + key;
  EXPECT_THAT(advice(kToken, Header::authorization, bearer),
              StartsWith("The header Authorization contains an API key. Send it in the header "
                         "apikey."));
  EXPECT_THAT(
      advice(kToken, Header::auth_token, key),
      StartsWith("The header authToken contains an API key. Send it in the header apikey."));
  EXPECT_THAT(advice(ErrorCode::kAuthErrApikeyNotFound, Header::api_key, token),
              StartsWith("The header apikey contains an auth token. Send it in the header "
                         "authToken"));
  EXPECT_THAT(advice(kToken, Header::auth_token, kJwt),
              StartsWith("The header authToken contains a JWT. A JWT is for other services"));
  EXPECT_THAT(advice(kToken, Header::authorization, "bearer " + std::string(kJwt)),
              StartsWith("The header Authorization contains a JWT. A JWT is for"));
}

TEST_F(CredentialAdviceTest, SaysWhatWasSentInsteadOfThatTheSessionHasEnded) {
  constexpr auto kToken = ErrorCode::kAuthErrAuthTokenNotFound;
  const auto message = [&](Header header, const std::string& value) {
    return explained(kToken, header, value)->message;
  };
  EXPECT_EQ(message(Header::auth_token, std::string(kJwt)),
            "The auth token is not valid: it is a JWT.");
  EXPECT_EQ(message(Header::authorization, "Bearer " + key),
            "The auth token is not valid: it is an API key.");
  EXPECT_EQ(message(Header::auth_token, "Bearer " + token),
            "The auth token is not valid: it starts with `Bearer`.");
  EXPECT_EQ(message(Header::authorization, "Bearer Bearer " + token),
            "The auth token is not valid: it starts with `Bearer`.");
  EXPECT_EQ(message(Header::auth_token, token), make_error(kToken)->message);
  constexpr auto kKey = ErrorCode::kAuthErrApikeyNotFound;
  EXPECT_EQ(explained(kKey, Header::api_key, token)->message,
            "The API key is not valid: it is an auth token.");
  EXPECT_THAT(advice(kKey, Header::api_key, "Bearer " + key),
              StartsWith("The header apikey contains an extra `Bearer`."));
}

TEST_F(CredentialAdviceTest, NamesNoHeaderWhereTheCredentialMayBeInAFrame) {
  const auto refusal = [&](const std::string& credential) {
    auto error = neither_token_nor_jwt(credential);
    EXPECT_EQ(error.code, ErrorCode::kAuthErrAuthTokenNotFound);
    EXPECT_THAT(error->dev_message, Not(HasSubstr("header")));
    expect_no_secret(error);
    return error->message;
  };
  const std::string jwt(kJwt);
  EXPECT_EQ(refusal(""), "The auth token is not valid: it is empty.");
  EXPECT_EQ(refusal(key), "The auth token is not valid: it is an API key.");
  EXPECT_EQ(refusal("Bearer " + key), "The auth token is not valid: it is an API key.");
  EXPECT_EQ(refusal("Bearer " + jwt), "The auth token is not valid: it starts with `Bearer`.");
  EXPECT_EQ(refusal("bearer " + token), "The auth token is not valid: it starts with `Bearer`.");
  EXPECT_THAT(refusal(jwt), HasSubstr("a JWT that is damaged or that this server did not sign"));
  EXPECT_EQ(refusal("junk"), make_error(ErrorCode::kAuthErrAuthTokenNotFound)->message);
}

TEST_F(CredentialAdviceTest, NamesTheHeaderForACredentialThatIsNotRead) {
  constexpr auto kEmpty = ErrorCode::kAuthErrEmptyApikey;
  EXPECT_THAT(advice(kEmpty, Header::x_api_key, "junk"),
              HasSubstr("Send it in the header apikey."));
  EXPECT_THAT(advice(kEmpty, Header::x_api_key, token),
              HasSubstr("contains an auth token. Send it in the header authToken"));
  EXPECT_THAT(advice(kEmpty, Header::x_auth_token, "junk"),
              HasSubstr("Send it in the header authToken"));
  EXPECT_THAT(advice(ErrorCode::kAuthErrEmptyAppid, Header::x_api_key, key),
              StartsWith("The server does not read the header x-api-key or api-key,"));
  EXPECT_THAT(advice(kEmpty, Header::authorization, "ApiKey " + key),
              HasSubstr("Send it in the header apikey."));
  EXPECT_THAT(advice(kEmpty, Header::authorization, token), HasSubstr("`Bearer <auth token>`"));
  EXPECT_THAT(advice(kEmpty, Header::authorization, kJwt),
              StartsWith("The header Authorization contains a JWT. A JWT is for"));
}

TEST_F(CredentialAdviceTest, LeavesOtherErrorsAlone) {
  for (const auto code : {ErrorCode::kAuthErrNoAccess, ErrorCode::kAuthErrAuthTokenExpired})
    EXPECT_EQ(advice(code, Header::x_api_key, key), make_error(code)->dev_message);
  constexpr auto kUnknown = ErrorCode::kAuthErrApikeyNotFound;
  EXPECT_EQ(advice(kUnknown, Header::api_key, key), make_error(kUnknown)->dev_message);
  EXPECT_EQ(advice(kUnknown, Header::api_key, "junk"), make_error(kUnknown)->dev_message);
}

}  // namespace
}  // namespace parley::api
