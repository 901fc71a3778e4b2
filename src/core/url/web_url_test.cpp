#include "core/url/web_url.hpp"

#include <utility>

#include <gtest/gtest.h>

namespace parley::core {
namespace {

// The results of `new URL(text).href` in browsers.
TEST(WebUrl, IsReadAsBrowsersReadIt) {
  const std::pair<const char*, const char*> kCases[] = {
      {"https://example.com/a.png", "https://example.com/a.png"},
      {"HTTPS://EXAMPLE.com/A.png", "https://example.com/A.png"},
      {"http://example.com", "http://example.com/"},
      {"http://example.com?q", "http://example.com/?q"},
      {"http://example.com#f", "http://example.com/#f"},
      {"  https://example.com/ \n", "https://example.com/"},
      {"https://exa\tmple.com/a\nb", "https://example.com/ab"},
      {"https://example.com/a b.png", "https://example.com/a%20b.png"},
      {"https://example.com/a|b{c}^", "https://example.com/a|b%7Bc%7D^"},
      {"https://example.com/é?é#é", "https://example.com/%C3%A9?%C3%A9#%C3%A9"},
      {"https://example.com/?a b|{}'\"<>`", "https://example.com/?a%20b|{}%27%22%3C%3E`"},
      {"https://example.com/#a b|{}'\"<>`", "https://example.com/#a%20b|{}'%22%3C%3E%60"},
      {"https://example.com/%zz%41", "https://example.com/%zz%41"},
      {"https:\\\\example.com\\a\\b?\\", "https://example.com/a/b?\\"},
      {"https:example.com", "https://example.com/"},
      {"https:////example.com", "https://example.com/"},
      {"https://example.com/a/../b/./c", "https://example.com/b/c"},
      {"https://example.com/a/b/..", "https://example.com/a/"},
      {"https://example.com/../../%2E%2e/a/%2e", "https://example.com/a/"},
      {"https://example.com//a//", "https://example.com//a//"},
      {"https://example.com:443/", "https://example.com/"},
      {"http://example.com:443/", "http://example.com:443/"},
      {"http://example.com:00080/", "http://example.com/"},
      {"http://example.com:/", "http://example.com/"},
      {"http://user:p w@example.com/", "http://user:p%20w@example.com/"},
      {"http://a@b@example.com/", "http://a%40b@example.com/"},
      {"http://@example.com/", "http://example.com/"},
      {"http://:p@example.com/", "http://:p@example.com/"},
      {"http://user:@example.com/", "http://user@example.com/"},
  };
  for (const auto& [text, href] : kCases) {
    EXPECT_EQ(parse_web_url(text), href) << text;
    EXPECT_EQ(parse_web_url(href), href) << href;
  }
}

TEST(WebUrl, HasAHostAsBrowsersReadIt) {
  const std::pair<const char*, const char*> kCases[] = {
      {"http://Bücher.example", "http://xn--bcher-kva.example/"},
      {"http://bu\u0308cher.example", "http://xn--bcher-kva.example/"},
      {"http://faß.de", "http://xn--fa-hia.de/"},
      {"http://日本語。jp", "http://xn--wgv71a119e.jp/"},
      {"http://ＥＸＡＭＰＬＥ．com", "http://example.com/"},
      {"http://☕.example", "http://xn--53h.example/"},
      {"http://ab\u00ADc.com", "http://abc.com/"},
      {"http://ex%41mple.com", "http://example.com/"},
      {"http://b%C3%BCcher.example", "http://xn--bcher-kva.example/"},
      {"http://a..b", "http://a..b/"},
      {"http://example.com.", "http://example.com./"},
      {"http://a_b.example", "http://a_b.example/"},
      {"http://127.0.0.1", "http://127.0.0.1/"},
      {"http://0x7f.1", "http://127.0.0.1/"},
      {"http://017700000001", "http://127.0.0.1/"},
      {"http://2130706433.", "http://127.0.0.1/"},
      {"http://[::1]:80/", "http://[::1]/"},
      {"http://[2001:DB8:0:0:0:0:0:1]:8080/", "http://[2001:db8::1]:8080/"},
      {"http://[fd00:0:1:2:3:4:5:6]/", "http://[fd00:0:1:2:3:4:5:6]/"},
      {"http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/"},
      {"http://[1::]/", "http://[1::]/"},
      {"http://[::]/", "http://[::]/"},
      {"http://[::ffff:1.2.3.4]/", "http://[::ffff:102:304]/"},
      {"http://نامه\u200cای.com/", "http://xn--mgba3gch31f060k.com/"},
      {"http://İstanbul.example/", "http://xn--istanbul-o0e.example/"},
  };
  for (const auto& [text, href] : kCases) EXPECT_EQ(parse_web_url(text), href) << text;
}

// The results of `new URL(text).href` in Node.
TEST(WebUrl, HasAHostInPunycode) {
  const std::pair<const char*, const char*> kCases[] = {
      {"xn--mnchen-3ya", "xn--mnchen-3ya"},
      {"XN--Mnchen-3YA.De", "xn--mnchen-3ya.de"},
      {"xn--fa-hia.de", "xn--fa-hia.de"},
      {"xn--53h.example", "xn--53h.example"},
      {"xn--zzzzzzzzzz", "xn--zzzzzzzzzz"},
      {"xn--4dbcagdahymbxekheh6e0a7fei0b", "xn--4dbcagdahymbxekheh6e0a7fei0b"},
      {"xn--11b2ezcw70k.com", "xn--11b2ezcw70k.com"},
      {"a.xn--4dbc", "a.xn--4dbc"},
      {"a--b", "a--b"},
      {"ab--cd", "ab--cd"},
      {"axn--a", "axn--a"},
      {"-a-", "-a-"},
      {"क\u094d\u200dष.com", "xn--11b2ezcw70k.com"},
      {"क\u094d\u200cष.com", "xn--11b2ezcs70k.com"},
      {"ب\u200cب.com", "xn--ngba799q.com"},
      {"א.com", "xn--4db.com"},
      {"א1.com", "xn--1-zhc.com"},
      {"א\u0660.com", "xn--4db20a.com"},
      {"א\u05b0.com", "xn--7cb7d.com"},
      {"אב.a1", "xn--4dbc.a1"},
      {"a\u180fb.com", "ab.com"},
      {"ΑΣ.gr", "xn--mxa0b.gr"},
      {"ας.gr", "xn--mxa8a.gr"},
      {"ﬁ.com", "fi.com"},
      {"a\u0345.com", "xn--a-gmb.com"},
      {"ᾈ.com", "xn--uxa970l.com"},
      {"Ꭰ.com", "xn--58d.com"},
      {"ꭰ.com", "xn--58d.com"},
  };
  for (const auto& [host, ascii] : kCases) {
    const auto href = std::string("https://") + ascii + "/";
    EXPECT_EQ(parse_web_url(std::string("https://") + host), href) << host;
    EXPECT_EQ(parse_web_url(href), href) << ascii;
  }
}

// `new URL()` throws in Node.
TEST(WebUrl, HasNoHostThatBrowsersRefuse) {
  for (const std::string host :
       {"xn--a",        "xn--0.pt",     "xn--",         "www.xn--a",    "xn--mnchen-3ya0",
        "xn--1ug",      "xn--0ug",      "xn--ab-m1t",   "xn--ab-yuc",   "xn--lca",
        "xn--3ba",      "xn--a-ecb",    "xn--bücher",   "%78n--a",      "ｘｎ－－ａ",
        "XN--A",        "a\u200db.com", "a\u200cb.com", "\u200cب.com",  "👩\u200d💻.example",
        "אa.com",       "אa",           "א1\u0660",     "\u0301a.com",  "a.\u0301a.com",
        "a\ue000b.com", "a\u0378b.com", "a\ufffdb.com", "a\ufffcb.com", "a\ufffeb.com",
        "a\u2028b.com", "a\u1680b.com", "a⒈b.com",      "a\u0085b.com", "a\u1806b.com",
        "a\u2ff0b.com", "a\u3164b.com", "a\ufe12b.com"})
    EXPECT_FALSE(parse_web_url("https://" + host + "/").has_value()) << host;
}

// Node accepts these, but browsers that check the Bidi rule for the whole name, and labels in
// Punycode that need none, do not.
TEST(WebUrl, HasNoHostThatOnlyNodeAccepts) {
  for (const std::string host : {"aא.com", "xn--a-0hc", "1א.com", "\u0660.com", "א.1a", "1a.אב",
                                 "-.אב", "xn--a-", "xn--abc-"})
    EXPECT_FALSE(parse_web_url("https://" + host + "/").has_value()) << host;
}

TEST(WebUrl, HasNoHostThatIsReorderedOrCannotBeLookedUp) {
  std::string marks;
  for (int i = 0; i < 2'000; ++i) marks += "\u0301\u0323";  // Slow to sort.
  for (const auto& host : {std::string("a\u202Eb.example"), std::string("a\u2066b.example"), marks})
    EXPECT_FALSE(parse_web_url("http://" + host).has_value()) << host.substr(0, 20);
}

TEST(WebUrl, IsForPagesOnly) {
  for (const auto* text : {"",
                           " ",
                           "a.png",
                           "/a.png",
                           "//example.com/a.png",
                           "example.com",
                           "javascript:alert(1)",
                           "JavaScript:alert(1)",
                           "java\nscript:alert(1)",
                           "data:text/html,x",
                           "ftp://example.com/",
                           "file:///etc/passwd",
                           "blob:https://example.com/1",
                           "httpss://example.com",
                           "http",
                           "http:",
                           "http://",
                           "https:///",
                           "http://?q",
                           "http://:80/",
                           "http://user@/",
                           "http://a b/",
                           "http://a%20b/",
                           "http://a%zz/",
                           "http://a<b/",
                           "http://a|b/",
                           "http://a^b/",
                           "http://%00/",
                           "http://%ff/",
                           "http://[::1",
                           "http://[::1]x/",
                           "http://[v1.x]/",
                           "http://a:b/",
                           "http://a:65536/",
                           "http://a:-1/",
                           "http://256.1.1.1/",
                           "http://1.2.3.4.5/",
                           "http://a.1/",
                           "http://1..2/",
                           "http://\u00AD/",
                           "http://a\u00A0b/"})
    EXPECT_EQ(parse_web_url(text), std::nullopt) << text;
}

TEST(WebUrl, ThatIsNoneHasAReason) {
  const std::pair<std::string, const char*> kCases[] = {
      {"http://a:99999/", "must be an http or https URL, but \"99999\" is not a valid port"},
      {"https://a:b:1/", "must be an http or https URL, but \"b:1\" is not a valid port"},
      {"http://[x/", "must be an http or https URL, but \"[x\" is not a valid host"},
      {"http://me:secret@a b/", "must be an http or https URL, but \"a b\" is not a valid host"},
      {"http://" + std::string(300, '<'), "must be an http or https URL, but \""},
      {"https:///", "must be an http or https URL with a host"},
      {"http://:80/", "must be an http or https URL with a host"},
      {"example.com/a.png", "must be an http or https URL: start it with https:// or http://"},
      {"ftp://a", "must be an http or https URL: start it with https:// or http://"}};
  for (const auto& [text, problem] : kCases) {
    const auto found = problem_of_web_url(text);
    EXPECT_TRUE(found.starts_with(problem)) << text << ": " << found;
    EXPECT_LT(found.size(), 200U);
  }
  EXPECT_EQ(problem_of_web_url("https://example.com:8443/a b"), "");
}

TEST(WebUrl, ThatIsNoneStaysForTheError) {
  EXPECT_EQ(normalize_web_url("ftp://x"), "ftp://x");
  EXPECT_EQ(normalize_web_url(""), "");
  EXPECT_EQ(normalize_web_url("HTTP://X"), "http://x/");
}

}  // namespace
}  // namespace parley::core
