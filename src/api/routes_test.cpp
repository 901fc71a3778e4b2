#include "api/routes.hpp"

#include <gtest/gtest.h>

namespace parley::api {
namespace {

TEST(RoutesTest, FindsTheRouteAndItsParameters) {
  const auto found = match(Method::get, "/users/ab%63/auth_tokens/ses_1");
  ASSERT_NE(found.route, nullptr);
  EXPECT_EQ(found.route->path, "/users/{uid}/auth_tokens/{token}");
  EXPECT_EQ(found.parameters[0], "abc");
  EXPECT_EQ(found.parameters[1], "ses_1");
}

TEST(RoutesTest, HeadIsGetWithoutABody) {
  EXPECT_EQ(match(Method::head, "/me").route, match(Method::get, "/me").route);
}

TEST(RoutesTest, KnowsNoNearMisses) {
  for (const auto* path : {"", "/", "/me/", "//me", "/users//auth_tokens", "/users/a/auth_tokens/",
                           "/users/a/auth_tokens/b/c", "/USERS", "/user"}) {
    EXPECT_EQ(match(Method::get, path).route, nullptr) << path;
  }
  EXPECT_EQ(match(Method::post, "/me").route, nullptr);
}

TEST(RoutesTest, TellsVersionsApart) {
  using enum VersionedPath::Kind;
  EXPECT_EQ(split_version("/v3/me").kind, known);
  EXPECT_EQ(split_version("/v3.0/me").rest, "/me");
  EXPECT_EQ(split_version("/v3").rest, "");
  EXPECT_EQ(split_version("/v2/me").kind, other_version);
  EXPECT_EQ(split_version("/v3.1/me").kind, other_version);
  EXPECT_EQ(split_version("/video").kind, other);
  EXPECT_EQ(split_version("/").kind, other);
}

TEST(RoutesTest, NoCallIsReachedWithoutACredential) {
  for (const auto& route : routes()) EXPECT_NE(route.access, Access::anyone) << route.path;
}

}  // namespace
}  // namespace parley::api
