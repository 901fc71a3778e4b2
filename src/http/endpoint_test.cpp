#include "http/endpoint.hpp"

#include <gtest/gtest.h>

namespace parley::http {
namespace {

TEST(Endpoint, ReadsAddressesWithPorts) {
  for (const auto& [text, normal] : std::initializer_list<std::pair<const char*, const char*>>{
           {"127.0.0.1:8080", "127.0.0.1:8080"},
           {"localhost:0", "127.0.0.1:0"},
           {":80", "0.0.0.0:80"},
           {"0.0.0.0:65535", "0.0.0.0:65535"},
           {"[::1]:8443", "[::1]:8443"},
           {"[::]:1", "[::]:1"}}) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_TRUE(endpoint) << text;
    EXPECT_EQ(to_string(*endpoint), normal);
  }
}

TEST(Endpoint, RefusesAnythingElse) {
  for (const std::string text :
       {"", "8080", "127.0.0.1", "[127.0.0.1]:80", "[]:80", "host.example:80"}) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_TRUE(endpoint.has_error()) << text;
    EXPECT_EQ(endpoint.error()->message,
              "\"" + text + "\" is not HOST:PORT, for example 127.0.0.1:8080");
  }
}

TEST(Endpoint, NamesTheRangeOfPorts) {
  for (const std::string text : {"127.0.0.1:65536", "127.0.0.1:80000", "127.0.0.1:", "127.0.0.1:x",
                                 "127.0.0.1:-1", ":80 ", "[::1]:99999999999"}) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_TRUE(endpoint.has_error()) << text;
    EXPECT_EQ(endpoint.error()->message,
              "\"" + text + "\" needs a port from 1 to 65535, or 0 to let the system choose one");
  }
}

TEST(Endpoint, AsksForBrackets) {
  EXPECT_EQ(parse_endpoint("::1:80").error()->message,
            "\"::1:80\" needs brackets around the IPv6 address, for example [::1]:8080");
}

bool contains(std::string_view network, const char* address) {
  return Network::parse(network).value().contains(boost::asio::ip::make_address(address));
}

TEST(Network, ContainsItsAddresses) {
  EXPECT_TRUE(contains("10.0.0.0/8", "10.255.0.1"));
  EXPECT_FALSE(contains("10.0.0.0/8", "11.0.0.1"));
  EXPECT_TRUE(contains("10.1.2.3/8", "10.9.9.9")) << "host bits do not matter";
  EXPECT_TRUE(contains("10.0.0.0/8", "::ffff:10.0.0.1"));
  EXPECT_TRUE(contains("127.0.0.1", "127.0.0.1"));
  EXPECT_FALSE(contains("127.0.0.1", "127.0.0.2"));
  EXPECT_TRUE(contains("2001:db8::/32", "2001:db8:1::1"));
  EXPECT_FALSE(contains("2001:db8::/32", "2001:db9::1"));
  EXPECT_TRUE(contains("0.0.0.0/0", "198.51.100.7"));
  EXPECT_FALSE(contains("0.0.0.0/0", "2001:db8::1"));
  EXPECT_TRUE(contains("::/0", "198.51.100.7"));
}

TEST(Network, IsShownWithItsLength) {
  for (const auto& [text, shown] : std::initializer_list<std::pair<const char*, const char*>>{
           {"10.1.2.3/8", "10.0.0.0/8"},
           {"0.0.0.0/0", "0.0.0.0/0"},
           {"127.0.0.1", "127.0.0.1/32"},
           {"2001:db8::1/32", "2001:db8::/32"},
           {"::/0", "::/0"}}) {
    EXPECT_EQ(Network::parse(text)->to_string(), shown) << text;
  }
}

TEST(Network, RefusesAnythingElse) {
  for (const auto* text : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "10.0.0/8",
                           "example.com", "10.0.0.0/8/8"}) {
    EXPECT_TRUE(Network::parse(text).has_error()) << text;
  }
}

}  // namespace
}  // namespace parley::http
