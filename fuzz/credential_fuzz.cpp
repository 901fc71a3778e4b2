// The formats of auth tokens and API keys: a text with a wrong checksum is not a token, and hints
// show only a small part of a secret.
#include <fmt/format.h>

#include "core/user/user.hpp"
#include "crypto/token_format.hpp"
#include "support/fuzz.hpp"

namespace parley::crypto {
namespace {

using fuzz::check;

constexpr std::size_t kHintLength = 10;  // "1771...ac0"

void check_token(std::string_view text) {
  const auto uid = uid_of_auth_token(text);
  if (!uid) return;
  check(text.starts_with(*uid) && text.size() == uid->size() + 41, "a token is a uid and a tail");
  check(text.size() <= kAuthTokenMaxLength, "a token keeps to its length limit");
  check(auth_token_hint(text).size() == kHintLength, "a hint is short");
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed(text);
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    check(!uid_of_auth_token(changed), "a changed token is invalid");
  }
}

void check_made_token(std::string_view text) {
  const auto uid = core::normalize_uid(text);
  if (!core::is_uid(uid)) return;
  SystemRandom random;
  const auto token = make_auth_token(uid, from_unix_seconds(1'771'312'489), random);
  check(uid_of_auth_token(token.expose()) == uid, "a token contains its uid");
}

}  // namespace
}  // namespace parley::crypto

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::fuzz::check;
  const auto text = parley::fuzz::as_text(data, size);
  parley::crypto::check_token(text);
  parley::crypto::check_made_token(text);
  if (parley::crypto::is_api_key_shape(text)) {
    check(text.size() == 40, "a key has 40 digits");
    check(parley::crypto::api_key_hint(text).size() == 10, "a hint is short");
  }
  return 0;
}
