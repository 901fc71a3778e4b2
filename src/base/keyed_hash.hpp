// Hashes that cannot be predicted without their key.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace parley {

/// Hashes a number with a secret random key, so that clients cannot choose numbers that collide.
/// For tables in memory, not for cryptography.
[[nodiscard]] inline std::uint64_t keyed_hash(std::uint64_t number, std::uint64_t key) {
  __extension__ using Product = unsigned __int128;
  constexpr std::uint64_t kOddBits = 0x9E3779B97F4A7C15U;
  const auto product = Product{number ^ key} * (std::rotl(key, 32) ^ kOddBits);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// The same for text of any length.
[[nodiscard]] inline std::uint64_t keyed_hash(std::string_view text, std::uint64_t key) {
  constexpr auto kWord = sizeof(std::uint64_t);
  auto hash = keyed_hash(text.size(), key);
  std::uint64_t word = 0;
  if (text.size() < kWord) {
    std::memcpy(&word, text.data(), text.size());
    return keyed_hash(hash ^ word, key);
  }
  const auto* const last = text.data() + text.size() - kWord;
  for (const auto* at = text.data(); at < last; at += kWord) {
    std::memcpy(&word, at, kWord);
    hash = keyed_hash(hash ^ word, key);
  }
  std::memcpy(&word, last, kWord);
  return keyed_hash(hash ^ word, key);
}

}  // namespace parley
