#include "crypto/random.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

#include "crypto/digest.hpp"

namespace parley::crypto {

void SystemRandom::fill(std::span<std::byte> out) {
  while (!out.empty()) {
    const auto got = ::getrandom(out.data(), out.size(), 0);
    if (got < 0) {
      if (errno == EINTR) continue;
      throw std::system_error(errno, std::generic_category(), "getrandom");
    }
    out = out.subspan(static_cast<std::size_t>(got));
  }
}

std::string random_base62(Random& random, std::size_t length) {
  // Discards bytes from 248 on: 248 is the largest multiple of 62 below 256, so all characters are
  // equally likely.
  constexpr unsigned kUnbiased = 248;
  std::string text;
  text.reserve(length);
  std::array<std::byte, 32> pool;
  while (text.size() < length) {
    random.fill(pool);
    for (const auto byte : pool) {
      const auto number = std::to_integer<unsigned>(byte);
      if (number < kUnbiased && text.size() < length) text.push_back(kBase62[number % 62]);
    }
  }
  return text;
}

std::string random_hex(Random& random, std::size_t bytes) {
  std::vector<std::byte> raw(bytes);
  random.fill(raw);
  return to_hex(raw);
}

std::string new_id(Random& random, std::string_view prefix) {
  constexpr std::size_t kIdLength = 16;
  return std::string(prefix) + random_base62(random, kIdLength);
}

}  // namespace parley::crypto
