#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace parley {
namespace {

// The length of the well-formed sequence at the start of `text`, or 0. Table 3-7 of the Unicode
// Standard: the second byte's range depends on the first.
std::size_t sequence_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || text.size() < length) return 0;
  const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// The number of ASCII bytes at the start, rounded down to a multiple of 8.
std::size_t ascii_start(std::string_view text) noexcept {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t size = 0;
  for (std::uint64_t bytes = 0; text.size() - size >= sizeof bytes; size += sizeof bytes) {
    std::memcpy(&bytes, text.data() + size, sizeof bytes);
    if ((bytes & kHighBits) != 0) break;
  }
  return size;
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
  return utf8_start(text, text.size()).size() == text.size();
}

std::string replace_invalid_utf8(std::string_view text) {
  constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";
  std::string replaced;
  while (true) {
    const auto valid = utf8_start(text, text.size());
    replaced += valid;
    text.remove_prefix(valid.size());
    if (text.empty()) return replaced;
    replaced += kReplacementCharacter;
    text.remove_prefix(1);
  }
}

std::string_view utf8_start(std::string_view text, std::size_t most) noexcept {
  std::size_t size = ascii_start(text.substr(0, most));
  while (size < text.size()) {
    const auto length = sequence_length(text.substr(size));
    if (length == 0 || size + length > most) break;
    size += length;
  }
  return text.substr(0, size);
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMost = 100;
  std::string start(utf8_start(text, kMost));
  if (text.size() > kMost) start += "...";
  return start;
}

std::size_t count_characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
  }));
}

bool is_ascii(std::string_view text) noexcept {
  return std::ranges::all_of(text, [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

bool has_control_characters(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

bool is_token_character(char c) noexcept {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kMarks.find(c) != std::string_view::npos;
}

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trim_spaces(std::string_view text) noexcept {
  constexpr std::string_view kSpaces = " \t";
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::string_view take_item(std::string_view& list) noexcept {
  const auto item = list.substr(0, list.find(','));
  list.remove_prefix(std::min(item.size() + 1, list.size()));
  return trim_spaces(item);
}

}  // namespace parley
