#include "base/stored_json.hpp"

#include <gtest/gtest.h>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/serialize.hpp>

namespace parley {
namespace {

constexpr StoredAt kAt{"my-app", "users.metadata", "ann"};

TEST(StoredJson, IsReadIntoTheMemoryThatTheAnswerUses) {
  boost::json::monotonic_resource memory;
  const auto object = read_stored_object(R"({"a":{"b":[1]}})", kAt, &memory);
  EXPECT_EQ(boost::json::serialize(object), R"({"a":{"b":[1]}})");
  EXPECT_EQ(object.storage().get(), &memory);
  EXPECT_EQ(object.at("a").as_object().at("b").storage().get(), &memory);
}

TEST(StoredJson, IsAnEmptyObjectWhenItCannotBeRead) {
  for (const auto* text : {"", "null", "[1]", "{", R"({"v":Infinity})", R"({"v":-Infinity})",
                           R"({"v":NaN})", R"({"v":1e400})", "{\"v\":\"\xFF\"}"}) {
    testing::internal::CaptureStderr();
    EXPECT_TRUE(read_stored_object(text, kAt).empty()) << text;
    testing::internal::GetCapturedStderr();
  }
}

}  // namespace
}  // namespace parley
