#include "base/secret.hpp"

#include <concepts>
#include <sstream>
#include <type_traits>

#include <gtest/gtest.h>

namespace parley {
namespace {

template <class T>
concept ComparableWithEquals = requires(const T& a, const T& b) {
  a == b;
};

// Security ledger, row 4.
static_assert(!ComparableWithEquals<SecretString>, "secrets are compared in constant time only");
static_assert(!std::is_copy_constructible_v<SecretString>);
static_assert(!std::is_copy_assignable_v<SecretString>);
static_assert(!std::convertible_to<SecretString, std::string>);

TEST(SecretTest, PrintsAsStars) {
  std::ostringstream out;
  out << SecretString("hunter2");
  EXPECT_EQ(out.str(), "***");
}

TEST(SecretTest, MovesAndLeavesNothingBehind) {
  SecretString first("hunter2");
  const SecretString second(std::move(first));
  EXPECT_EQ(second.expose(), "hunter2");
  EXPECT_EQ(first.expose(), "");  // NOLINT(bugprone-use-after-move): that is what is tested.
}

}  // namespace
}  // namespace parley
