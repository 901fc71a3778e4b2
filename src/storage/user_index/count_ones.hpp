// Counts set bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace parley::storage {

/// The number of set bits in all words. Faster than a sum of std::popcount(), which is a table
/// lookup per byte in our builds: not every processor we support has the POPCNT instruction. See
/// bench/EXPERIMENTS.md, 2026-11-30.
[[nodiscard]] std::size_t count_ones(std::span<const std::uint64_t> words);

}  // namespace parley::storage
