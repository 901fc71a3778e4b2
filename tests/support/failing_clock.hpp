// A clock that throws on demand, for tests of what an unexpected exception leaves behind.
#pragma once

#include <atomic>
#include <stdexcept>

#include "base/clock.hpp"

namespace parley::test_support {

class FailingClock final : public Clock {
 public:
  explicit FailingClock(const Clock& real) : real_(real) {}

  [[nodiscard]] Time now() const override {
    if (fails) throw std::runtime_error("a bug");
    return real_.now();
  }

  std::atomic<bool> fails = false;

 private:
  const Clock& real_;
};

}  // namespace parley::test_support
