// How often the heap is asked for memory.
#pragma once

#include <cstdint>

#include <benchmark/benchmark.h>

#include "support/allocations.hpp"

namespace parley::bench {

/// Counts from its construction to its end what a benchmark allocates, and reports it a call as
/// `allocations`. Make it right before the loop.
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
