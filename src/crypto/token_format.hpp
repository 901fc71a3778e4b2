// The shapes of the secrets we hand out. Each ends in a checksum, which is no secret: it lets junk
// be refused before any lookup, and lets secret scanners recognise a leaked secret.
//
// An auth token is `<uid>_` followed by 40 characters: 10 digits (unix seconds of issue), 24
// characters of base62 randomness (142 bits) and 6 characters of base62 CRC-32 of everything before
// it.
//
// An API key is 40 hexadecimal digits: 32 of randomness (128 bits) and the CRC-32 of those in 8.
// Keys made by versions before that are 40 random digits, without a checksum.
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

/// Longer texts than this are no token (a uid has at most 100 characters).
inline constexpr std::size_t kAuthTokenMaxLength = 100 + 1 + 40;

/// A new auth token for `uid`, issued at `now`.
[[nodiscard]] SecretString make_auth_token(std::string_view uid, Time now, Random& random);

/// The uid that a well-formed token names (a view into `token`), or nullopt for anything whose
/// shape or checksum is wrong. Says nothing about whether the token was ever issued.
[[nodiscard]] std::optional<std::string_view> uid_of_auth_token(std::string_view token) noexcept;

/// What may be shown of a token later: `1771...ac0`, the first four and last three characters
/// after the uid.
[[nodiscard]] std::string auth_token_hint(std::string_view token);

/// A new API key, with its checksum.
[[nodiscard]] SecretString make_api_key(Random& random);

/// Whether `text` has the shape of an API key. Says nothing about whether it exists.
[[nodiscard]] bool is_api_key_shape(std::string_view text) noexcept;

/// Whether the checksum of a text that has the shape of an API key is right. Keys from before there
/// were checksums have a right one by chance only.
[[nodiscard]] bool has_api_key_checksum(std::string_view key) noexcept;

/// A new token that starts with `prefix`.
[[nodiscard]] SecretString make_prefixed_token(std::string_view prefix, Random& random);

/// Whether make_prefixed_token() can have made `token`. Says nothing about whether it did.
[[nodiscard]] bool is_prefixed_token(std::string_view prefix, std::string_view token) noexcept;

/// What may be shown of an API key later: its first four and last three characters.
[[nodiscard]] std::string api_key_hint(std::string_view key);

}  // namespace parley::crypto
