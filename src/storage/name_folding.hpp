// What becomes of each character of a name when it is folded: the tables behind fold_name().
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::storage {

/// A code point as utf8proc counts them.
using CodePoint = std::int32_t;

/// The accents of Latin, Greek and Cyrillic, the points of Hebrew and the marks of Arabic, which
/// people leave out. The marks of other scripts, such as the vowels of Devanagari, make another
/// word. `code`: of a text that was decomposed.
[[nodiscard]] bool is_left_out(CodePoint code);

/// Apostrophes, and what is typed or printed in their place.
[[nodiscard]] bool is_apostrophe(CodePoint code);

/// What a small letter that Unicode does not decompose is written as by people who do not have it;
/// nullopt: as itself.
[[nodiscard]] std::optional<std::string_view> plain_letters(CodePoint code);

/// Ideographs, kana, bopomofo and the leading consonants of Hangul: each begins a word.
[[nodiscard]] bool begins_word(CodePoint code);

}  // namespace parley::storage
