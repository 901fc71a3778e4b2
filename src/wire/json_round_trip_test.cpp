#include "support/json_round_trip.hpp"

#include <gtest/gtest.h>

#include "support/pseudo_random.hpp"

namespace parley::wire {
namespace {

using test_support::json_round_trip_problem;

/// Generates texts that look like JSON; most of them are valid.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}

  std::string object(int depth) {
    std::string text = "{";
    const auto size = pick(4);
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) text += ',';
      text += "\"" + std::to_string(i) + string_content() + "\":" + value(depth);
    }
    return text + "}";
  }

  /// `text`, sometimes with one byte changed.
  std::string damaged(std::string text) {
    constexpr std::string_view kBytes = "{}[]\",:\\0123456789eE+-.ntfu\xff\x00\x01";
    if (pick(4) == 0) text[pick(text.size())] = kBytes[pick(kBytes.size())];
    return text;
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }

  std::string digits() {
    std::string text;
    for (std::size_t left = 1 + pick(25); left > 0; --left)
      text += static_cast<char>('0' + pick(10));
    return text;
  }

  std::string number() {
    std::string text = pick(2) == 0 ? "-" : "";
    text += pick(2) == 0 ? "0" : std::to_string(1 + pick(9)) + (pick(2) == 0 ? digits() : "");
    if (pick(2) == 0) text += "." + digits();
    if (pick(2) == 0) text += (pick(2) == 0 ? "e" : "E-") + std::to_string(pick(450));
    return text;
  }

  std::string string_content() {
    constexpr const char* kParts[] = {
        "", "a", "\\n", "\\u0000", "\\\"", "\\\\", "\xc3\xa9", "\\ud83d\\ude00", "NaN", "Infinity"};
    return std::string(kParts[pick(std::size(kParts))]) + kParts[pick(std::size(kParts))];
  }

  std::string value(int depth) {
    switch (pick(depth > 0 ? 7 : 5)) {
      case 0: return "null";
      case 1: return pick(2) == 0 ? "true" : "false";
      case 2: return "\"" + string_content() + "\"";
      case 5: return object(depth - 1);
      case 6: return "[" + value(depth - 1) + "," + value(depth - 1) + "]";
      default: return number();
    }
  }

  test_support::PseudoRandom random_;
};

TEST(JsonRoundTrip, WhateverIsAcceptedCanBeReadBack) {
  RandomText random(18);
  int accepted = 0;
  for (int i = 0; i < 50'000; ++i) {
    const auto text = random.damaged(random.object(5));
    accepted += parse_body(text) ? 1 : 0;
    ASSERT_EQ(json_round_trip_problem(text), "") << text;
  }
  EXPECT_GT(accepted, 20'000);
}

TEST(JsonRoundTrip, HoldsForTheNumbersThatWereAProblem) {
  for (const auto* number : {"1e400",
                             "1e309",
                             "-1e309",
                             "0e370",
                             "1e308",
                             "1.7976931348623157e308",
                             "1.7976931348623158e308",
                             "1e-400",
                             "0e-400",
                             "-0",
                             "-0.0",
                             "5e-324",
                             "2.5e-324",
                             "18446744073709551615",
                             "18446744073709551616",
                             "-9223372036854775809",
                             "0.1",
                             "123456789012345678901234567890e-20",
                             "9007199254740993",
                             "0.3e1",
                             "1E+2"}) {
    const auto body = R"({"a":{"v":[)" + std::string(number) + "]}}";
    EXPECT_EQ(json_round_trip_problem(body), "") << body;
  }
}

TEST(JsonRoundTrip, HoldsAtTheGreatestDepth) {
  const auto body = R"({"a":)" + std::string(kMaxJsonDepth - 1, '[') + "1" +
                    std::string(kMaxJsonDepth - 1, ']') + "}";
  ASSERT_TRUE(parse_body(body));
  EXPECT_EQ(json_round_trip_problem(body), "");
}

}  // namespace
}  // namespace parley::wire
