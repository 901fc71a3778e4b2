#include "http/content_encoding.hpp"

#include <gtest/gtest.h>

namespace parley::http {
namespace {

TEST(ContentEncoding, IsTheBestThatTheClientTakes) {
  using enum ContentEncoding;
  EXPECT_EQ(negotiate_encoding("gzip, deflate, br, zstd"), brotli);
  EXPECT_EQ(negotiate_encoding("br;q=0.1, gzip;q=1.0"), brotli);
  EXPECT_EQ(negotiate_encoding("GZip"), gzip);
  EXPECT_EQ(negotiate_encoding("gzip;q=0.5"), gzip);
  EXPECT_EQ(negotiate_encoding("br;q=0, gzip"), gzip);
  EXPECT_EQ(negotiate_encoding("br; q=0.000,gzip ;q=0"), identity);
  EXPECT_EQ(negotiate_encoding("br;Q=0, gzip;seq=0"), gzip);
  EXPECT_EQ(negotiate_encoding("br;level=1; q=0"), identity);
  EXPECT_EQ(negotiate_encoding("*"), identity);
  EXPECT_EQ(negotiate_encoding("brotli, x-gzip, deflate"), identity);
  EXPECT_EQ(negotiate_encoding(""), identity);
  EXPECT_EQ(negotiate_encoding(",,;"), identity);
}

}  // namespace
}  // namespace parley::http
