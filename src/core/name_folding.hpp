// Character tables for fold_name() and search_words().
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::core {

/// A Unicode code point, in the type that utf8proc uses.
using CodePoint = std::int32_t;

/// Whether folding drops `code`, a code point of decomposed text. True for the accents of Latin,
/// Greek and Cyrillic, the points of Hebrew and the marks of Arabic, which people often omit. False
/// for the marks of other scripts, such as the vowels of Devanagari, which distinguish words.
[[nodiscard]] bool is_left_out(CodePoint code);

/// Whether `code` is an apostrophe, or a character that is typed or printed in its place.
[[nodiscard]] bool is_apostrophe(CodePoint code);

/// The plain spelling of a lower-case letter that Unicode does not decompose ("ł" -> "l", "œ" ->
/// "oe"), as people type it who do not have that letter. nullopt if it has no other spelling.
[[nodiscard]] std::optional<std::string_view> plain_letters(CodePoint code);

/// Whether `code` begins a word wherever it occurs: an ideograph, kana, bopomofo or a leading
/// consonant of Hangul.
[[nodiscard]] bool begins_word(CodePoint code);

}  // namespace parley::core
