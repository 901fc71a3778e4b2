#include "api/response.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "api/error_json.hpp"
#include "base/text.hpp"

namespace parley::api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

TEST(Response, WrapsData) {
  const auto response = data_answer(R"({"uid":"a"})");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"data":{"uid":"a"}})");
}

TEST(Response, PutsAnErrorIntoTheEnvelope) {
  const auto response = error(make_error(ErrorCode::kErrUidNotFound, {{"uid", "jo"}}), "id-1");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.headers, IsEmpty());
  const auto body = boost::json::parse(response.body).at("error").as_object();
  EXPECT_EQ(body.at("code"), "ERR_UID_NOT_FOUND");
  EXPECT_EQ(body.at("source"), "chat-api");
  EXPECT_THAT(std::string(body.at("message").as_string()), HasSubstr("jo"));
  EXPECT_FALSE(body.at("devMessage").as_string().empty());
  EXPECT_FALSE(body.contains("details"));
  EXPECT_FALSE(body.contains("requestId"));
}

TEST(Response, ListsTheReasonsByField) {
  const auto response = error(bad_request({{"name", {"too long", "taken"}}, {"uid", {}}}), "id-1");
  const auto body = boost::json::parse(response.body).at("error").as_object();
  EXPECT_EQ(body.at("details"), boost::json::parse(R"({"name":["too long","taken"],"uid":[]})"));
}

TEST(Response, RepeatsTheRequestIdInServerErrorsOnlyAndKeepsTheCauseInside) {
  auto bug = make_error(ErrorCode::kErrException, {{"requestId", "id-1"}});
  bug->internal = "disk on fire";
  const auto response = error(bug, "id-1");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(boost::json::parse(response.body).at("error").at("requestId"), "id-1");
  EXPECT_THAT(response.body, Not(HasSubstr("fire")));
  EXPECT_EQ(response.internal_error, "disk on fire");
}

TEST(Response, AsksForAWebSocket) {
  EXPECT_THAT(error(make_error(ErrorCode::kErrUpgradeRequired), "").headers,
              ElementsAre(Pair("upgrade", "websocket"), Pair("connection", "Upgrade"),
                          Pair("sec-websocket-version", "13")));
}

TEST(Response, AsksForCredentials) {
  EXPECT_THAT(error(make_error(ErrorCode::kAuthErrEmptyAuthToken), "").headers,
              ElementsAre(Pair("www-authenticate", R"(Bearer realm="parley")")));
  EXPECT_THAT(error(make_error(ErrorCode::kAuthErrApikeyNotFound), "").headers,
              ElementsAre(Pair("www-authenticate", R"(Bearer realm="parley")")));
  for (const auto code :
       {ErrorCode::kAuthErrAuthTokenNotFound, ErrorCode::kAuthErrAuthTokenNotFoundExpired,
        ErrorCode::kAuthErrAuthTokenExpired}) {
    EXPECT_THAT(
        error(make_error(code), "").headers,
        ElementsAre(Pair("www-authenticate", R"(Bearer realm="parley", error="invalid_token")")));
  }
}

TEST(Response, SaysWhenToRetry) {
  auto limited = make_error(ErrorCode::kErrTooManyRequests, {{"seconds", "7"}, {"limit", "calls"}});
  limited->retry_after = 7;
  EXPECT_THAT(error(limited, "").headers, ElementsAre(Pair("retry-after", "7")));
  EXPECT_THAT(error(make_error(ErrorCode::kErrServiceUnavailable), "").headers,
              ElementsAre(Pair("retry-after", "1")));
}

TEST(Response, StaysValidJsonWhateverTheTextHolds) {
  for (const std::string_view text :
       {"\xff", "a\xc3", "\xed\xa0\x80z", "\"\\\n\x01", "\xf0\x9f\x98\x80", "\xe2\x82"}) {
    Error odd{ErrorCode::kErrApiNotFound, std::string(text), std::string(text)};
    odd->details[std::string(text)] = {std::string(text)};
    const auto json = error_json(odd, text);
    EXPECT_TRUE(is_utf8(json)) << json;
    EXPECT_NO_THROW(static_cast<void>(boost::json::parse(json))) << json;
  }
  const auto repaired = error_json(Error{ErrorCode::kErrApiNotFound, "a\xffz", ""}, "");
  EXPECT_THAT(repaired, HasSubstr("a\xEF\xBF\xBDz"));
}

}  // namespace
}  // namespace parley::api
