// How users are found by a part of their name: the same in every engine.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parley::storage {

/// The form in which names and search keys are compared. It is the same for texts that differ in
///   - case ("STRASSE", "straße", "IŞIK", "ışık"), and how Unicode spells the same characters,
///   - accents and points ("Jörg", "jorg"; "أحمد", "احمد"; "שָׁלוֹם", "שלום"),
///   - letters that people without them write otherwise ("Łukasz", "lukasz"; "Œuvre", "oeuvre"),
///   - width and ligatures ("Ａnn", "ﬁne"), and the kind of apostrophe, dash or space,
///   - spaces around them, how many spaces there are between words, and invisible characters.
/// Idempotent: fold_name(fold_name(x)) == fold_name(x). Of text that is not UTF-8, only ASCII
/// letters are folded.
[[nodiscard]] std::string fold_name(std::string_view text);

/// The folded name from the beginning of each of its words on ("ann lee" -> "ann lee", "lee"). A
/// word begins after anything that is neither a letter nor a digit, and with each ideograph, kana
/// and syllable of Hangul, because those are written without blanks.
[[nodiscard]] std::set<std::string> search_words(std::string_view folded_name);

/// Whether a word begins in the middle of others that are written without spaces, as in Chinese.
[[nodiscard]] bool has_words_inside(std::string_view folded_name);

/// Where those words begin in the folded name, in ascending order.
[[nodiscard]] std::vector<std::size_t> word_offsets(std::string_view folded_name);

/// Whether one of search_words(folded_name) begins with `folded_word`.
[[nodiscard]] bool matches_word(std::string_view folded_name, std::string_view folded_word);

/// The parts of a folded key that are looked for, each on its own: those between blanks, without
/// those that another one begins with. The longest first.
[[nodiscard]] std::vector<std::string> words_of_key(std::string_view folded_key);

/// A bound above every text that begins with `prefix`, in byte order: no UTF-8 has a byte 0xff.
[[nodiscard]] std::string end_of_prefix(std::string_view prefix);

/// Where the words of a key are looked for; at least one is set.
struct SearchPlaces {
  bool uid = true;
  bool name = true;
};

/// Whether a user is found: each word of the key begins the uid or matches_word() in the name.
[[nodiscard]] bool matches_key(std::string_view folded_name, std::string_view uid,
                               std::string_view folded_key, SearchPlaces places);

}  // namespace parley::storage
