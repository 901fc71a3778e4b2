#include "crypto/token_format.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <libdeflate.h>

namespace parley::crypto {
namespace {

constexpr std::size_t kSeconds = 10;
constexpr std::size_t kRandomness = 24;
constexpr std::size_t kChecksum = 6;  // 62^6 > 2^32
constexpr std::size_t kTail = kSeconds + kRandomness + kChecksum;
constexpr std::size_t kApiKeyLength = 40;
constexpr std::size_t kApiKeyRandomBytes = 16;
constexpr std::size_t kPrefixedRandomness = 32;

std::string checksum(std::string_view text) {
  auto rest = libdeflate_crc32(0, text.data(), text.size());
  std::string digits(kChecksum, kBase62.front());
  for (auto digit = digits.rbegin(); rest != 0; ++digit, rest /= 62) *digit = kBase62[rest % 62];
  return digits;
}

std::string api_key_checksum(std::string_view text) {
  return fmt::format("{:08x}", libdeflate_crc32(0, text.data(), text.size()));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string hint(std::string_view secret) {
  return fmt::format("{}...{}", secret.substr(0, 4), secret.substr(secret.size() - 3));
}

}  // namespace

SecretString make_auth_token(std::string_view uid, Time now, Random& random) {
  auto token =
      fmt::format("{}_{:010}{}", uid, to_unix_seconds(now), random_base62(random, kRandomness));
  token += checksum(token);
  return SecretString(std::move(token));
}

std::optional<std::string_view> uid_of_auth_token(std::string_view token) noexcept {
  if (token.size() <= kTail + 1 || token.size() > kAuthTokenMaxLength) return std::nullopt;
  const auto uid = token.substr(0, token.size() - kTail - 1);
  if (token[uid.size()] != '_') return std::nullopt;
  const auto seconds = token.substr(uid.size() + 1, kSeconds);
  if (!std::all_of(seconds.begin(), seconds.end(), is_digit)) return std::nullopt;
  const auto checked = token.substr(0, token.size() - kChecksum);
  if (checksum(checked) != token.substr(checked.size())) return std::nullopt;
  return uid;
}

std::string auth_token_hint(std::string_view token) {
  return hint(token.substr(token.size() - kTail));
}

SecretString make_api_key(Random& random) {
  auto key = random_hex(random, kApiKeyRandomBytes);
  key += api_key_checksum(key);
  return SecretString(std::move(key));
}

bool is_api_key_shape(std::string_view text) noexcept {
  return text.size() == kApiKeyLength && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f');
         });
}

bool has_api_key_checksum(std::string_view key) noexcept {
  const auto checked = key.substr(0, 2 * kApiKeyRandomBytes);
  return api_key_checksum(checked) == key.substr(checked.size());
}

SecretString make_prefixed_token(std::string_view prefix, Random& random) {
  auto token = std::string(prefix) + random_base62(random, kPrefixedRandomness);
  token += checksum(token);
  return SecretString(std::move(token));
}

bool is_prefixed_token(std::string_view prefix, std::string_view token) noexcept {
  if (token.size() != prefix.size() + kPrefixedRandomness + kChecksum) return false;
  const auto checked = token.substr(0, token.size() - kChecksum);
  return token.starts_with(prefix) && checksum(checked) == token.substr(checked.size());
}

std::string api_key_hint(std::string_view key) { return hint(key); }

}  // namespace parley::crypto
