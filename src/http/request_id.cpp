#include "http/request_id.hpp"

#include <cstdint>
#include <span>

#include "crypto/random.hpp"

namespace parley::http {
namespace {

std::uint64_t random_start() {
  std::uint64_t start = 0;
  crypto::SystemRandom().fill(std::as_writable_bytes(std::span(&start, 1)));
  return start;
}

}  // namespace

RequestId::RequestId() {
  // An odd step visits all 2^64 numbers before it repeats one. This one is 2^64 divided by the
  // golden ratio, which makes successive numbers look different.
  constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15;
  thread_local std::uint64_t number = random_start();
  number += kStep;
  auto rest = number;
  for (auto& digit : digits_) {
    digit = "0123456789abcdef"[rest & 15U];
    rest >>= 4U;
  }
}

}  // namespace parley::http
