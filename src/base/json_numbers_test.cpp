#include "base/json_numbers.hpp"

#include <gtest/gtest.h>

#include "base/json_reader.hpp"

namespace parley {
namespace {

std::optional<std::string> path_in(const std::string& text) {
  return path_of_number(read_json_object(text).value(), not_kept_by_javascript, "metadata");
}

TEST(JsonNumbers, NamesThoseThatJavascriptRounds) {
  for (const auto* number :
       {"9007199254740992", "-9007199254740992", "9007199254740993", "1546130668394913822",
        "-1546130668394913822", "9223372036854775807", "18446744073709551615", "1e16", "1e20",
        "-1e20", "9007199254740992.0", "9.9e20"})
    EXPECT_EQ(path_in(R"({"a":1,"b":[0,{"id":)" + std::string(number) + "}]}"), "metadata.b[1].id")
        << number;
}

TEST(JsonNumbers, LeavesAllOthers) {
  for (const auto* number :
       {"9007199254740991", "-9007199254740991", "0", "-0", "0.1", "1e-400", "4503599627370497.5",
        "1e15", "1e21", "-1e21", "1e300", "\"1e16\"", "\"1546130668394913822\"", "true", "null"})
    EXPECT_EQ(path_in(R"({"id":)" + std::string(number) + "}"), std::nullopt) << number;
}

}  // namespace
}  // namespace parley
