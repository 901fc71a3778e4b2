#include "core/app/origin.hpp"

#include <initializer_list>
#include <string>
#include <utility>

#include <gmock/gmock.h>

#include "core/app/app.hpp"

namespace parley::core {
namespace {

using ::testing::HasSubstr;

TEST(Origin, IsKeptAsBrowsersSendIt) {
  EXPECT_EQ(normalize_origin("https://example.com:443"), "https://example.com");
  EXPECT_EQ(normalize_origin("http://example.com:80/"), "http://example.com");
  EXPECT_EQ(normalize_origin("http://example.com:443"), "http://example.com:443");
  EXPECT_EQ(normalize_origin(" HTTPS://Chat.Example.COM/ "), "https://chat.example.com");
  EXPECT_EQ(normalize_origin("https://[2001:DB8::1]:443"), "https://[2001:db8::1]");
  EXPECT_EQ(normalize_origin("https://*.Example.com:443"), "https://*.example.com");
  EXPECT_EQ(normalize_origin("https://B\xc3\xbc"
                             "cher.example/"),
            "https://xn--bcher-kva.example");
  EXPECT_EQ(normalize_origin("https://*.b\xc3\xbc"
                             "cher.example:8443"),
            "https://*.xn--bcher-kva.example:8443");
  EXPECT_EQ(normalize_origin("http://[0:0::1]:3000"), "http://[::1]:3000");
  EXPECT_EQ(normalize_origin("http://[fd00:0:1:2:3:4:5:6]:3000"),
            "http://[fd00:0:1:2:3:4:5:6]:3000");
  EXPECT_EQ(normalize_origin("http://127.1"), "http://127.0.0.1");
  EXPECT_EQ(normalize_origin("NULL"), "null");
}

TEST(Origin, IsAccepted) {
  for (const auto* origin : {"https://example.com",
                             "http://localhost:3000",
                             "https://*.example.com",
                             "null",
                             "https://*.example.com:8443",
                             "capacitor://localhost",
                             "https://xn--bcher-kva.example",
                             "chrome-extension://gighmmpiobklfepjocnamgkkbiglidom",
                             "http://[::1]:3000",
                             "https://*.a.example.com",
                             "https://*.example.com.",
                             "http://*.localhost",
                             "http://*.localhost:3000",
                             "https://*.parliament.uk",
                             "https://*.example.co.uk",
                             "https://*.vercel.app",
                             "ionic://localhost",
                             "tauri://localhost",
                             "http://tauri.localhost",
                             "moz-extension://5f3a9c1e-0c4b-4a5f-9a0e-3d2b1c0f9e8d",
                             "safari-web-extension://5F3A9C1E-0C4B-4A5F-9A0E-3D2B1C0F9E8D",
                             "app://-",
                             "file://",
                             "vscode-webview://1a2b",
                             "com.example.app://localhost",
                             "FILE://"}) {
    EXPECT_FALSE(problem_of_origin(normalize_origin(origin)).has_value()) << origin;
  }
}

TEST(Origin, IsRefusedWithTheReason) {
  const auto problem = [](std::string_view text) {
    return std::string(problem_of_origin(normalize_origin(text)).value_or("(none)"));
  };
  EXPECT_THAT(problem("*"), HasSubstr("leave the list empty"));
  for (const auto* text : {"example.com", "*.example.com", "", "://a", "1a://b", "//a"}) {
    EXPECT_THAT(problem(text), HasSubstr("must include a scheme")) << text;
  }
  for (const auto* text : {"https://a/b", "https://a?b", "https://a#b", "https://a//"}) {
    EXPECT_THAT(problem(text), HasSubstr("must not have a path")) << text;
  }
  for (const auto* text :
       {"https://a.*.example", "https://*", "https://*a.example", "https://*.*.example",
        "https://*:8443", "https://*.127.0.0.1", "https://*.[::1]"}) {
    EXPECT_THAT(problem(text), HasSubstr("only at the start")) << text;
  }
  for (const auto* text :
       {"https://*.com", "https://*.com.", "https://*.COM:8443", "http://*.a",
        "https://*.\xe4\xb8\xad\xe5\x9b\xbd", "app://*.com", "https://*.co.uk", "https://*.CO.uk.",
        "https://*.com.br:8443", "https://*.xn--55qx5d.cn"}) {
    EXPECT_THAT(problem(text), HasSubstr("domain of one owner")) << text;
  }
  for (const auto& [text, instead] : std::initializer_list<std::pair<const char*, const char*>>{
           {"wss://chat.example.com", "https://chat.example.com"},
           {"WS://localhost:3000", "http://localhost:3000"},
           {"wss://chat.example.com:443/socket", "https://chat.example.com"},
           {"wss://chat.example.com:8443/socket", "https://chat.example.com:8443"},
           {"wss://*.example.com", "https://*.example.com"},
           {"ftp://files.example.com/a", "https://files.example.com"},
           {"sftp://example.com", "https://example.com"},
           {"ws://", "http://chat.example.com"},
           {"data://text", "null"},
           {"blob://x", "null"},
           {"file:///home/me/index.html", "file://"},
           {"file://host", "file://"}}) {
    EXPECT_THAT(problem(text), ::testing::EndsWith(std::string(" ") + instead)) << text;
  }
  for (const auto* text :
       {"https://", "https://a b", "https://xn--a", "https://*.xn--a.example", "https://a@b",
        "https://a:0", "https://a:", "https://a:99999", "https://a:+1", "https://*.",
        "https://a:080", "https://[::1", "https://.a", "https://x..y", "https://*.a..example",
        "https://a..", "https://1.2.3.4.5", "https://a\xff.example"}) {
    EXPECT_THAT(problem(text), HasSubstr("such as https://chat.example.com")) << text;
  }
}

TEST(Origin, WildcardStandsForTheHostsBelow) {
  const auto matches = [](std::string_view origin) {
    return matches_origin("https://*.example.com:8443", origin);
  };
  EXPECT_TRUE(matches("https://a.example.com:8443"));
  EXPECT_TRUE(matches("https://a.b-c.example.com:8443"));
  for (const auto* origin :
       {"https://example.com:8443", "https://.example.com:8443", "https://a.example.com",
        "http://a.example.com:8443", "https://evil.com/.example.com:8443", "null",
        "https://aexample.com:8443", "https://a.example.com:8443.evil.com",
        "https://evil.com:1@a.example.com:8443", ""}) {
    EXPECT_FALSE(matches(origin)) << origin;
  }
}

TEST(Origin, AppAllowsWhatItsListSays) {
  App app;
  EXPECT_TRUE(allows_origin(app, "null"));
  AppChange change;
  change.allowed_origins = std::vector<std::string>{"https://Example.com:443", "null"};
  app = apply(app, change);
  EXPECT_TRUE(allows_origin(app, "https://example.com"));
  EXPECT_TRUE(allows_origin(app, "null"));
  EXPECT_FALSE(allows_origin(app, "https://other.example"));
  app.allowed_origins = {"https://example.com"};
  EXPECT_FALSE(allows_origin(app, "null"));
  // As React Native sends it.
  for (const auto* origin :
       {"https://example.com:443", "https://example.com/", "HTTPS://Example.com"}) {
    EXPECT_TRUE(allows_origin(app, origin)) << origin;
  }
  for (const auto* origin :
       {"https://example.com:80", "http://example.com", "https://example.com/a",
        "https://example.com//", "https://\xff", "\xff", ""}) {
    EXPECT_FALSE(allows_origin(app, origin)) << origin;
  }
}

}  // namespace
}  // namespace parley::core
