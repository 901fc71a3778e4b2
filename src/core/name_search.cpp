#include "core/name_search.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "core/name_folding.hpp"

namespace parley::core {
namespace {

/// Decomposes, including compatibility forms, folds case and drops invisible characters. Accents
/// become separate characters.
constexpr auto kFolding = static_cast<utf8proc_option_t>(
    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);

constexpr CodePoint kZeroWidthSpace = 0x200B;
constexpr CodePoint kMiddleDot = 0xB7;
constexpr std::string_view kMiddleDotText = "\u00B7";
constexpr char kInNoName = '\xff';  // UTF-8 has no such byte.
constexpr char kQuote = '\'';

/// Separates a folded name from the words that fold_name() appends. It sorts before every character
/// of a folded name, so that what is appended does not change the order of names.
constexpr char kBeforePlainWords = '\n';

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// Runs before the decomposition, which would lose two characters: a standalone acute accent
/// decomposes to a space with an accent, and kFolding drops the zero-width space, which separates
/// words in Thai and Khmer.
utf8proc_int32_t with_plain_separators(utf8proc_int32_t code, void*) {
  if (code == kZeroWidthSpace) return ' ';
  return is_quote(code) ? kQuote : code;
}

/// Returns nullopt if the text is not valid UTF-8.
std::optional<std::vector<CodePoint>> decompose(std::string_view text) {
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const auto run = [&](CodePoint* codes, utf8proc_ssize_t room) {
    return utf8proc_decompose_custom(bytes_of(text), size, codes, room, kFolding,
                                     with_plain_separators, nullptr);
  };
  const auto count = run(nullptr, 0);
  if (count < 0) return std::nullopt;
  std::vector<CodePoint> codes(static_cast<std::size_t>(count));
  run(codes.data(), count);
  return codes;
}

bool is_space(CodePoint code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_CC ||
         (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    CodePoint code = 0;
    const auto size =
        utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0 || !(is_space(code) || code == kZeroWidthSpace)) return false;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

/// "lee, ann" and "lee,ann" are the same search as "lee ann".
enum class Commas : std::uint8_t { stay, become_spaces };

/// Joins folded characters, with one space between words and none around them.
class FoldedText {
 public:
  FoldedText(std::size_t size, Commas commas) : commas_(commas) { text_.reserve(size); }

  void add(CodePoint code) {
    if (is_space(code) || (commas_ == Commas::become_spaces && is_comma(code))) {
      has_blank_ = !text_.empty();
    } else if (const auto letters = plain_spelling(code)) {
      append(*letters);
    } else if (is_quote(code)) {
      append({&kQuote, 1});
    } else if (utf8proc_category(code) == UTF8PROC_CATEGORY_PD) {
      append("-");
    } else if (may_be_dot_of_l(code)) {
      has_dot_ = true;
    } else if (!is_left_out(code)) {
      utf8proc_uint8_t bytes[4];
      const auto size = utf8proc_encode_char(code, bytes);
      append({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    }
  }

  [[nodiscard]] std::string take() {
    if (has_dot_) text_ += kMiddleDotText;
    return std::move(text_);
  }

 private:
  /// Catalan has a letter "ŀ" that Unicode decomposes into l and a middle dot: "col·legi". The next
  /// character decides: only between two l is the dot part of the letter, and dropped.
  [[nodiscard]] bool may_be_dot_of_l(CodePoint code) const {
    return code == kMiddleDot && !has_blank_ && !has_dot_ && text_.ends_with('l');
  }

  void append(std::string_view text) {
    const bool is_between_l = !has_blank_ && text.starts_with('l');
    if (std::exchange(has_dot_, false) && !is_between_l) text_ += kMiddleDotText;
    if (std::exchange(has_blank_, false)) text_ += ' ';
    text_ += text;
  }

  const Commas commas_;
  std::string text_;
  bool has_blank_ = false;
  bool has_dot_ = false;
};

/// Letters, their marks, and digits.
bool is_part_of_word(CodePoint code) {
  const auto category = utf8proc_category(code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/// Calls `visit(rest)` with the suffix that starts at each word, until it returns false.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    CodePoint code = 0;
    const auto size =
        utf8proc_iterate(bytes_of(rest), static_cast<utf8proc_ssize_t>(rest.size()), &code);
    const bool valid = size > 0;
    const bool begins = inside ? valid && begins_word(code) : !valid || !is_space(code);
    if (begins && !visit(rest)) return;
    inside = valid && is_part_of_word(code);
    at += valid ? static_cast<std::size_t>(size) : 1;
  }
}

/// Calls `visit(word)` with each part of `text` between spaces, until it returns false.
template <class Visit>
void for_each_word_of_key(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    if (!word.empty() && !visit(word)) return;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
}

/// The word without its quotes, unless it has no other characters.
std::string without_quotes(std::string_view word) {
  std::string rest(word);
  std::erase(rest, kQuote);
  if (rest.empty()) rest = word;
  return rest;
}

/// fold_name(), without the words that it appends.
std::string fold(std::string_view text, Commas commas) {
  FoldedText folded(text.size(), commas);
  if (is_ascii(text)) {
    for (const char c : to_lower_ascii(text)) folded.add(c);
    return folded.take();
  }
  const auto codes = decompose(text);
  if (!codes) return to_lower_ascii(text);
  for (const auto code : *codes) folded.add(code);
  return folded.take();
}

}  // namespace

std::string fold_name(std::string_view text) {
  auto folded = fold(text, Commas::stay);
  if (folded.find(kQuote) == std::string::npos) return folded;
  const auto name = folded;
  char separator = kBeforePlainWords;
  for_each_word_of_key(name, [&](std::string_view word) {
    const auto plain = without_quotes(word);
    if (!matches_word(folded, plain)) folded.append(1, std::exchange(separator, ' ')).append(plain);
    return true;
  });
  return folded;
}

std::string fold_key(std::string_view key) {
  auto folded = fold(key, Commas::become_spaces);
  if (folded.empty()) folded = fold(key, Commas::stay);  // A key of commas.
  if (folded.empty() && !is_blank(key)) return {kInNoName};
  std::string plain;
  for_each_word_of_key(folded, [&](std::string_view word) {
    if (!plain.empty()) plain += ' ';
    plain += without_quotes(word);
    return true;
  });
  return plain;
}

std::set<std::string> search_words(std::string_view folded_name) {
  std::set<std::string> words;
  for_each_word(folded_name, [&](std::string_view rest) {
    words.emplace(rest);
    return true;
  });
  return words;
}

bool has_words_inside(std::string_view folded_name) {
  bool found = false;
  for_each_word(folded_name, [&](std::string_view rest) {
    CodePoint code = 0;
    utf8proc_iterate(bytes_of(rest), static_cast<utf8proc_ssize_t>(rest.size()), &code);
    found = begins_word(code);
    return !found;
  });
  return found;
}

std::vector<std::size_t> word_offsets(std::string_view folded_name) {
  std::vector<std::size_t> offsets;
  for_each_word(folded_name, [&](std::string_view rest) {
    offsets.push_back(folded_name.size() - rest.size());
    return true;
  });
  return offsets;
}

bool matches_word(std::string_view folded_name, std::string_view folded_word) {
  bool found = false;
  for_each_word(folded_name, [&](std::string_view rest) {
    found = rest.starts_with(folded_word);
    return !found;
  });
  return found;
}

std::vector<std::string> words_of_key(std::string_view folded_key) {
  std::vector<std::string> words;
  for_each_word_of_key(folded_key, [&](std::string_view word) {
    words.emplace_back(word);
    return true;
  });
  std::ranges::stable_sort(words, std::ranges::greater(), &std::string::size);
  std::vector<std::string> kept;
  for (auto& word : words) {
    const auto begins_with_it = [&](const std::string& other) { return other.starts_with(word); };
    if (std::ranges::none_of(kept, begins_with_it)) kept.push_back(std::move(word));
  }
  return kept;
}

std::string end_of_prefix(std::string_view prefix) { return std::string(prefix) + '\xff'; }

bool matches_key(std::string_view folded_name, std::string_view uid, std::string_view folded_key,
                 SearchPlaces places) {
  bool found = true;
  for_each_word_of_key(folded_key, [&](std::string_view word) {
    found =
        (places.uid && uid.starts_with(word)) || (places.name && matches_word(folded_name, word));
    return found;
  });
  return found;
}

}  // namespace parley::core
