#include "wire/settings_json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace parley::wire {
namespace {

TEST(SettingsJsonTest, ReadsHosts) {
  const auto plain = parse_host("chat.example.com", true);
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->host, "chat.example.com");
  EXPECT_EQ(plain->port, 443);
  EXPECT_TRUE(plain->port_is_default);
  EXPECT_EQ(parse_host("chat.example.com", false)->port, 80);
  EXPECT_EQ(parse_host("localhost:8080", false)->port, 8080);
  EXPECT_EQ(parse_host("[::1]:8443", true)->host, "[::1]");
  EXPECT_EQ(parse_host("[::1]", true)->host, "[::1]");
}

TEST(SettingsJsonTest, RefusesWhatIsNoHost) {
  for (const auto* text : {"", ":80", "a b", "a,b", "host:0", "host:99999", "host::", "host:8x",
                           "[::1", "[g::]", "a/b", "\"", "host:80:80", ":", ".", ".:80"}) {
    EXPECT_FALSE(parse_host(text, false)) << text;
    EXPECT_FALSE(is_host_and_port(text)) << text;
  }
}

TEST(SettingsJsonTest, AnEmptyPortIsNoPort) {
  for (const auto* text : {"chat.example.com:", "[::1]:"}) {
    const auto address = parse_host(text, true);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(address->port, 443);
    EXPECT_TRUE(address->port_is_default);
    EXPECT_EQ(url_of(*address) + ":", "https://" + std::string(text));
  }
  EXPECT_EQ(url_of(*parse_public_url("https://chat.example.com:/")), "https://chat.example.com");
}

TEST(SettingsJsonTest, SpellingsOfAHostAreOneAddress) {
  for (const auto* text : {"chat.example.com", "Chat.EXAMPLE.com", "chat.example.com.",
                           "CHAT.example.com.:443", "chat.example.com:"}) {
    const auto address = parse_host(text, true);
    ASSERT_TRUE(address) << text;
    EXPECT_EQ(settings_json({}, *address).at("CHAT_HOST"), "chat.example.com");
    EXPECT_EQ(settings_json({}, *address).at("CLIENT_API_HOST"), "chat.example.com");
    EXPECT_EQ(url_of(*address), "https://chat.example.com");
    EXPECT_EQ(url_of(*parse_public_url("https://" + std::string(text))),
              "https://chat.example.com");
  }
  EXPECT_EQ(url_of(*parse_host("[2001:DB8::A]:8443", true)), "https://[2001:db8::a]:8443");
}

TEST(SettingsJsonTest, ReadsPublicUrls) {
  EXPECT_EQ(parse_public_url("https://chat.example.com")->port, 443);
  EXPECT_EQ(parse_public_url("http://10.0.0.1:8080/")->port, 8080);
  EXPECT_FALSE(parse_public_url("chat.example.com"));
  EXPECT_FALSE(parse_public_url("https://chat.example.com/path"));
}

TEST(SettingsJsonTest, LeavesOutADefaultPort) {
  const auto settings = settings_json({}, *parse_host("chat.example.com", true));
  EXPECT_EQ(settings.at("CLIENT_API_HOST"), "chat.example.com");
  EXPECT_EQ(settings_json({}, *parse_host("localhost:8080", false)).at("CLIENT_API_HOST"),
            "localhost:8080");
}

// Without it, or with less than their own major version, published clients (4.0.9:
// `internalRestart`) log a stored user out and in again at each start.
TEST(SettingsJsonTest, HaveTheMajorVersionOfPublishedClients) {
  EXPECT_EQ(settings_json({}, *parse_host("localhost", false)).at("APP_VERSION"), 4);
}

// The UI kits of published clients iterate over the list on every page.
TEST(SettingsJsonTest, ListNoExtensions) {
  EXPECT_TRUE(
      settings_json({}, *parse_host("localhost", false)).at("extensions").as_array().empty());
}

TEST(SettingsJsonTest, WriteAnAddressAsAUrl) {
  EXPECT_EQ(url_of(*parse_public_url("https://chat.example.com:443/")), "https://chat.example.com");
  EXPECT_EQ(url_of(*parse_public_url("http://10.0.0.1:8080")), "http://10.0.0.1:8080");
  EXPECT_EQ(url_of(*parse_host("[::1]:8443", true)), "https://[::1]:8443");
  EXPECT_EQ(url_of(*parse_host("localhost", false)), "http://localhost");
}

}  // namespace
}  // namespace parley::wire
