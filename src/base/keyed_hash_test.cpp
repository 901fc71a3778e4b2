#include "base/keyed_hash.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

namespace parley {
namespace {

TEST(KeyedHash, TellsTextsApartByEachByteAndByTheirLength) {
  std::set<std::uint64_t> hashes;
  std::size_t texts = 0;
  for (std::size_t length = 0; length < 40; ++length) {
    std::string text(length, 'a');
    hashes.insert(keyed_hash(text, 17));
    ++texts;
    for (std::size_t at = 0; at < length; ++at, ++texts) {
      text[at] = 'b';
      hashes.insert(keyed_hash(text, 17));
      text[at] = 'a';
    }
  }
  EXPECT_EQ(hashes.size(), texts);
  EXPECT_NE(keyed_hash(std::string(3, '\0'), 17), keyed_hash(std::string(4, '\0'), 17));
}

TEST(KeyedHash, DependsOnTheKey) {
  EXPECT_NE(keyed_hash("ann", 17), keyed_hash("ann", 18));
  EXPECT_NE(keyed_hash(std::uint64_t{1}, 17), keyed_hash(std::uint64_t{1}, 18));
}

TEST(KeyedHash, SpreadsNumbersThatFollowEachOther) {
  std::array<int, 64> by_lowest_bits{};
  std::array<int, 64> by_highest_bits{};
  for (std::uint64_t i = 0; i < 64'000; ++i) {
    const auto hash = keyed_hash(i, 0x123456789ABCDEF0U);
    ++by_lowest_bits.at(hash % 64);
    ++by_highest_bits.at(hash >> 58U);
  }
  for (const auto& counts : {by_lowest_bits, by_highest_bits}) {
    for (const auto count : counts) EXPECT_NEAR(count, 1'000, 200);
  }
}

}  // namespace
}  // namespace parley
