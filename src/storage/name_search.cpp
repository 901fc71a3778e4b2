#include "storage/name_search.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace parley::storage {
namespace {

/// Compatibility forms apart, case folded; then accents are characters of their own.
constexpr auto kFolding = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                                         UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

char to_lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), to_lower_ascii);
  return lowered;
}

/// Accents of Latin, Greek and Cyrillic. The marks of other scripts, such as the vowels of
/// Devanagari, make another word.
bool is_accent(utf8proc_int32_t code) { return code >= 0x300 && code <= 0x36f; }

/// Empty when the text is no UTF-8.
std::vector<utf8proc_int32_t> decompose(std::string_view text) {
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const auto count = utf8proc_decompose(bytes_of(text), size, nullptr, 0, kFolding);
  if (count <= 0) return {};
  std::vector<utf8proc_int32_t> codes(static_cast<std::size_t>(count));
  utf8proc_decompose(bytes_of(text), size, codes.data(), count, kFolding);
  return codes;
}

/// Letters, the marks upon them, and digits.
bool is_part_of_word(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool is_space(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_CC ||
         (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

/// Calls `visit(rest)` with the text from each beginning of a word on, until it returns false.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    utf8proc_int32_t code = 0;
    const auto size =
        utf8proc_iterate(bytes_of(rest), static_cast<utf8proc_ssize_t>(rest.size()), &code);
    const bool valid = size > 0;
    if (!inside && (!valid || !is_space(code)) && !visit(rest)) return;
    inside = valid && is_part_of_word(code);
    at += valid ? static_cast<std::size_t>(size) : 1;
  }
}

}  // namespace

std::string fold_case(std::string_view text) {
  if (std::ranges::all_of(text, is_ascii)) return lower_ascii(text);
  const auto codes = decompose(text);
  if (codes.empty()) return lower_ascii(text);
  std::string folded;
  folded.reserve(text.size());
  for (const auto code : codes) {
    if (is_accent(code)) continue;
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(code, bytes);
    folded.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
  return folded;
}

std::set<std::string> search_words(std::string_view folded_name) {
  std::set<std::string> words;
  for_each_word(folded_name, [&](std::string_view rest) {
    words.emplace(rest);
    return true;
  });
  return words;
}

std::vector<std::size_t> word_offsets(std::string_view folded_name) {
  std::vector<std::size_t> offsets;
  for_each_word(folded_name, [&](std::string_view rest) {
    offsets.push_back(folded_name.size() - rest.size());
    return true;
  });
  return offsets;
}

bool matches_word(std::string_view folded_name, std::string_view folded_key) {
  bool found = false;
  for_each_word(folded_name, [&](std::string_view rest) {
    found = rest.starts_with(folded_key);
    return !found;
  });
  return found;
}

}  // namespace parley::storage
