// Name search: how names are folded, split into words and matched. The same in every engine.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parley::core {

/// Returns the form in which names are stored for sorting and searching. Folding ignores
/// differences in
///   - case ("STRASSE", "straße"; "IŞIK", "ışık") and Unicode normalization,
///   - accents, points and tone marks ("Jörg", "jorg"; "أحمد", "احمد"; "क़मर", "कमर"; "น้อย", "นอย"),
///   - letters and digits that have a plainer spelling ("Łukasz", "lukasz"; "Œuvre", "oeuvre";
///   "װאָלף", "וואלף"; "٤٢", "42"),
///   - width and ligatures ("Ａnn", "ﬁne"), and the kind of quote, dash or space,
///   - leading, trailing and repeated spaces, and invisible characters.
/// Words with quotes are appended without them, if no other word begins like that: "O'Connor" ->
/// "o'connor\noconnor". fold_key() removes the quotes, so a search ignores them, and still finds
/// "connor". Folding the part before the line break again changes nothing. If `text` is not valid
/// UTF-8, only its ASCII letters are folded.
[[nodiscard]] std::string fold_name(std::string_view text);

/// Returns the form in which search keys are compared with folded names: folded in the same way,
/// without quotes, and with spaces for commas and semicolons. If folding drops all that is in the
/// key, such as a single accent, returns a text that no folded name and no uid contains: an empty
/// key finds everybody. A key of spaces counts as empty.
[[nodiscard]] std::string fold_key(std::string_view key);

/// The suffixes of the folded name that start at a word ("ann lee" -> "ann lee", "lee"). A word
/// starts after any character that is neither a letter nor a digit, and at each ideograph, kana and
/// Hangul syllable, because those scripts are written without spaces. Thai, Lao, Khmer and Burmese
/// words start only after a space: these scripts have one between first name and surname.
[[nodiscard]] std::set<std::string> search_words(std::string_view folded_name);

/// Whether the folded name contains a character that begins a word on its own, as in Chinese.
[[nodiscard]] bool has_words_inside(std::string_view folded_name);

/// The byte offsets of the words of search_words() in the folded name, in ascending order.
[[nodiscard]] std::vector<std::size_t> word_offsets(std::string_view folded_name);

/// Whether one of search_words(folded_name) begins with `folded_word`.
[[nodiscard]] bool matches_word(std::string_view folded_name, std::string_view folded_word);

/// The words of a folded search key, which are searched for separately. Words are separated by
/// spaces; one that is a prefix of another word is omitted. Longest first.
[[nodiscard]] std::vector<std::string> words_of_key(std::string_view folded_key);

/// An upper bound, in byte order, of all texts that begin with `prefix`: UTF-8 has no byte 0xff.
[[nodiscard]] std::string end_of_prefix(std::string_view prefix);

/// Where the words of a search key are looked for; at least one is true.
struct SearchPlaces {
  bool uid = true;
  bool name = true;
};

/// Whether a search finds a user: each word of the key is a prefix of the uid or matches_word() in
/// the name, in the places that `places` allows. An empty key finds everybody.
[[nodiscard]] bool matches_key(std::string_view folded_name, std::string_view uid,
                               std::string_view folded_key, SearchPlaces places);

}  // namespace parley::core
