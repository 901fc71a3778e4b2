// How users are found by a part of their name: the same in every engine.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace parley::storage {

/// Lower case of each character, of any script, for comparisons that ignore case. Bytes that are
/// not UTF-8 stay as they are.
[[nodiscard]] std::string fold_case(std::string_view text);

/// The folded name from the beginning of each of its words on ("ann lee" -> "ann lee", "lee"). A
/// search key matches when one of these begins with it, so it may run on into the next word.
/// A word begins after anything that is neither a letter nor a digit.
[[nodiscard]] std::set<std::string> search_words(std::string_view folded_name);

/// Whether one of search_words(folded_name) begins with `folded_key`.
[[nodiscard]] bool matches_word(std::string_view folded_name, std::string_view folded_key);

}  // namespace parley::storage
