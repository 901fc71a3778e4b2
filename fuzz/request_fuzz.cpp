// The head scanner and the request parser, used as http::Connection uses them: the result does not
// depend on how the bytes are split, and a simple second parser agrees on where the request ends.
#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "http/head_scanner.hpp"
#include "http/request_parser.hpp"
#include "support/fuzz.hpp"

namespace parley::http {
namespace {

using fuzz::check;

constexpr std::size_t kBodyLimit = 200;

struct Outcome {
  RequestParser::ParseResult verdict = RequestParser::ParseResult::incomplete;
  std::string head;
  std::string text;  ///< The parsed request as text, for comparisons.
  std::string body;
  std::size_t size = 0;  ///< Bytes of the request.
};

std::string describe(const api::Request& request, std::string_view head) {
  const auto is_inside = [&](std::string_view view) {
    return view.empty() ||
           (view.data() >= head.data() && view.data() + view.size() <= head.data() + head.size());
  };
  check(is_inside(request.path) && is_inside(request.query), "the target refers to the head");
  check(request.path.starts_with('/') || (request.path == "*" && request.method_name == "OPTIONS"),
        "a path starts with a slash");
  std::string text;
  text.append(request.method_name).append(" ").append(request.path).append("?");
  text.append(request.query);
  for (const auto header : request.headers) {
    const bool is_joined = header.find(", ") != std::string_view::npos;
    check(is_inside(header) || is_joined, "a header from one line refers to the head");
    check(header.size() <= head.size(), "joined headers are not longer than the head");
    check(header.find_first_of(std::string_view("\0\r\n", 3)) == std::string_view::npos,
          "a header is one line");
    text.append("\n").append(header);
  }
  return text;
}

/// Passes the body to `parser` piece by piece.
void receive_body(RequestParser& parser, std::string_view received,
                  const std::vector<std::string_view>& pieces, Outcome& outcome) {
  std::string buffer(received);
  auto piece = pieces.begin();
  for (;;) {
    const std::string exact(buffer);  // An exact copy, so that ASan detects reads past its end.
    std::size_t consumed = 0;
    outcome.verdict = parser.parse_body(exact, kBodyLimit, consumed);
    check(consumed <= buffer.size(), "the parser consumes only bytes that have arrived");
    buffer.erase(0, consumed);
    outcome.size += consumed;
    if (outcome.verdict != RequestParser::ParseResult::incomplete || piece == pieces.end()) return;
    buffer += *piece++;
  }
}

Outcome parse(const std::vector<std::string_view>& pieces) {
  Outcome outcome;
  HeadScanner scanner;
  std::string received;
  for (auto piece = pieces.begin(); piece != pieces.end();) {
    received += *piece++;
    const auto verdict = scanner.scan(received);
    if (verdict == HeadScanner::ScanResult::incomplete) continue;
    if (verdict == HeadScanner::ScanResult::malformed) {
      check(!scanner.problem().empty(), "a malformed head has a reason");
      outcome.verdict = RequestParser::ParseResult::malformed;
      return outcome;
    }
    outcome.head = received.substr(0, scanner.head_size());
    outcome.size = outcome.head.size();
    api::Request request;
    RequestParser parser(request, outcome.body);
    outcome.verdict = parser.parse_head(outcome.head);
    if (outcome.verdict == RequestParser::ParseResult::incomplete) {
      receive_body(parser, std::string_view(received).substr(outcome.size), {piece, pieces.end()},
                   outcome);
    }
    check(outcome.body.size() <= kBodyLimit, "a body stays within its limit");
    if (outcome.verdict == RequestParser::ParseResult::malformed)
      check(!parser.problem().empty(), "a malformed request has a reason");
    if (outcome.verdict == RequestParser::ParseResult::complete)
      outcome.text = describe(request, outcome.head);
    return outcome;
  }
  return outcome;
}

/// All values of a header in an accepted head, read without the parser.
std::vector<std::string> values_of(std::string_view head, std::string_view name) {
  std::vector<std::string> values;
  for (auto line : fuzz::lines_of(head)) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || to_lower_ascii(line.substr(0, colon)) != name) continue;
    auto value = line.substr(colon + 1);
    while (!value.empty() && (value.back() == '\r' || value.back() == ' ' || value.back() == '\t'))
      value.remove_suffix(1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t'))
      value.remove_prefix(1);
    values.push_back(to_lower_ascii(value));
  }
  return values;
}

std::optional<std::size_t> number(std::string_view digits, int base) {
  std::size_t value = 0;
  const auto [end, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Removes the first line from `text`, and returns it without its CR LF.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find("\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 2);
  return line;
}

struct Body {
  std::string content;
  std::size_t size = 0;  ///< Bytes as sent.
};

/// Parses a chunked body as simply as RFC 9112 allows. Returns nullopt if it is not valid.
std::optional<Body> read_chunks(std::string_view sent) {
  Body body;
  auto rest = sent;
  for (;;) {
    const auto line = take_line(rest);
    if (!line) return std::nullopt;
    const auto size = number(line->substr(0, line->find_first_of(";\t ")), 16);
    if (!size || *size > rest.size()) return std::nullopt;
    if (*size == 0) break;
    body.content += rest.substr(0, *size);
    rest.remove_prefix(*size);
    if (take_line(rest) != "") return std::nullopt;
  }
  for (auto line = take_line(rest); line != ""; line = take_line(rest)) {
    if (!line) return std::nullopt;
  }
  body.size = sent.size() - rest.size();
  return body;
}

void check_framing(std::string_view bytes, const Outcome& outcome) {
  const auto lengths = values_of(outcome.head, "content-length");
  const auto encodings = values_of(outcome.head, "transfer-encoding");
  check(lengths.size() + encodings.size() <= 1, "a body has one framing");
  check(values_of(outcome.head, "host").size() <= 1, "a request has one Host");
  Body expected;
  if (!encodings.empty()) {
    check(encodings.front() == "chunked", "the only encoding is chunked");
    const auto chunks = read_chunks(bytes.substr(outcome.head.size()));
    check(chunks.has_value(), "a simple parser accepts the chunks");
    expected = *chunks;
  } else if (!lengths.empty()) {
    const auto length = number(lengths.front(), 10);
    check(length.has_value(), "Content-Length is a number");
    expected = {std::string(bytes.substr(outcome.head.size(), *length)), *length};
  }
  check(outcome.body == expected.content, "a simple parser finds the same body");
  check(outcome.size == outcome.head.size() + expected.size,
        "a simple parser finds the same end of the request");
}

void check_equal(const Outcome& whole, const Outcome& cut) {
  using ParseResult = RequestParser::ParseResult;
  check(whole.verdict == cut.verdict, "the verdict does not depend on the split");
  if (whole.verdict != ParseResult::complete) return;
  check(whole.text == cut.text && whole.body == cut.body,
        "the request does not depend on the split");
  check(whole.size == cut.size, "the end of the request does not depend on the split");
}

}  // namespace
}  // namespace parley::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::http::RequestParser;
  const auto bytes = parley::fuzz::as_text(data, size);
  const auto whole = parley::http::parse({bytes});
  if (whole.verdict == RequestParser::ParseResult::complete) {
    parley::http::check_framing(bytes, whole);
  }
  parley::http::check_equal(whole, parley::http::parse(parley::fuzz::pieces_of(bytes, 1)));
  parley::http::check_equal(whole, parley::http::parse(parley::fuzz::pieces_of(bytes, 20)));
  return 0;
}
