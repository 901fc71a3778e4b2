#include "wire/body.hpp"

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parley::wire {
namespace {

TEST(BodyTest, ReadsOneObject) {
  const auto body = parse_body(R"({"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]})");
  ASSERT_TRUE(body);
  EXPECT_EQ(body->size(), 3U);
  EXPECT_TRUE(parse_body("")->empty());
  EXPECT_TRUE(parse_body(" {} ")->empty());
}

TEST(BodyTest, RefusesWhateverElse) {
  for (const auto* text : {"[1]",
                           "[{}]",
                           "[[]]",
                           "[",
                           "]",
                           "[]x",
                           "[],",
                           "x[]",
                           "1",
                           "null",
                           "{",
                           "{}{}",
                           "{\"a\":1,}",
                           "{'a':1}",
                           "{\"a\":\"\xFF\"}",
                           "{\"a\":\"\\ud800\"}",
                           "\xEF\xBB\xBF{}",
                           "{\"a\":1,\"a\":2}",
                           "{\"b\":[{\"a\":1,\"a\":1}]}",
                           "{\"a\":1,\"\\u0061\":2}"}) {
    for (const auto& body : {parse_body(text), parse_request_body(text)}) {
      ASSERT_FALSE(body) << text;
      EXPECT_EQ(body.error().code, ErrorCode::kErrBadRequestJson) << text;
    }
  }
}

TEST(BodyTest, SaysWhatWasReceivedInsteadOfAnObject) {
  const std::pair<const char*, const char*> cases[] = {
      {R"([{"uid":"a"}])", "an array was received"},
      {"[]", "an array was received"},
      {R"("a")", "a string was received"},
      {"7", "a number was received"},
      {"1.5", "a number was received"},
      {"null", "null was received"},
      {"true", "true or false was received"}};
  for (const auto& [text, problem] : cases) {
    const auto body = parse_body(text);
    ASSERT_FALSE(body) << text;
    EXPECT_THAT(body.error()->dev_message, testing::HasSubstr(problem)) << text;
  }
}

TEST(BodyTest, OfARequestMayBeTheEmptyArrayOfPhp) {
  for (const auto* text : {"[]", " [ ] ", "[\n]\n", ""}) {
    const auto body = parse_request_body(text);
    ASSERT_TRUE(body) << text;
    EXPECT_TRUE(body->empty()) << text;
  }
  EXPECT_FALSE(parse_body("[]")) << "frames and control messages do not come from PHP";
}

std::string advice_on(std::string_view text, const BodyHints& hints) {
  return parse_request_body(text, hints).error()->dev_message;
}

TEST(BodyTest, ShowsTheExampleOfTheCall) {
  const BodyHints hints{.content_type = {}, .example = R"({"users": {}})"};
  EXPECT_THAT(advice_on("[1]", hints), testing::EndsWith(R"(Example of the body: {"users": {}})"));
  EXPECT_THAT(advice_on(R"({"a":1e400})", hints), testing::Not(testing::HasSubstr("Example")));
}

TEST(BodyTest, SaysThatTheContentTypeIsNotJson) {
  const auto advice = [](std::string_view type) {
    return advice_on("uid=a&name=A", {.content_type = type, .example = {}});
  };
  EXPECT_THAT(advice("application/x-www-form-urlencoded; charset=utf-8"),
              testing::EndsWith(" The Content-Type of this request is application/"
                                "x-www-form-urlencoded: send JSON, as application/json."));
  EXPECT_THAT(advice("Multipart/Form-Data"), testing::HasSubstr("is multipart/form-data:"));
  EXPECT_THAT(advice("text/\xFF"), testing::HasSubstr("is another one:"));
  for (const auto* type :
       {"", "application/json", "Application/JSON; charset=utf-8", "application/vnd.api+json"})
    EXPECT_THAT(advice(type), testing::Not(testing::HasSubstr("Content-Type"))) << type;
}

TEST(BodyTest, NamesANumberOutOfRange) {
  const auto body = parse_body(R"({"metadata":{"sizes":[1,2,1e400]}})");
  ASSERT_FALSE(body);
  EXPECT_EQ(body.error().code, ErrorCode::kErrBadRequest);
  EXPECT_TRUE(body.error()->details.contains("metadata.sizes[2]"));
}

TEST(BodyTest, RefusesDeepNesting) {
  const auto nested = [](std::size_t depth) {
    return R"({"a":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_TRUE(parse_body(nested(kMaxJsonDepth - 1)));
  EXPECT_FALSE(parse_body(nested(kMaxJsonDepth)));
  EXPECT_FALSE(parse_body(nested(5000)));
}

}  // namespace
}  // namespace parley::wire
