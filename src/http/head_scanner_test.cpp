#include "http/head_scanner.hpp"

#include <gtest/gtest.h>

namespace parley::http {
namespace {

using ScanResult = HeadScanner::ScanResult;

/// The last verdict when `bytes` arrive one by one.
ScanResult scan_slowly(std::string_view bytes) {
  HeadScanner scanner;
  for (std::size_t size = 1; size <= bytes.size(); ++size) {
    const auto verdict = scanner.scan(bytes.substr(0, size));
    if (verdict != ScanResult::incomplete) return verdict;
  }
  return ScanResult::incomplete;
}

TEST(HeadScanner, FindsTheEndHoweverTheBytesArrive) {
  constexpr std::string_view kHead = "GET / HTTP/1.1\r\nHost: t\r\n\r\n";
  HeadScanner scanner;
  EXPECT_EQ(scanner.scan("GET / HTTP/1.1\r\nHost: t\r\n\r\nbody\n"), ScanResult::complete);
  EXPECT_EQ(scanner.head_size(), kHead.size());
  EXPECT_EQ(scan_slowly(kHead), ScanResult::complete);
  EXPECT_EQ(scan_slowly(kHead.substr(0, kHead.size() - 1)), ScanResult::incomplete);
}

TEST(HeadScanner, RefusesDoubtfulLinesAtOnce) {
  for (const std::string_view bytes : {"\n", "GET / HTTP/1.1\n", "a\r\nb\n", "a\r\n\n", "a\r\n b",
                                       "a\r\n\tb", "a\r\nb: c\r\n d"}) {
    EXPECT_EQ(HeadScanner().scan(bytes), ScanResult::malformed) << bytes;
    EXPECT_EQ(scan_slowly(bytes), ScanResult::malformed) << bytes;
  }
}

}  // namespace
}  // namespace parley::http
