#include "core/url/punycode.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace parley::core {
namespace {

// The parameters of RFC 3492, section 5.
constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kLeast = 1;
constexpr std::uint32_t kMost = 26;
constexpr std::uint32_t kSkew = 38;
constexpr std::uint32_t kDamp = 700;
constexpr std::uint32_t kFirstBias = 72;
constexpr char32_t kFirstCode = 128;

char to_digit(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

std::uint32_t adapted_bias(std::uint32_t delta, std::uint32_t count, bool is_first) {
  delta = is_first ? delta / kDamp : delta / 2;
  delta += delta / count;
  std::uint32_t bias = 0;
  for (; delta > (kBase - kLeast) * kMost / 2; bias += kBase) delta /= kBase - kLeast;
  return bias + (kBase - kLeast + 1) * delta / (delta + kSkew);
}

/// Appends a generalized variable-length integer (RFC 3492, section 3.3).
void append_number(std::string& out, std::uint32_t number, std::uint32_t bias) {
  for (std::uint32_t k = kBase;; k += kBase) {
    const auto threshold = k <= bias ? kLeast : std::min(k - bias, kMost);
    if (number < threshold) break;
    out += to_digit(threshold + (number - threshold) % (kBase - threshold));
    number = (number - threshold) / (kBase - threshold);
  }
  out += to_digit(number);
}

}  // namespace

std::optional<std::string> to_punycode(std::span<const char32_t> codes) {
  std::string out;
  for (const auto code : codes) {
    if (code < kFirstCode) out += static_cast<char>(code);
  }
  const auto basic = static_cast<std::uint32_t>(out.size());
  if (basic > 0) out += '-';
  std::uint64_t delta = 0;
  auto bias = kFirstBias;
  auto next = kFirstCode;
  for (auto handled = basic; handled < codes.size(); ++next, ++delta) {
    auto least = std::numeric_limits<char32_t>::max();
    for (const auto code : codes) {
      if (code >= next) least = std::min(least, code);
    }
    delta += std::uint64_t{least - next} * (handled + 1);
    next = least;
    for (const auto code : codes) {
      if (code < next) ++delta;
      if (delta > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
      if (code != next) continue;
      append_number(out, static_cast<std::uint32_t>(delta), bias);
      bias = adapted_bias(static_cast<std::uint32_t>(delta), handled + 1, handled == basic);
      delta = 0;
      ++handled;
    }
  }
  return out;
}

}  // namespace parley::core
