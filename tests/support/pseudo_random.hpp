// Pseudo-random numbers that are the same in every run.
#pragma once

#include <cstdint>

namespace parley::test_support {

/// The SplitMix64 generator.
class PseudoRandom {
 public:
  explicit PseudoRandom(std::uint64_t seed) : state_(seed) {}

  /// Returns a number from 0 to 4,294,967,295.
  std::uint32_t operator()() {
    state_ += 0x9e3779b97f4a7c15;
    auto mixed = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return static_cast<std::uint32_t>(mixed >> 32);
  }

 private:
  std::uint64_t state_;
};

}  // namespace parley::test_support
