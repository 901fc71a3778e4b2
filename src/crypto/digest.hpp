// SHA-256, HMAC, constant-time comparison and hexadecimal.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "base/secret.hpp"

namespace parley::crypto {

/// Stored instead of a token or key.
using Sha256 = std::array<std::byte, 32>;

[[nodiscard]] Sha256 sha256(std::string_view data);

/// The digest of a secret, for lookups and storage.
[[nodiscard]] inline Sha256 sha256(const SecretString& secret) { return sha256(secret.expose()); }

/// HMAC-SHA-256 of `message` with `key`. Does not reveal the key.
[[nodiscard]] Sha256 hmac_sha256(const SecretString& key, std::string_view message);

/// SHA-1 in base64, as the WebSocket handshake requires. Not used for security.
[[nodiscard]] std::string sha1_base64(std::string_view data);

/// Whether `a` and `b` are equal. The time depends on their lengths, not on where they differ.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept;

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(std::span<const std::byte> bytes);

/// Hash functor for tables keyed by a digest, which is already uniformly distributed.
struct Sha256Hash {
  using is_avalanching = void;
  std::size_t operator()(const Sha256& digest) const noexcept {
    std::size_t prefix;
    std::memcpy(&prefix, digest.data(), sizeof prefix);
    return prefix;
  }
};

}  // namespace parley::crypto
