// How users are found by a part of their name: the same in every engine.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parley::storage {

/// A form in which texts are equal that differ in case ("STRASSE", "straße"), in accents ("Jörg",
/// "jorg", "İstanbul") or in how Unicode spells the same characters. Of a text that is no UTF-8,
/// ASCII letters are lowered and nothing else is done.
[[nodiscard]] std::string fold_case(std::string_view text);

/// The folded name from the beginning of each of its words on ("ann lee" -> "ann lee", "lee"). A
/// search key matches when one of these begins with it, so it may run on into the next word.
/// A word begins after anything that is neither a letter nor a digit.
[[nodiscard]] std::set<std::string> search_words(std::string_view folded_name);

/// Where those words begin in the folded name, in ascending order.
[[nodiscard]] std::vector<std::size_t> word_offsets(std::string_view folded_name);

/// Whether one of search_words(folded_name) begins with `folded_key`.
[[nodiscard]] bool matches_word(std::string_view folded_name, std::string_view folded_key);

}  // namespace parley::storage
