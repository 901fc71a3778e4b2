#include "realtime/user_sockets.hpp"

#include <gtest/gtest.h>

namespace parley::realtime {
namespace {

TEST(UserSockets, AdmitSoManySocketsOfAUser) {
  UserSockets sockets({.per_user = 2});
  auto first = sockets.enter("app", "ann", "192.0.2.1");
  const auto second = sockets.enter("app", "ann", "192.0.2.2");
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(sockets.enter("app", "ann", "192.0.2.3"));
  EXPECT_TRUE(sockets.enter("app", "bob", "192.0.2.1"));
  EXPECT_TRUE(sockets.enter("other-app", "ann", "192.0.2.1"));
  first.reset();
  EXPECT_TRUE(sockets.enter("app", "ann", "192.0.2.3"));
}

TEST(UserSockets, AdmitSoManySocketsFromAnAddress) {
  UserSockets sockets(
      {.per_address = 1, .unlimited_networks = {http::Network::parse("10.0.0.0/8").value()}});
  const auto first = sockets.enter("app", "ann", "2001:db8::1");
  EXPECT_TRUE(first);
  EXPECT_FALSE(sockets.enter("app", "bob", "2001:db8::2")) << "the same /64";
  for (const auto* unlimited : {"10.0.0.1", "10.1.2.3"}) {
    const auto one = sockets.enter("app", "ann", unlimited);
    const auto other = sockets.enter("app", "bob", unlimited);
    EXPECT_TRUE(one && other) << unlimited;
  }
}

TEST(UserSockets, ARefusedSocketDoesNotCount) {
  UserSockets sockets({.per_user = 1, .per_address = 1});
  const auto ann = sockets.enter("app", "ann", "192.0.2.1");
  EXPECT_FALSE(sockets.enter("app", "bob", "192.0.2.1"));
  EXPECT_TRUE(sockets.enter("app", "bob", "192.0.2.2"));
}

TEST(UserSockets, AdmitAllWithoutLimits) {
  UserSockets sockets({});
  std::vector<std::optional<UserSockets::Slots>> open;
  for (int i = 0; i < 1'000; ++i) open.push_back(sockets.enter("app", "ann", "192.0.2.1"));
  for (const auto& socket : open) EXPECT_TRUE(socket);
}

}  // namespace
}  // namespace parley::realtime
