#include "base/client_network.hpp"

#include <utility>

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(ClientNetwork, IsAnIpv4AddressInEitherForm) {
  EXPECT_EQ(client_network("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(client_network("::ffff:192.0.2.1"), "192.0.2.1");
  EXPECT_NE(client_number("192.0.2.1"), client_number("192.0.2.2"));
}

TEST(ClientNetwork, ReadsAMappedAddressAsIpv4) {
  const std::pair<const char*, const char*> kCases[] = {
      {"::ffff:192.0.2.1", "192.0.2.1"},
      {"::FFFF:c000:201", "192.0.2.1"},
      {"192.0.2.1", "192.0.2.1"},
      {"2001:db8::1", "2001:db8::1"},
      {"::1", "::1"},
      {"::fffe:192.0.2.1", "::fffe:c000:201"},
      {"64:ff9b::192.0.2.1", "64:ff9b::c000:201"}};
  for (const auto& [text, plain] : kCases) {
    EXPECT_EQ(without_mapping(boost::asio::ip::make_address(text)).to_string(), plain) << text;
  }
}

TEST(ClientNetwork, IsTheFirstHalfOfAnIpv6Address) {
  EXPECT_EQ(client_network("2001:db8:0:1::7"), "2001:db8:0:1::/64");
  EXPECT_EQ(client_number("2001:db8::1"), client_number("2001:db8::ffff:1"));
  EXPECT_NE(client_number("2001:db8::1"), client_number("2001:db8:0:1::1"));
}

TEST(ClientNetwork, KnowsProgramsOnThisMachine) {
  for (const auto* own : {"127.0.0.1", "127.9.9.9", "::1"}) {
    EXPECT_TRUE(is_this_machine(own)) << own;
  }
  for (const auto* other : {"192.0.2.1", "126.0.0.1", "128.0.0.1", "2001:db8::1", "fe80::1"}) {
    EXPECT_FALSE(is_this_machine(other)) << other;
  }
}

TEST(ClientNetwork, TakesWhatIsNoAddressForNobodys) {
  EXPECT_EQ(client_network("unknown"), "0.0.0.0");
  EXPECT_EQ(client_network(""), "0.0.0.0");
}

}  // namespace
}  // namespace parley
