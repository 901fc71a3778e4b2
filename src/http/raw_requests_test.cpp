// Requests as bytes, and how the server responds to each. Requests that two HTTP parsers could
// understand differently are refused and end the connection, so that nothing smuggled behind one is
// ever taken for a request.
#include <gmock/gmock.h>

#include <thread>

#include <fmt/format.h>
#include <boost/json.hpp>

#include "support/loopback.hpp"

namespace parley::http {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAreArray;

struct Case {
  std::string what;
  std::string bytes;
  std::vector<std::string> answers;  ///< Per response: the echo of a 200, else the status.
  bool closes = true;                ///< Whether the connection closes, or answers another request.
};

Case refused(std::string what, std::string bytes, const char* status = "400") {
  return {std::move(what), std::move(bytes), {status}};
}

Case understood(std::string what, std::string bytes, std::vector<std::string> answers) {
  return {std::move(what), std::move(bytes), std::move(answers), false};
}

Case last(std::string what, std::string bytes, std::vector<std::string> answers) {
  return {std::move(what), std::move(bytes), std::move(answers)};
}

std::string line(std::string_view request_line) {
  return fmt::format("{}\r\nHost: t\r\n\r\n", request_line);
}

std::string head(std::string_view headers) {
  return fmt::format("POST / HTTP/1.1\r\nHost: t\r\n{}\r\n", headers);
}

std::string chunked(std::string_view body) {
  return head("Transfer-Encoding: chunked\r\n").append(body);
}

std::string with_host(std::string_view host) {
  return fmt::format("GET / HTTP/1.1\r\nHost:{}\r\n\r\n", host);
}

std::vector<Case> methods() {
  return {
      understood("GET", line("GET / HTTP/1.1"), {"GET /"}),
      understood("HEAD", line("HEAD / HTTP/1.1"), {""}),
      understood("TRACE", line("TRACE / HTTP/1.1"), {"TRACE /"}),
      understood("unknown method", line("FROB / HTTP/1.1"), {"FROB /"}),
      understood("method in small letters", line("get / HTTP/1.1"), {"get /"}),
      understood("empty line first", "\r\n" + line("GET / HTTP/1.1"), {"GET /"}),
      refused("invalid method", line("G@T / HTTP/1.1")),
      refused("method with a slash", line("G/T / HTTP/1.1")),
      refused("method with a colon", line("GET: / HTTP/1.1")),
      refused("method with NUL", line("GE\0T / HTTP/1.1"s)),
      refused("no method", line(" / HTTP/1.1")),
      refused("space before the method", line(" GET / HTTP/1.1")),
      refused("tab after the method", line("GET\t/ HTTP/1.1")),
      refused("LF first", "\n" + line("GET / HTTP/1.1")),
      refused("CR first", "\r" + line("GET / HTTP/1.1")),
      refused("bytes that are not text", "\x80\x81\x82\r\n\r\n"),
      refused("method without end", std::string(20'000, 'G'), "431"),
  };
}

std::vector<Case> targets() {
  return {
      understood("path and query", line("GET /a/b?c=d&e HTTP/1.1"), {"GET /a/b?c=d&e"}),
      understood("second question mark", line("GET /a?b?c HTTP/1.1"), {"GET /a?b?c"}),
      // Only the router decodes escapes.
      understood("escaped NUL", line("GET /%00 HTTP/1.1"), {"GET /%00"}),
      understood("escaped line end", line("GET /%0d%0a HTTP/1.1"), {"GET /%0d%0a"}),
      understood("half an escape", line("GET /%4 HTTP/1.1"), {"GET /%4"}),
      understood("two slashes", line("GET //a HTTP/1.1"), {"GET //a"}),
      understood("dots", line("GET /../../etc HTTP/1.1"), {"GET /../../etc"}),
      understood("backslash", line("GET /a\\b HTTP/1.1"), {"GET /a\\b"}),
      understood("absolute target", line("GET http://other/a/b?c HTTP/1.1"), {"GET /a/b?c"}),
      understood("absolute target of https", line("GET HTTPS://t:8443/ HTTP/1.1"), {"GET /"}),
      understood("absolute target without a path", line("GET http://t HTTP/1.1"), {"GET /"}),
      understood("absolute target with a query alone", line("GET http://t?a=/ HTTP/1.1"),
                 {"GET /?a=/"}),
      refused("absolute target without Host", "GET http://t/ HTTP/1.1\r\n\r\n"),
      refused("absolute target without a host", line("GET http:///a HTTP/1.1")),
      refused("absolute target with a user", line("GET http://a@t/ HTTP/1.1")),
      refused("absolute target with a bad port", line("GET http://t:x/ HTTP/1.1")),
      refused("absolute target of another scheme", line("GET ftp://t/ HTTP/1.1")),
      refused("absolute target of no scheme", line("GET ://t/ HTTP/1.1")),
      refused("scheme alone", line("GET http: HTTP/1.1")),
      refused("word that is a scheme", line("GET http HTTP/1.1")),
      refused("scheme and slashes alone", line("GET http:// HTTP/1.1")),
      refused("authority target", line("CONNECT other:443 HTTP/1.1")),
      understood("asterisk target", line("OPTIONS * HTTP/1.1"), {"OPTIONS *"}),
      refused("asterisk target of another method", line("GET * HTTP/1.1")),
      refused("asterisk and more", line("OPTIONS *a HTTP/1.1")),
      refused("relative target", line("GET a HTTP/1.1")),
      refused("query alone", line("GET ?a HTTP/1.1")),
      refused("target with a fragment", line("GET /#a HTTP/1.1")),
      refused("target with a space", line("GET /a b HTTP/1.1")),
      refused("target with a tab", line("GET /a\tb HTTP/1.1")),
      refused("target with NUL", line("GET /a\0b HTTP/1.1"s)),
      refused("target with CR", line("GET /a\rb HTTP/1.1")),
      refused("target with DEL", line("GET /a\x7f HTTP/1.1")),
      refused("target with a raw byte", line("GET /\xff HTTP/1.1")),
      refused("target with an overlong slash", line("GET \xc0\xaf HTTP/1.1")),
      refused("no target", line("GET  HTTP/1.1")),
      refused("long target", line("GET /" + std::string(20'000, 'a') + " HTTP/1.1"), "431"),
  };
}

std::vector<Case> versions() {
  return {
      last("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", {"GET /"}),
      understood("HTTP/1.0 that stays", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                 {"GET /"}),
      refused("no version", "GET /\r\n\r\n"),
      refused("HTTP/0.9", line("GET / HTTP/0.9")),
      refused("HTTP/1.2", line("GET / HTTP/1.2")),
      refused("HTTP/1.10", line("GET / HTTP/1.10")),
      refused("HTTP/01.1", line("GET / HTTP/01.1")),
      refused("HTTP/1.", line("GET / HTTP/1.")),
      refused("HTTP/1,1", line("GET / HTTP/1,1")),
      refused("HTTP/11", line("GET / HTTP/11")),
      refused("HTTP/2.0", line("GET / HTTP/2.0")),
      refused("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
      refused("HTTPS/1.1", line("GET / HTTPS/1.1")),
      refused("version in small letters", line("GET / http/1.1")),
      refused("space in the version", line("GET / HTTP/ 1.1")),
      refused("two spaces before the version", line("GET /  HTTP/1.1")),
      refused("space after the version", line("GET / HTTP/1.1 ")),
  };
}

std::vector<Case> header_lines() {
  return {
      understood("no space after the colon", head("a:b\r\nContent-Length:0\r\n"), {"POST /"}),
      understood("empty value", head("a:\r\nContent-Length: 0\r\n"), {"POST /"}),
      understood("spaces and tabs around the value", head("Content-Length: \t 0 \t\r\n"),
                 {"POST /"}),
      understood("value of raw bytes", head("a: \x80\xff\r\nContent-Length: 0\r\n"), {"POST /"}),
      understood("underscores are another name", head("Content_Length: 5\r\nContent-Length: 0\r\n"),
                 {"POST /"}),
      refused("space before the colon", head("Content-Length : 0\r\n")),
      refused("tab before the colon", head("Content-Length\t: 0\r\n")),
      refused("space before the name", "POST / HTTP/1.1\r\n Host: t\r\n\r\n"),
      refused("space inside the name", head("Content Length: 0\r\n")),
      refused("folded header", head("Transfer-Encoding:\r\n chunked\r\n")),
      refused("folded value", head("a: b\r\n\tc\r\n")),
      refused("line of spaces", head("a: b\r\n  \r\n")),
      refused("empty name", head(": b\r\n")),
      refused("colon alone", head(":\r\n")),
      refused("no colon", head("Content-Length\r\n")),
      refused("name with a bracket", head("a(b): c\r\n")),
      refused("name with a raw byte", head("\xff: c\r\n")),
      refused("NUL in a name", head("a\0b: c\r\n"s)),
      refused("NUL in a value", head("a: b\0c\r\n"s)),
      refused("control character in a value", head("a: \x01\r\n")),
      refused("DEL in a value", head("a: \x7f\r\n")),
      refused("CR inside a value", head("a: b\rc\r\n")),
      refused("CR CR LF", head("a: b\r\r\n")),
      refused("LF ends the request line", "GET / HTTP/1.1\nHost: t\r\n\r\n"),
      refused("LF ends a header", "GET / HTTP/1.1\r\nHost: t\n\r\n"),
      refused("LF ends the head", "GET / HTTP/1.1\r\nHost: t\r\n\n"),
      refused("LF only", "GET / HTTP/1.1\nHost: t\n\n"),
      refused("long header", head("a: " + std::string(20'000, 'b') + "\r\n"), "431"),
  };
}

std::vector<Case> lengths() {
  return {
      understood("length", head("Content-Length: 3\r\n") + "abc", {"POST / abc"}),
      understood("length of zero", head("Content-Length: 0\r\n"), {"POST /"}),
      understood("length with leading zeros", head("Content-Length: 003\r\n") + "abc",
                 {"POST / abc"}),
      understood("no length", head(""), {"POST /"}),
      understood("body of a GET", "GET / HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc",
                 {"GET / abc"}),
      refused("two lengths", head("Content-Length: 0\r\nContent-Length: 5\r\n")),
      refused("the same length twice", head("Content-Length: 0\r\nContent-Length: 0\r\n")),
      refused("the same length twice, cased", head("Content-Length: 0\r\ncontent-length: 0\r\n")),
      refused("list of lengths", head("Content-Length: 0, 0\r\n")),
      refused("signed length", head("Content-Length: +0\r\n")),
      refused("negative length", head("Content-Length: -1\r\n")),
      refused("negative zero", head("Content-Length: -0\r\n")),
      refused("hexadecimal length", head("Content-Length: 0x0\r\n")),
      refused("fraction", head("Content-Length: 0.0\r\n")),
      refused("exponent", head("Content-Length: 0e0\r\n")),
      refused("digits of another script", head("Content-Length: \xef\xbc\x90\r\n")),
      refused("length with a space", head("Content-Length: 1 0\r\n")),
      refused("length with a tab", head("Content-Length: 1\t0\r\n")),
      refused("empty length", head("Content-Length:\r\n")),
      refused("length of 2^64", head("Content-Length: 18446744073709551616\r\n")),
      refused("length beyond 64 bits", head("Content-Length: 99999999999999999999999\r\n")),
      refused("length of 2^64 - 1", head("Content-Length: 18446744073709551615\r\n"), "413"),
      refused("length of 2^63", head("Content-Length: 9223372036854775808\r\n"), "413"),
      refused("length over the limit", head("Content-Length: 10001\r\n"), "413"),
  };
}

std::vector<Case> encodings() {
  const std::string empty = "0\r\n\r\n";
  return {
      understood("chunked", chunked("3\r\nabc\r\n" + empty), {"POST / abc"}),
      understood("chunked in capitals", head("Transfer-Encoding: CHUNKED\r\n") + empty, {"POST /"}),
      understood("spaces around chunked", head("Transfer-Encoding: \tchunked \r\n") + empty,
                 {"POST /"}),
      understood("TE is about the answer", head("TE: trailers, gzip\r\n"), {"POST /"}),
      understood("underscore is another name", head("Transfer_Encoding: chunked\r\n"), {"POST /"}),
      refused("length and encoding",
              head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + empty),
      refused("encoding and length",
              head("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + empty),
      refused("encoding and length of zero",
              head("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n") + empty),
      refused("encoding not chunked", head("Transfer-Encoding: gzip\r\n")),
      refused("encoding identity", head("Transfer-Encoding: identity\r\n")),
      refused("encoding that contains chunked", head("Transfer-Encoding: xchunked\r\n") + empty),
      refused("empty encoding", head("Transfer-Encoding:\r\n")),
      refused("encoding list", head("Transfer-Encoding: gzip, chunked\r\n") + empty),
      refused("chunked, then identity", head("Transfer-Encoding: chunked, identity\r\n") + empty),
      refused("encoding chunked twice", head("Transfer-Encoding: chunked, chunked\r\n") + empty),
      refused("encoding and a comma", head("Transfer-Encoding: chunked,\r\n") + empty),
      refused("comma and an encoding", head("Transfer-Encoding: ,chunked\r\n") + empty),
      refused("encoding with a parameter", head("Transfer-Encoding: chunked;q=1\r\n") + empty),
      refused("encoding header twice",
              head("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")),
      refused("the same encoding twice",
              head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + empty),
      refused("quoted encoding", head("Transfer-Encoding: \"chunked\"\r\n") + empty),
      refused("encoding with a vertical tab", head("Transfer-Encoding: \vchunked\r\n")),
      refused("encoding with NUL", head("Transfer-Encoding: chunked\0\r\n"s)),
      understood("identity is not a content coding",
                 head("Content-Encoding: Identity\r\nContent-Length: 1\r\n") + "a", {"POST / a"}),
      understood("content coding of no body", head("Content-Encoding: gzip\r\n"), {"POST /"}),
      refused("content coding", head("Content-Encoding: gzip\r\nContent-Length: 1\r\n") + "a",
              "415"),
      refused("content coding of chunks",
              head("Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n") + empty, "415"),
      refused("second content coding",
              head("Content-Encoding: identity\r\nContent-Encoding: gzip\r\n"
                   "Content-Length: 1\r\n") +
                  "a",
              "415"),
      refused("encoding in HTTP/1.0",
              "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + empty),
  };
}

std::vector<Case> chunks() {
  return {
      understood("two chunks", chunked("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n"), {"POST / abc"}),
      understood("size in capitals", chunked("A\r\n0123456789\r\n0\r\n\r\n"),
                 {"POST / 0123456789"}),
      understood("size with leading zeros", chunked("0003\r\nabc\r\n0\r\n\r\n"), {"POST / abc"}),
      understood("last size of several zeros", chunked("3\r\nabc\r\n000\r\n\r\n"), {"POST / abc"}),
      understood("extensions", chunked("3;a;b=c;d=\"e;f\"\r\nabc\r\n0;a=b\r\n\r\n"),
                 {"POST / abc"}),
      understood("spaces around an extension", chunked("3 ; a = \"b\"\r\nabc\r\n0\r\n\r\n"),
                 {"POST / abc"}),
      refused("chunk size missing", chunked("\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size that is not a number", chunked("zz\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size with 0x", chunked("0x3\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size signed", chunked("+3\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size negative", chunked("-1\r\n\r\n")),
      refused("chunk size after a space", chunked(" 3\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size before a space", chunked("3 \r\nabc\r\n0\r\n\r\n")),
      refused("chunk size with an underscore", chunked("0_3\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size with NUL", chunked("3\0\r\nabc\r\n0\r\n\r\n"s)),
      refused("chunk size beyond 64 bits", chunked("10000000000000003\r\nabc\r\n0\r\n\r\n")),
      refused("chunk size over the limit", chunked("ffffffffffffffff\r\nabc"), "413"),
      refused("chunk size line ends with LF", chunked("3\nabc\r\n0\r\n\r\n")),
      refused("chunk size line ends with CR", chunked("3\rabc\r\n0\r\n\r\n")),
      refused("chunk longer than its size", chunked("2\r\nabc\r\n0\r\n\r\n")),
      refused("chunk without its CRLF", chunked("3\r\nabc0\r\n\r\n")),
      refused("chunk ends with LF", chunked("3\r\nabc\n0\r\n\r\n")),
      refused("LF in a chunk extension", chunked("3;a\nb\r\nabc\r\n0\r\n\r\n")),
      refused("LF in a quoted chunk extension", chunked("3;a=\"\nb\"\r\nabc\r\n0\r\n\r\n")),
      refused("DEL in a quoted chunk extension", chunked("3;a=\"\x7f\"\r\nabc\r\n0\r\n\r\n")),
      refused("long chunk extension",
              chunked("3;a=" + std::string(2000, 'b') + "\r\nabc\r\n0\r\n\r\n")),
      refused("many chunk extensions", chunked([] {
                std::string body;
                for (int i = 0; i < 300; ++i) body += "1;abcde\r\nx\r\n";
                return body + "0\r\n\r\n";
              }())),
  };
}

std::vector<Case> trailers() {
  return {
      understood("trailers", chunked("1\r\na\r\n0\r\nb: c\r\nd: e\r\n\r\n"), {"POST / a"}),
      understood("host in a trailer", chunked("0\r\nHost: other\r\n\r\n"), {"POST /"}),
      refused("length in a trailer", chunked("0\r\nContent-Length: 3\r\n\r\n")),
      refused("encoding in a trailer", chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n")),
      refused("LF ends a trailer", chunked("0\r\na: b\n\r\n\r\n")),
      refused("no colon in a trailer", chunked("0\r\nabc\r\n\r\n")),
      refused("NUL in a trailer", chunked("0\r\na: \0\r\n\r\n"s)),
      refused("space before the colon of a trailer", chunked("0\r\na : b\r\n\r\n")),
      refused("folded trailer", chunked("0\r\na: b\r\n c\r\n\r\n")),
      refused("long trailer", chunked("0\r\na: " + std::string(40'000, 'b') + "\r\n\r\n")),
  };
}

std::vector<Case> hosts() {
  return {
      understood("host with a port", with_host(" t.example:8080"), {"GET /"}),
      understood("host without a space", with_host("t"), {"GET /"}),
      understood("IPv6 host", with_host(" [::1]:80"), {"GET /"}),
      understood("host with a final dot", with_host(" t.example."), {"GET /"}),
      refused("no host", "GET / HTTP/1.1\r\n\r\n"),
      refused("empty host", with_host("")),
      refused("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
      refused("the same host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
      refused("list of hosts", with_host(" a, b")),
      refused("host with a space", with_host(" a b")),
      refused("host with a path", with_host(" a/b")),
      refused("host with user info", with_host(" a@b")),
      refused("host with a scheme", with_host(" http://a")),
      refused("host with an escape", with_host(" %61")),
      refused("port alone", with_host(" :80")),
      understood("empty port", with_host(" a:"), {"GET /"}),
      understood("empty port of an IPv6 host", with_host(" [::1]:"), {"GET /"}),
      refused("two colons", with_host(" a::")),
      refused("dots alone", with_host(" .")),
      refused("port of 0", with_host(" a:0")),
      refused("port beyond 16 bits", with_host(" a:65536")),
      refused("signed port", with_host(" a:+80")),
      refused("port that is not a number", with_host(" a:http")),
      refused("bracket without end", with_host(" [::1")),
      refused("text behind a bracket", with_host(" [::1]a")),
      refused("WebSocket key twice", head("Sec-WebSocket-Key: a\r\nSec-WebSocket-Key: a\r\n")),
      refused("WebSocket version twice",
              head("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 13\r\n")),
      refused("empty brackets", with_host(" []")),
  };
}

std::vector<Case> connections() {
  const auto get = line("GET /a HTTP/1.1");
  const auto post = head("Content-Length: 3\r\n") + "abc";
  return {
      understood("two requests", get + get, {"GET /a", "GET /a"}),
      understood("a body between requests", get + post + get, {"GET /a", "POST / abc", "GET /a"}),
      understood("a body that looks like a request",
                 head(fmt::format("Content-Length: {}\r\n", get.size())) + get, {"POST / " + get}),
      understood("a chunk that looks like a request",
                 chunked(fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", get.size(), get)),
                 {"POST / " + get}),
      understood("empty lines between requests", get + "\r\n\r\n" + get, {"GET /a", "GET /a"}),
      last("a good request, then a bad one", get + line("G@T / HTTP/1.1"), {"GET /a", "400"}),
      last("a body longer than its length", post + "@", {"POST / abc", "400"}),
      last("close", head("Connection: close\r\n"), {"POST /"}),
      last("close in a list", head("Connection: x, Close\r\n"), {"POST /"}),
      understood("almost close", head("Connection: closed\r\n"), {"POST /"}),
      understood("a body is expected and there",
                 head("Expect: 100-continue\r\nContent-Length: 3\r\n") + "abc", {"POST / abc"}),
      understood("an unknown expectation", head("Expect: wonders\r\nContent-Length: 0\r\n"),
                 {"POST /"}),
      understood("an upgrade that nobody offers", head("Connection: Upgrade\r\nUpgrade: h2c\r\n"),
                 {"POST /"}),
      understood("an upgrade that Connection does not name", head("Upgrade: websocket\r\n"),
                 {"POST /"}),
      last("TLS", "\x16\x03\x01\x02", {}),
  };
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& group : {methods(), targets(), versions(), header_lines(), lengths(),
                            encodings(), chunks(), trailers(), hosts(), connections()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  return all;
}

class RawRequests : public ::testing::Test {
 protected:
  /// The responses to `sent.bytes` followed by a request for /next.
  std::vector<std::string> answers_to(const Case& sent) {
    test_support::Client client(server_.port());
    client.send(sent.bytes + "GET /next HTTP/1.1\r\nHost: t\r\n\r\n");
    client.finish_sending();
    auto received = client.receive_rest();
    std::vector<std::string> answers;
    while (!received.empty()) {
      const bool has_body = !answers.empty() || !sent.bytes.starts_with("HEAD");
      const auto answer = test_support::parse_answer(received, has_body);
      answers.push_back(answer.status == 200 ? answer.body : std::to_string(answer.status));
      if (answer.status == 0) break;  // The rest is not a response.
      if (answer.status != 200) check_refusal(answer);
    }
    return answers;
  }

  /// The response to a request, possibly an incomplete one, that is sent in one or two pieces.
  test_support::Answer answer_to_pieces(std::string_view first, std::string_view second = {}) {
    test_support::Client client(server_.port());
    client.send(first);
    if (!second.empty()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      client.send(second);
    }
    return client.receive();
  }

 private:
  static Limits limits() {
    Limits limits;
    limits.linger = std::chrono::milliseconds(1000);
    limits.sweep_interval = std::chrono::milliseconds(10);
    return limits;
  }

  static void check_refusal(const test_support::Answer& answer) {
    EXPECT_EQ(answer.headers.at("connection"), "close");
    EXPECT_EQ(answer.headers.count("x-request-id"), 1U);
    const auto error = boost::json::parse(answer.body).at("error");
    const auto* code = answer.status == 413   ? "ERR_PAYLOAD_TOO_LARGE"
                       : answer.status == 415 ? "ERR_UNSUPPORTED_MEDIA_TYPE"
                       : answer.status == 431 ? "ERR_HEADERS_TOO_LARGE"
                                              : "ERR_BAD_REQUEST";
    EXPECT_EQ(error.at("code"), code);
  }

  test_support::FunctionHandler handler_{test_support::echo};
  test_support::TestServer server_{handler_, limits()};
};

TEST_F(RawRequests, AreUnderstoodInOneWayOrRefusedWithAllThatFollows) {
  for (const auto& sent : cases()) {
    SCOPED_TRACE(sent.what);
    auto expected = sent.answers;
    if (!sent.closes) expected.emplace_back("GET /next");
    EXPECT_THAT(answers_to(sent), ElementsAreArray(expected));
  }
}

// The client sends nothing more: a server that waited for the end of the line would make it wait.
TEST_F(RawRequests, AreRefusedAtTheFirstByteOfAChunkThatCannotBeValid) {
  for (const auto* body : {"3\n",         "\n",        "3;a=b\n",       "3\r\nabc\n",
                           "0\r\na: b\n", "0\r\n\n",   "0\n",           "g",
                           ";",           "10 x",      "10\rx",         "3;;",
                           "3\r\nabc\rx", "3\r\nabcd", "3\r\nabc\r\ng", "10000000000000000",
                           "0 x",         "0;;",       "0\r\n a",       "0\r\na b",
                           "0\r\na: b\rx"}) {
    SCOPED_TRACE(body);
    EXPECT_EQ(answer_to_pieces(chunked(body)).status, 400);
  }
  const auto head_alone = chunked("");
  for (const auto* body : {"3\n", "3\r\nabc\n", "g", "3\r\nabcd"}) {
    EXPECT_EQ(answer_to_pieces(head_alone, body).status, 400) << body;
  }
}

TEST_F(RawRequests, HaveChunksThatMayArriveInPieces) {
  const std::string lines = "3 ; a = \"b\\\"c\" ;d\r\nabc\r\n0;e\r\nf: g\r\n\r\n";
  for (std::size_t cut = 1; cut < lines.size(); ++cut) {
    const auto answer = answer_to_pieces(chunked(lines.substr(0, cut)), lines.substr(cut));
    EXPECT_EQ(answer.body, "POST / abc") << cut;
  }
}

}  // namespace
}  // namespace parley::http
