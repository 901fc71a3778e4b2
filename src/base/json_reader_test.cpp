#include "base/json_reader.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "support/pseudo_random.hpp"

namespace parley {
namespace {

namespace json = boost::json;

std::string number_text(const char* number) { return fmt::format(R"({{"v":{}}})", number); }

/// What is stored when a client sends `text`.
std::string stored(const std::string& text) {
  const auto read = read_json_object(text);
  EXPECT_TRUE(read) << text;
  return read ? json::serialize(*read) : std::string();
}

TEST(JsonReader, RefusesNumbersOutOfRangeAndNamesThem) {
  for (const auto* number : {"1e400", "1e309", "-1e309", "1e99999", "0e370", "-0e370",
                             "1.7976931348623159e308", "0.1e400", "123e310"}) {
    const auto read = read_json_object(number_text(number));
    ASSERT_FALSE(read) << number;
    EXPECT_EQ(read.error().code, ErrorCode::kErrBadRequest) << number;
    EXPECT_TRUE(read.error()->details.contains("v")) << number;
  }
  const auto nested = read_json_object(R"({"a":1,"b":{"c":[0,{"d":2},{"e":[1,-1e999]}]}})");
  ASSERT_FALSE(nested);
  EXPECT_TRUE(nested.error()->details.contains("b.c[2].e[1]"));
}

TEST(JsonReader, SaysWhereTheTextIsNotJson) {
  const std::pair<const char*, const char*> kCases[] = {
      {"", "at line 1, column 1"},
      {"x=1", "at line 1, column 1"},
      {R"({"a":1)", "at line 1, column 7"},
      {R"({"a":1}x)", "at line 1, column 8"},
      {"{\n  \"a\": 1,\n  \"b\" 2\n}", "at line 3, column 7"},
      {"{\"é\":x}", "at line 1, column 6"},
      {R"({"a":True})", "at line 1, column 6; write true, false and null in lower case"},
      {R"({"a":False})", "at line 1, column 6; write true, false and null in lower case"},
      {R"({"a":None})", "at line 1, column 6; write null"},
      {R"({"a":undefined})", "at line 1, column 6; write null"},
      {R"({'a':1})", "at line 1, column 2; write texts in double quotes"},
      {"\xEF\xBB\xBF{}", "at line 1, column 1; remove the byte order mark"}};
  for (const auto& [text, where] : kCases) {
    const auto read = read_json_object(text);
    ASSERT_FALSE(read) << text;
    EXPECT_THAT(read.error()->dev_message, testing::EndsWith(std::string(where) + ".")) << text;
  }
}

TEST(JsonReader, SaysThatAKeyIsRepeatedBeforeItLooksAtNumbers) {
  const auto read = read_json_object(R"({"a":1e400,"a":1})");
  ASSERT_FALSE(read);
  EXPECT_FALSE(read.error()->details.contains(""));
}

TEST(JsonReader, RefusesWholeNumbersThatItWouldRound) {
  for (const auto* number :
       {"18446744073709551616", "-9223372036854775809", "123456789012345678901234567890"}) {
    const auto read = read_json_object(fmt::format(R"({{"a":1e300,"b":[0,{}]}})", number));
    ASSERT_FALSE(read) << number;
    EXPECT_TRUE(read.error()->details.contains("b[1]")) << number;
  }
}

TEST(JsonReader, ReadsNumbersAsOtherReadersDo) {
  const auto number = [](const char* text) {
    return read_json_object(number_text(text)).value().at("v");
  };
  EXPECT_EQ(number("1.7976931348623157e308"), json::value(1.7976931348623157e308));
  EXPECT_EQ(number("-1.7976931348623157e308"), json::value(-1.7976931348623157e308));
  EXPECT_EQ(number("1e-400"), json::value(0.0));
  EXPECT_EQ(number("0e-400"), json::value(0.0));
  EXPECT_EQ(number("5e-324"), json::value(5e-324));
  EXPECT_EQ(number("-9223372036854775808"), json::value(INT64_MIN));
  EXPECT_EQ(number("18446744073709551615"), json::value(UINT64_MAX));
  EXPECT_EQ(number("18446744073709551616.0"), json::value(18446744073709551616.0));
  EXPECT_EQ(number("1E+30"), json::value(1e30));
  EXPECT_EQ(number("-12.5e1"), json::value(-125.0));
  EXPECT_TRUE(std::signbit(number("-0.0").as_double()));
}

TEST(JsonReader, ReadsBackEveryDoubleThatWasStored) {
  test_support::PseudoRandom random(20);
  for (int i = 0; i < 100'000; ++i) {
    const auto bits = std::uint64_t{random()} << 32 | random();
    const auto value = std::bit_cast<double>(bits);
    if (!std::isfinite(value)) continue;
    const auto text = json::serialize(json::object{{"v", value}});
    const auto read = read_json_object(text);
    ASSERT_TRUE(read) << text;
    const auto again = read->at("v").as_double();
    ASSERT_EQ(std::bit_cast<std::uint64_t>(again), bits) << text;
  }
}

TEST(JsonReader, StoresWhatItCanReadWhateverDigitsAClientSends) {
  test_support::PseudoRandom random(21);
  const auto digits = [&](std::size_t most) {
    std::string text(1 + random() % most, '0');
    for (auto& digit : text) digit = static_cast<char>('0' + random() % 10);
    return text;
  };
  int accepted = 0;
  for (int i = 0; i < 100'000; ++i) {
    auto number = (random() % 2 == 0 ? "-" : "") + std::to_string(random() % 10);
    if (number.back() != '0') number += digits(30);
    if (random() % 2 == 0) number += "." + digits(30);
    if (random() % 2 == 0) number += (random() % 2 == 0 ? "e-" : "E") + digits(4);
    const auto read = read_json_object(number_text(number.c_str()));
    if (!read) continue;
    ++accepted;
    const auto once = json::serialize(*read);
    ASSERT_EQ(stored(once), once) << number;
  }
  EXPECT_GT(accepted, 50'000);
}

TEST(JsonReader, BuildsWhatJsonParseBuilds) {
  const std::string long_text(5000, 'x');
  for (const auto& text : {std::string(" {} "), std::string(R"({"a":[],"b":{},"c":[[],{}]})"),
                           std::string(R"({"a":null,"b":true,"c":false,"d":"","e":"\u00e9\n\""})"),
                           fmt::format(R"({{"a":"{0}\u0000{0}"}})", long_text),
                           fmt::format(R"({{"{}\t":[1,2.5,-3,"x"]}})", long_text)}) {
    EXPECT_EQ(json::value(read_json_object(text).value()), json::parse(text)) << text;
  }
}

}  // namespace
}  // namespace parley
