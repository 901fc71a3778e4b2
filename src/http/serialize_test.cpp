#include "http/serialize.hpp"

#include <gmock/gmock.h>

namespace parley::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr AnswerContext kContext{.request_id = "0123456789abcdef",
                                 .date = "Tue, 24 Nov 2026 08:00:00 GMT"};

std::string serialize(const api::Response& response, const AnswerContext& context = kContext) {
  std::string out;
  append_answer(out, response, context);
  return out;
}

TEST(Serialize, WritesTheWholeAnswer) {
  auto response = api::data_answer("1");
  response.headers.emplace_back("x-rate-limit", "20");
  EXPECT_EQ(serialize(response),
            "HTTP/1.1 200 OK\r\n"
            "content-type: application/json; charset=utf-8\r\n"
            "content-length: 10\r\n"
            "date: Tue, 24 Nov 2026 08:00:00 GMT\r\n"
            "x-request-id: 0123456789abcdef\r\n"
            "x-content-type-options: nosniff\r\n"
            "x-rate-limit: 20\r\n"
            "cache-control: no-store\r\n"
            "\r\n"
            R"({"data":1})");
}

TEST(Serialize, AppendsToEarlierAnswers) {
  std::string out = "earlier";
  append_answer(out, {}, kContext);
  EXPECT_THAT(out, StartsWith("earlierHTTP/1.1 200 OK\r\n"));
}

TEST(Serialize, GivesBodilessStatusesNoLength) {
  for (const int status : {204, 304}) {
    const auto answer = serialize({.status = status, .body = "never sent"});
    EXPECT_THAT(answer, Not(HasSubstr("content-length")));
    EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\n"));
  }
  EXPECT_THAT(serialize({.status = 200}), HasSubstr("content-length: 0\r\n"));
}

TEST(Serialize, LeavesCachingToTheResponseThatSpeaksOfIt) {
  const auto answer = serialize({.headers = {{"cache-control", "no-cache"}}});
  EXPECT_THAT(answer, HasSubstr("cache-control: no-cache\r\n"));
  EXPECT_THAT(answer, Not(HasSubstr("no-store")));
}

TEST(Serialize, PutsAllConnectionOptionsIntoOneHeader) {
  const api::Response upgrade{.status = 426, .headers = {{"connection", "Upgrade"}}};
  const auto context = [](bool close, bool keep_alive_1_0) {
    auto changed = kContext;
    changed.close = close;
    changed.keep_alive_1_0 = keep_alive_1_0;
    return changed;
  };
  EXPECT_THAT(serialize(upgrade), HasSubstr("\r\nconnection: Upgrade\r\n"));
  EXPECT_THAT(serialize(upgrade, context(true, false)),
              HasSubstr("\r\nconnection: Upgrade, close\r\n"));
  EXPECT_THAT(serialize(upgrade, context(false, true)),
              HasSubstr("\r\nconnection: Upgrade, keep-alive\r\n"));
  EXPECT_THAT(serialize({}, context(true, false)), HasSubstr("\r\nconnection: close\r\n"));
  EXPECT_THAT(serialize({}), Not(HasSubstr("connection:")));
}

TEST(Serialize, KnowsNoReasonForAnUncommonStatusAndNeedsNone) {
  EXPECT_THAT(serialize({.status = 418}), StartsWith("HTTP/1.1 418 \r\n"));
}

}  // namespace
}  // namespace parley::http
