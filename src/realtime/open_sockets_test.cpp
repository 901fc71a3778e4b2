#include "realtime/open_sockets.hpp"

#include <gtest/gtest.h>

namespace parley::realtime {
namespace {

TEST(OpenSockets, AdmitSoManySocketsOfAUser) {
  OpenSockets sockets({.per_user = 2});
  auto first = sockets.enter("app", "ann");
  const auto second = sockets.enter("app", "ann");
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(sockets.enter("app", "ann"));
  EXPECT_TRUE(sockets.enter("app", "bob"));
  EXPECT_TRUE(sockets.enter("other-app", "ann"));
  first.reset();
  EXPECT_TRUE(sockets.enter("app", "ann"));
}

TEST(OpenSockets, AdmitSoManySocketsFromAnAddress) {
  OpenSockets sockets(
      {.per_address = 1, .unlimited_networks = {http::Network::parse("10.0.0.0/8").value()}});
  const auto first = sockets.enter("2001:db8::1");
  EXPECT_TRUE(first);
  EXPECT_FALSE(sockets.enter("2001:db8::2")) << "the same /64";
  EXPECT_TRUE(sockets.enter("2001:db8:0:1::1"));
  for (const auto* unlimited : {"10.0.0.1", "10.1.2.3"}) {
    const auto one = sockets.enter(unlimited);
    const auto other = sockets.enter(unlimited);
    EXPECT_TRUE(one && other) << unlimited;
  }
}

TEST(OpenSockets, AdmitAllWithoutLimits) {
  OpenSockets sockets({});
  std::vector<std::optional<OpenSockets::UserSlot>> of_user;
  std::vector<std::optional<OpenSockets::AddressSlot>> of_address;
  for (int i = 0; i < 1'000; ++i) {
    EXPECT_TRUE(of_user.emplace_back(sockets.enter("app", "ann")));
    EXPECT_TRUE(of_address.emplace_back(sockets.enter("192.0.2.1")));
  }
}

}  // namespace
}  // namespace parley::realtime
