#include "storage/sqlite/readable_numbers.hpp"

#include <gtest/gtest.h>

namespace parley::storage::sqlite {
namespace {

TEST(ReadableNumbers, ReplacesOnlyNumbers) {
  EXPECT_EQ(with_readable_numbers(R"({"v":Infinity})"), R"({"v":null})");
  EXPECT_EQ(with_readable_numbers(R"({"a":[-Infinity,1,NaN],"b":-2.5E3})"),
            R"({"a":[null,1,null],"b":-2.5E3})");
  for (const auto* kept :
       {"", "{}", R"({"NaN":"Infinity"})", R"({"a":"\"NaN","b":"x\\"})", R"({"a":"-Infinity)"}) {
    EXPECT_EQ(with_readable_numbers(kept), kept);
  }
}

}  // namespace
}  // namespace parley::storage::sqlite
