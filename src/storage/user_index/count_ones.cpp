#include "storage/user_index/count_ones.hpp"

#include <algorithm>

namespace parley::storage {
namespace {

/// The sum of this many numbers up to 8 fits in a byte.
constexpr std::size_t kSummedInBytes = 31;

/// Replaces each byte with its number of set bits. Warren, "Hacker's Delight", figure 5-2.
std::uint64_t ones_by_byte(std::uint64_t word) {
  word -= (word >> 1) & 0x5555'5555'5555'5555;
  word = (word & 0x3333'3333'3333'3333) + ((word >> 2) & 0x3333'3333'3333'3333);
  return (word + (word >> 4)) & 0x0f0f'0f0f'0f0f'0f0f;
}

std::size_t sum_of_bytes(std::uint64_t bytes) {
  const auto pairs = (bytes & 0x00ff'00ff'00ff'00ff) + ((bytes >> 8) & 0x00ff'00ff'00ff'00ff);
  return (pairs * 0x0001'0001'0001'0001) >> 48;
}

}  // namespace

std::size_t count_ones(std::span<const std::uint64_t> words) {
  std::size_t ones = 0;
  while (!words.empty()) {
    const auto some = words.first(std::min(words.size(), kSummedInBytes));
    std::uint64_t sums = 0;
    for (const auto word : some) sums += ones_by_byte(word);
    ones += sum_of_bytes(sums);
    words = words.subspan(some.size());
  }
  return ones;
}

}  // namespace parley::storage
