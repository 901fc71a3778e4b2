// Requests that two HTTP readers could understand differently. Each must be refused and end the
// connection, so that nothing hidden behind it is ever taken for a request.
#include <gmock/gmock.h>

#include <atomic>

#include <fmt/format.h>
#include <boost/json.hpp>

#include "support/loopback.hpp"

namespace parley::http {
namespace {

using namespace std::string_literals;

struct Case {
  const char* what;
  std::string bytes;
};

std::string head(std::string_view headers) {
  return fmt::format("POST / HTTP/1.1\r\nHost: t\r\n{}\r\n", headers);
}

std::string chunked(std::string_view body) {
  return head("Transfer-Encoding: chunked\r\n").append(body);
}

std::vector<Case> cases() {
  return {
      {"length and encoding",
       head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n"},
      {"encoding and length",
       head("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n"},
      {"two lengths", head("Content-Length: 0\r\nContent-Length: 5\r\n")},
      {"the same length twice", head("Content-Length: 0\r\nContent-Length: 0\r\n")},
      {"list of lengths", head("Content-Length: 0, 0\r\n")},
      {"signed length", head("Content-Length: +0\r\n")},
      {"negative length", head("Content-Length: -1\r\n")},
      {"hexadecimal length", head("Content-Length: 0x0\r\n")},
      {"length with a space", head("Content-Length: 1 0\r\n")},
      {"empty length", head("Content-Length:\r\n")},
      {"length beyond 64 bits", head("Content-Length: 99999999999999999999999\r\n")},
      {"encoding not chunked", head("Transfer-Encoding: gzip\r\n")},
      {"encoding identity", head("Transfer-Encoding: identity\r\n")},
      {"encoding list", head("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n"},
      {"encoding chunked twice", head("Transfer-Encoding: chunked, chunked\r\n") + "0\r\n\r\n"},
      {"encoding header twice",
       head("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")},
      {"quoted encoding", head("Transfer-Encoding: \"chunked\"\r\n") + "0\r\n\r\n"},
      {"encoding with a vertical tab", head("Transfer-Encoding: \vchunked\r\n")},
      {"encoding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"space before the colon", head("Content-Length : 0\r\n")},
      {"tab before the colon", head("Content-Length\t: 0\r\n")},
      {"space before the name", "POST / HTTP/1.1\r\n Host: t\r\n\r\n"},
      {"folded header", head("Transfer-Encoding:\r\n chunked\r\n")},
      {"folded value", head("a: b\r\n\tc\r\n")},
      {"line of spaces", head("a: b\r\n  \r\n")},
      {"empty name", head(": b\r\n")},
      {"no colon", head("Content-Length\r\n")},
      {"LF ends the request line", "GET / HTTP/1.1\nHost: t\r\n\r\n"},
      {"LF ends a header", "GET / HTTP/1.1\r\nHost: t\n\r\n"},
      {"LF ends the head", "GET / HTTP/1.1\r\nHost: t\r\n\n"},
      {"LF only", "GET / HTTP/1.1\nHost: t\n\n"},
      {"CR inside a value", head("a: b\rc\r\n")},
      {"CR CR LF", head("a: b\r\r\n")},
      {"NUL in a value", head("a: b\0c\r\n"s)},
      {"NUL in a name", head("a\0b: c\r\n"s)},
      {"control character in a value", head("a: \x01\r\n")},
      {"DEL in a value", head("a: \x7f\r\n")},
      {"no host", "GET / HTTP/1.1\r\n\r\n"},
      {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
      {"the same host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"},
      {"host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"},
      {"host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
      {"host with user info", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n"},
      {"absolute target", "GET http://other/ HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"authority target", "CONNECT other:443 HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"asterisk target", "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"relative target", "GET a HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"target with a fragment", "GET /#a HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"target with a space", "GET /a b HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"target with a tab", "GET /a\tb HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"target with NUL", "GET /a\0b HTTP/1.1\r\nHost: t\r\n\r\n"s},
      {"no target", "GET  HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"no version", "GET /\r\n\r\n"},
      {"HTTP/0.9", "GET / HTTP/0.9\r\nHost: t\r\n\r\n"},
      {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: t\r\n\r\n"},
      {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
      {"lower-case version", "GET / http/1.1\r\nHost: t\r\n\r\n"},
      {"two spaces before the version", "GET /  HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"space after the version", "GET / HTTP/1.1 \r\nHost: t\r\n\r\n"},
      {"invalid method", "G@T / HTTP/1.1\r\nHost: t\r\n\r\n"},
      {"chunk size missing", chunked("\r\nabc\r\n0\r\n\r\n")},
      {"chunk size with 0x", chunked("0x3\r\nabc\r\n0\r\n\r\n")},
      {"chunk size signed", chunked("+3\r\nabc\r\n0\r\n\r\n")},
      {"chunk size negative", chunked("-1\r\n\r\n")},
      {"chunk size after a space", chunked(" 3\r\nabc\r\n0\r\n\r\n")},
      {"chunk size before a space", chunked("3 \r\nabc\r\n0\r\n\r\n")},
      {"chunk size with an underscore", chunked("0_3\r\nabc\r\n0\r\n\r\n")},
      {"chunk size beyond 64 bits", chunked("10000000000000003\r\nabc\r\n0\r\n\r\n")},
      {"chunk size line ends with LF", chunked("3\nabc\r\n0\r\n\r\n")},
      {"chunk size line ends with CR", chunked("3\rabc\r\n0\r\n\r\n")},
      {"chunk longer than its size", chunked("2\r\nabc\r\n0\r\n\r\n")},
      {"chunk without its CRLF", chunked("3\r\nabc0\r\n\r\n")},
      {"chunk ends with LF", chunked("3\r\nabc\n0\r\n\r\n")},
      {"LF in a chunk extension", chunked("3;a\nb\r\nabc\r\n0\r\n\r\n")},
      {"LF in a quoted chunk extension", chunked("3;a=\"\nb\"\r\nabc\r\n0\r\n\r\n")},
      {"length in a trailer", chunked("0\r\nContent-Length: 3\r\n\r\n")},
      {"encoding in a trailer", chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n")},
      {"LF ends a trailer", chunked("0\r\na: b\n\r\n\r\n")},
  };
}

TEST(Smuggling, EveryDoubtfulRequestIsRefusedAndEndsTheConnection) {
  std::atomic<int> smuggled = 0;
  test_support::FunctionHandler handler([&](const api::Request& request) {
    ++smuggled;
    return test_support::echo(request);
  });
  Limits limits;
  limits.linger = std::chrono::milliseconds(1000);
  limits.sweep_interval = std::chrono::milliseconds(10);
  test_support::TestServer server(handler, limits);
  for (const auto& [what, bytes] : cases()) {
    SCOPED_TRACE(what);
    test_support::Client client(server.port());
    client.send(bytes + "GET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n");
    client.finish_sending();
    auto received = client.receive_rest();
    const auto answer = test_support::parse_answer(received);
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(received, "") << "a second answer";
    if (answer.status != 400) continue;
    EXPECT_EQ(answer.headers.at("connection"), "close");
    EXPECT_EQ(answer.headers.count("x-request-id"), 1U);
    const auto error = boost::json::parse(answer.body).at("error");
    EXPECT_EQ(error.at("code"), "ERR_BAD_REQUEST");
    EXPECT_EQ(smuggled.exchange(0), 0);
  }
}

}  // namespace
}  // namespace parley::http
