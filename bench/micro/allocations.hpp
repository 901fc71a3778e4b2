// Counts heap allocations.
#pragma once

#include <cstdint>

#include <benchmark/benchmark.h>

#include "support/allocations.hpp"

namespace parley::bench {

/// Counts the allocations of a benchmark between construction and destruction, and reports them per
/// iteration as `allocations`. Create it directly before the loop.
class AllocationCounter {
 public:
  explicit AllocationCounter(benchmark::State& state)
      : state_(state), before_(test_support::allocations()) {}
  AllocationCounter(const AllocationCounter&) = delete;
  AllocationCounter& operator=(const AllocationCounter&) = delete;
  ~AllocationCounter() {
    const auto made = static_cast<double>(test_support::allocations() - before_);
    state_.counters["allocations"] = benchmark::Counter(made, benchmark::Counter::kAvgIterations);
  }

 private:
  benchmark::State& state_;
  std::uint64_t before_;
};

}  // namespace parley::bench
