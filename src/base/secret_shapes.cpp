#include "base/secret_shapes.hpp"

#include <algorithm>
#include <cstddef>

namespace parley {
namespace {

constexpr std::size_t kShortest = 32;  ///< No secret is shorter.
// Lengths without checksums. Anybody can compute the checksum, so the rest is as good as the
// secret.
constexpr std::size_t kApiKey = 32;
constexpr std::size_t kAuthToken = 34;
constexpr std::size_t kSeconds = 10;  ///< After the uid, an auth token has its time of issue.
constexpr std::string_view kJwt = "eyJ";
constexpr std::string_view kDashboardTokens[] = {"parley_admin_", "parley_link_"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }
bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_in_secrets(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; }

/// The position of the first `length` characters in a row that satisfy `is`, or npos.
std::size_t find_run(std::string_view text, std::size_t length, bool (*is)(char)) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    run = is(text[i]) ? run + 1 : 0;
    if (run == length) return i + 1 - length;
  }
  return std::string_view::npos;
}

/// The position of the secret in a run of letters and digits, or npos.
std::size_t find_in_run(std::string_view run) {
  const auto behind_time = kAuthToken - kSeconds;
  const auto time = run.size() < kAuthToken
                        ? std::string_view::npos
                        : find_run(run.substr(0, run.size() - behind_time), kSeconds, is_digit);
  return std::min(time, find_run(run, kApiKey, is_hex));
}

std::size_t run_length(std::string_view text, bool (*is)(char)) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is) - text.begin());
}

/// A part of a text.
struct Part {
  std::size_t begin = std::string_view::npos;
  std::size_t size = 0;
};

/// The first secret in a run of the characters that secrets are made of.
Part find_in_word(std::string_view word) {
  Part found;
  const auto take = [&found](std::size_t begin, std::size_t size) {
    if (size > 0 && begin < found.begin) found = {begin, size};
  };
  for (const auto prefix : kDashboardTokens) {
    if (const auto begin = word.find(prefix); begin != word.npos) take(begin, word.size() - begin);
  }
  if (const auto begin = word.find(kJwt); begin != word.npos) {
    const auto jwt = word.substr(begin);
    if (std::ranges::count(jwt, '.') >= 2) take(begin, jwt.size());
  }
  for (std::size_t begin = 0; begin < std::min(word.size(), found.begin); ++begin) {
    const auto run = word.substr(begin, run_length(word.substr(begin), is_alphanumeric));
    if (const auto at = find_in_run(run); at != run.npos) take(begin + at, run.size() - at);
    begin += run.size();
  }
  return found;
}

Part find_secret(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const auto word = text.substr(begin, run_length(text.substr(begin), is_in_secrets));
    const auto found = word.size() < kShortest ? Part{} : find_in_word(word);
    if (found.size > 0) return {begin + found.begin, found.size};
    begin += word.size();
  }
  return {};
}

}  // namespace

bool has_secret_shape(std::string_view text) noexcept {
  return text.size() >= kShortest && find_secret(text).size > 0;
}

std::string mask_secrets(std::string_view text) {
  std::string masked;
  for (auto secret = find_secret(text); secret.size > 0; secret = find_secret(text)) {
    masked.append(text.substr(0, secret.begin)).append("***");
    text.remove_prefix(secret.begin + secret.size);
  }
  return masked.append(text);
}

}  // namespace parley
