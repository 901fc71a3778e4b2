#include "http/chunk_decoder.hpp"

#include <gtest/gtest.h>

namespace parley::http {
namespace {

using DecodeResult = ChunkDecoder::DecodeResult;

constexpr std::size_t kLimit = 100;

struct Outcome {
  DecodeResult result = DecodeResult::incomplete;
  std::string body;
  std::size_t consumed = 0;
  std::string problem;
  bool operator==(const Outcome&) const = default;
};

/// Decodes `bytes` in pieces of `size` bytes.
Outcome decode(std::string_view bytes, std::size_t size) {
  ChunkDecoder decoder;
  Outcome outcome;
  while (!bytes.empty() && outcome.result == DecodeResult::incomplete) {
    std::size_t consumed = 0;
    outcome.result = decoder.decode(bytes.substr(0, size), kLimit, outcome.body, consumed);
    outcome.consumed += consumed;
    bytes.remove_prefix(std::min(size, bytes.size()));
  }
  outcome.problem = decoder.problem();
  return outcome;
}

/// Decodes `bytes` at once, and checks that pieces of any size yield the same.
Outcome decode(std::string_view bytes) {
  const auto whole = decode(bytes, bytes.size());
  for (std::size_t size = 1; size < std::min<std::size_t>(bytes.size(), 20); ++size)
    EXPECT_EQ(decode(bytes, size), whole) << bytes << " in pieces of " << size;
  return whole;
}

TEST(ChunkDecoder, ReadsWhatRfc9112Allows) {
  for (const std::string_view size :
       {"3", "03", "00000000000000000003", "3;a", "3;a=b", "3 ; a = b", "3\t;a;b=c;d",
        "3;a=\"x\" ;b", "3;a=\"\\\"\xff\t\""}) {
    const auto outcome = decode(std::string(size).append("\r\n\n\r0\r\n0\r\n\r\nGET"));
    EXPECT_EQ(outcome.result, DecodeResult::complete) << size;
    EXPECT_EQ(outcome.body, "\n\r0") << size;
    EXPECT_EQ(outcome.consumed, size.size() + 12) << size;
  }
  const auto hex = decode("aF\r\n");
  EXPECT_EQ(hex.result, DecodeResult::too_large);
  for (const std::string_view end :
       {"0\r\n\r\n", "000;a=b\r\n\r\n", "0\r\na: b\r\nc:\r\n\r\n", "0\r\na: \x80\t\r\n\r\n"}) {
    const auto outcome = decode(std::string("1\r\na\r\n2\r\nbc\r\n").append(end));
    EXPECT_EQ(outcome.result, DecodeResult::complete) << end;
    EXPECT_EQ(outcome.body, "abc") << end;
  }
}

// The last byte of each is the first that cannot be valid.
TEST(ChunkDecoder, RefusesTheFirstByteThatCannotBeValid) {
  for (const std::string_view lines : {"g",
                                       ";",
                                       " ",
                                       "\r",
                                       "\n",
                                       "-",
                                       "+",
                                       "1x",
                                       "0x",
                                       "3_",
                                       "3\n",
                                       "3 x",
                                       "3 \r",
                                       "10\rx",
                                       "3\r\r",
                                       "10000000000000000",
                                       "3;;",
                                       "3;\r",
                                       "3;=",
                                       "3;a\n",
                                       "3;a b",
                                       "3;a \r",
                                       "3;a=;",
                                       "3;a=\r",
                                       "3;a=b=",
                                       "3;a=b \r",
                                       "3;a=\"\r",
                                       "3;a=\"\n",
                                       "3;a=\"\\\r",
                                       "3;a=\"b\"c",
                                       "0\r\n ",
                                       "0\r\n:",
                                       "0\r\na ",
                                       "0\r\na\r",
                                       "0\r\na: b\n",
                                       "0\r\na: b\rc",
                                       "0\r\na: \x7f",
                                       "0\r\n\n",
                                       "0\r\n\rx",
                                       "0\r\na: b\r\n:",
                                       "0\r\na: b\r\n ",
                                       "0\r\na: b\r\n\t",
                                       "3;a=\"\x7f",
                                       "3;a=\"\\\x7f"}) {
    const auto outcome = decode(lines);
    EXPECT_EQ(outcome.result, DecodeResult::malformed) << lines;
    EXPECT_EQ(outcome.consumed, lines.size() - 1) << lines;
    EXPECT_NE(outcome.problem, "") << lines;
  }
  for (const std::string_view lines : {"x", "\n", "3", "\rx", "\r\n\r", "\r\ng"}) {
    const auto outcome = decode(std::string("1\r\na").append(lines));
    EXPECT_EQ(outcome.result, DecodeResult::malformed) << lines;
    EXPECT_EQ(outcome.consumed, 3 + lines.size()) << lines;
  }
}

// Both were accepted if they arrived at once.
TEST(ChunkDecoder, RefusesInACompleteBodyWhatItRefusesInAPart) {
  for (const std::string_view body :
       {"0\r\na: b\r\n c\r\n\r\n", "0;a=\"\x7f\"\r\n\r\n", "3;a=\"\x7f\"\r\nabc\r\n0\r\n\r\n"})
    EXPECT_EQ(decode(body).result, DecodeResult::malformed) << body;
}

TEST(ChunkDecoder, RefusesAChunkThatWouldExceedTheLimit) {
  const auto largest = std::string("64\r\n").append(kLimit, 'x');
  EXPECT_EQ(decode(largest + "\r\n0\r\n\r\n").result, DecodeResult::complete);
  EXPECT_EQ(decode("65\r\n").result, DecodeResult::too_large);
  EXPECT_EQ(decode("ffffffffffffffff\r\n").result, DecodeResult::too_large);
  EXPECT_EQ(decode(largest + "\r\n1\r\n").result, DecodeResult::too_large);
}

TEST(ChunkDecoder, LimitsWhatIsNotContent) {
  const std::string name(ChunkDecoder::kMaxExtensionBytes - 1, 'x');
  EXPECT_EQ(decode("1;" + name + "\r\na").result, DecodeResult::incomplete);
  EXPECT_EQ(decode("1;" + name + "x").problem, "the extensions of the chunks are too long");
  EXPECT_EQ(decode("1;" + name + "\r\na\r\n1;").problem,
            "the extensions of the chunks are too long");
  const std::string zeros(16 + ChunkDecoder::kMaxExtensionBytes, '0');
  EXPECT_EQ(decode(zeros).result, DecodeResult::incomplete);
  EXPECT_EQ(decode(zeros + "0").problem, "the extensions of the chunks are too long");
  const std::string trailer = "0\r\na:" + std::string(ChunkDecoder::kMaxTrailerBytes - 2, 'x');
  EXPECT_EQ(decode(trailer).result, DecodeResult::incomplete);
  EXPECT_EQ(decode(trailer + "x").problem, "the trailers are too long");
}

TEST(ChunkDecoder, SaysWhatIsWrong) {
  EXPECT_EQ(decode("3\n").problem, "a line ends with LF instead of CR LF");
  EXPECT_EQ(decode("3\rx").problem, "a CR is not followed by an LF");
  EXPECT_EQ(decode("g").problem, "a chunk is not valid");
  EXPECT_EQ(decode("0\r\na b").problem, "a trailer is not valid");
  EXPECT_EQ(decode("0\r\n:").problem, "a trailer is not valid");
  EXPECT_EQ(decode("0\r\nContent-Length:").problem, "a trailer says where the body ends");
  EXPECT_EQ(decode("0\r\na: b\r\ntransfer-encoding:").problem,
            "a trailer says where the body ends");
}

}  // namespace
}  // namespace parley::http
