#include "http/chunk_scanner.hpp"

#include <gtest/gtest.h>

namespace parley::http {
namespace {

/// Scans `bytes` as they arrive one by one. Returns how many were valid.
std::size_t valid_bytes(ChunkScanner scanner, std::string_view bytes) {
  for (std::size_t size = 1; size <= bytes.size(); ++size) {
    if (!scanner.scan(bytes.substr(0, size))) return size - 1;
  }
  return bytes.size();
}

TEST(ChunkScanner, AcceptsLinesHoweverTheyArrive) {
  for (const std::string_view lines :
       {"3\r\n", "aF\r\n", "0003\r\n", "ffffffffffffffff\r\n", "00000000000000000003\r\n",
        "3;a\r\n", "3;a=b\r\n", "3 ; a = b\r\n", "3\t;a;b=c;d\r\n", "3;a=\"x\" ;b\r\n",
        "3;a=\"\\\"\xff\t\"\r\n", "0\r\n\r\n", "000;a=b\r\n\r\n", "0\r\na: b\r\nc:\r\n\r\n",
        "0\r\na: \x80\t\r\n\r\n"}) {
    EXPECT_TRUE(ChunkScanner().scan(lines)) << lines;
    EXPECT_EQ(valid_bytes({}, lines), lines.size()) << lines;
  }
  EXPECT_TRUE(ChunkScanner::after_content().scan("\r\n3\r\n"));
}

TEST(ChunkScanner, DoesNotScanContent) {
  EXPECT_TRUE(ChunkScanner().scan("3\r\n\n\n\n"));
  EXPECT_EQ(valid_bytes({}, "3\r\n\n\n\n"), 6U);
}

// The last byte of each is the first that cannot be valid.
TEST(ChunkScanner, RefusesTheFirstByteThatCannotBeValid) {
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
    ChunkScanner scanner;
    EXPECT_FALSE(scanner.scan(lines)) << lines;
    EXPECT_NE(scanner.problem(), "") << lines;
    EXPECT_EQ(valid_bytes({}, lines), lines.size() - 1) << lines;
  }
  for (const std::string_view lines : {"x", "\n", "3", "\rx", "\r\n\r", "\r\ng"}) {
    EXPECT_EQ(valid_bytes(ChunkScanner::after_content(), lines), lines.size() - 1) << lines;
  }
}

TEST(ChunkScanner, SaysWhatIsWrong) {
  const auto problem = [](std::string_view lines) {
    ChunkScanner scanner;
    EXPECT_FALSE(scanner.scan(lines));
    return std::string(scanner.problem());
  };
  EXPECT_EQ(problem("3\n"), "a line ends with LF instead of CR LF");
  EXPECT_EQ(problem("3\rx"), "a CR is not followed by an LF");
  EXPECT_EQ(problem("g"), "a chunk is not valid");
  EXPECT_EQ(problem("0\r\na b"), "a trailer is not valid");
}

}  // namespace
}  // namespace parley::http
