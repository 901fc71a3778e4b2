// The formats of the secrets that the server issues. Each ends in a checksum, which is not secret:
// it lets the server reject junk without a lookup, and lets secret scanners recognise a leaked
// secret.
//
// An auth token is `<uid>_` followed by 40 characters: 10 digits (unix seconds of issue), 24
// characters of base62 randomness (142 bits) and 6 characters of base62 CRC-32 of everything before
// it.
//
// An API key is 40 hexadecimal digits: 32 of randomness (128 bits) and the CRC-32 of those in 8.
// Keys from older versions are 40 random digits without a checksum.
//
// The tokens of administrators are a prefix, 32 characters of base62 randomness (190 bits) and 6 of
// base62 CRC-32 of everything before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/secret.hpp"
#include "crypto/random.hpp"

namespace parley::crypto {

/// A longer text is not a token (a uid has at most 100 characters).
inline constexpr std::size_t kAuthTokenMaxLength = 100 + 1 + 40;

/// A new auth token for `uid`, issued at `now`.
[[nodiscard]] SecretString make_auth_token(std::string_view uid, Time now, Random& random);

/// The uid in a well-formed token (a view into `token`); nullopt if the shape or the checksum is
/// wrong. Does not check whether the token was issued.
[[nodiscard]] std::optional<std::string_view> uid_of_auth_token(std::string_view token) noexcept;

/// The part of a token that may be shown later: `1771...ac0`, the first four and last three
/// characters after the uid.
[[nodiscard]] std::string auth_token_hint(std::string_view token);

/// A new API key, with its checksum.
[[nodiscard]] SecretString make_api_key(Random& random);

/// Whether `text` has the shape of an API key. Does not check whether the key exists.
[[nodiscard]] bool is_api_key_shape(std::string_view text) noexcept;

/// Whether the checksum of `key`, which must have the shape of an API key, is right. For keys from
/// versions without checksums it is right only by chance.
[[nodiscard]] bool has_api_key_checksum(std::string_view key) noexcept;

/// A new token that starts with `prefix`.
[[nodiscard]] SecretString make_prefixed_token(std::string_view prefix, Random& random);

/// Whether `token` has the format of make_prefixed_token(). Does not check whether it was issued.
[[nodiscard]] bool is_prefixed_token(std::string_view prefix, std::string_view token) noexcept;

/// The part of an API key that may be shown later: its first four and last three characters.
[[nodiscard]] std::string api_key_hint(std::string_view key);

}  // namespace parley::crypto
