// Character tables for fold_name() and search_words().
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::core {

/// A Unicode code point, in the type that utf8proc uses.
using CodePoint = std::int32_t;

/// Whether folding drops `code`, a code point of decomposed text. True for marks that people often
/// omit: the accents of Latin, Greek and Cyrillic, the points of Hebrew, the marks of Arabic, the
/// nuktas of the scripts of India, and the tone marks and silent-letter marks of Thai, Lao, Khmer
/// and Burmese. False for other marks, such as the vowels of Devanagari and Thai, which distinguish
/// words.
[[nodiscard]] bool is_left_out(CodePoint code);

/// Whether `code` is an apostrophe or quotation mark other than ', or a character that is typed or
/// printed in its place. Hebrew abbreviations contain double marks ("צה״ל").
[[nodiscard]] bool is_quote(CodePoint code);

/// Whether `code` is a comma or semicolon, in any script.
[[nodiscard]] bool is_comma(CodePoint code);

/// The plain spelling of a lower-case letter, mark or digit that Unicode does not decompose ("ł" ->
/// "l", "œ" -> "oe", "װ" -> "וו", "٤" -> "4"), as people type it who do not have it on their
/// keyboard. nullopt if it has no other spelling.
[[nodiscard]] std::optional<std::string_view> plain_spelling(CodePoint code);

/// Whether `code` begins a word wherever it occurs: an ideograph, kana, bopomofo or a leading
/// consonant of Hangul.
[[nodiscard]] bool begins_word(CodePoint code);

}  // namespace parley::core
