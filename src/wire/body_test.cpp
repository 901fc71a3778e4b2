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
  for (const auto* text :
       {"[]", "1", "null", "{", "{}{}", "{\"a\":1,}", "{'a':1}", "{\"a\":\"\xFF\"}",
        "{\"a\":\"\\ud800\"}", "\xEF\xBB\xBF{}", "{\"a\":1,\"a\":2}", "{\"b\":[{\"a\":1,\"a\":1}]}",
        "{\"a\":1,\"\\u0061\":2}"}) {
    const auto body = parse_body(text);
    ASSERT_FALSE(body) << text;
    EXPECT_EQ(body.error().code, ErrorCode::kErrBadRequestJson) << text;
  }
}

TEST(BodyTest, SaysWhatWasReceivedInsteadOfAnObject) {
  const std::pair<const char*, const char*> cases[] = {
      {R"([{"uid":"a"}])", "an array was received"},
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

TEST(BodyTest, ShowsTheExampleOfTheCall) {
  EXPECT_THAT(parse_body("[]", R"({"users": {}})").error()->dev_message,
              testing::EndsWith(R"(Example of the body: {"users": {}})"));
  EXPECT_THAT(parse_body(R"({"a":1e400})", R"({"users": {}})").error()->dev_message,
              testing::Not(testing::HasSubstr("Example")));
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
