// Randomness for secrets and public ids. Passed in wherever it is used, so that tests can replace
// it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace parley::crypto {

/// A source of cryptographically secure random bytes.
class Random {
 public:
  virtual ~Random() = default;

  /// Fills `out` completely. Safe from any thread.
  virtual void fill(std::span<std::byte> out) = 0;
};

/// The operating system's generator (getrandom(2)). Throws std::system_error if the kernel refuses,
/// which does not happen on a running system.
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::byte> out) override;
};

inline constexpr std::string_view kBase62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// `length` characters of base62, each uniformly distributed (5.95 bits per character).
[[nodiscard]] std::string random_base62(Random& random, std::size_t length);

/// `bytes` random bytes as lower-case hexadecimal, two characters per byte.
[[nodiscard]] std::string random_hex(Random& random, std::size_t bytes);

/// A public id such as "ses_4fz...": the prefix and 16 characters of base62. Not a secret.
[[nodiscard]] std::string new_id(Random& random, std::string_view prefix);

}  // namespace parley::crypto
