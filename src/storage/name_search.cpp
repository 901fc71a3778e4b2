#include "storage/name_search.hpp"

#include <clocale>
#include <cwctype>
#include <stdexcept>

#include <locale.h>

namespace parley::storage {
namespace {

/// Independent of the locale of the process, so that every server folds alike.
locale_t unicode_locale() {
  static const locale_t locale = [] {
    const locale_t opened = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (opened == nullptr) throw std::runtime_error("the locale C.UTF-8 is missing");
    return opened;
  }();
  return locale;
}

/// A character and how many bytes it takes; a byte that is not UTF-8 stands for itself.
struct Character {
  wint_t code = 0;
  std::size_t size = 1;
  bool valid = true;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {.code = lead};
  const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  if (size == 1 || at + size > text.size()) return {.code = lead, .valid = false};
  wint_t code = lead & (0xffu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {.code = lead, .valid = false};
    code = code << 6 | (byte(i) & 0x3fu);
  }
  return {.code = code, .size = size};
}

void append(std::string& text, wint_t code) {
  const auto put = [&](wint_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xc0 | code >> 6);
    put(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    put(0xe0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  } else {
    put(0xf0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3f));
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  }
}

/// Calls `visit(rest)` with the text from each beginning of a word on, until it returns false.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const bool space = iswspace_l(character.code, unicode_locale()) != 0;
    if (!inside && !space && !visit(text.substr(at))) return;
    inside = iswalnum_l(character.code, unicode_locale()) != 0;
    at += character.size;
  }
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.valid) {
      append(folded, towlower_l(character.code, unicode_locale()));
    } else {
      folded.push_back(text[at]);
    }
    at += character.size;
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

bool matches_word(std::string_view folded_name, std::string_view folded_key) {
  bool found = false;
  for_each_word(folded_name, [&](std::string_view rest) {
    found = rest.starts_with(folded_key);
    return !found;
  });
  return found;
}

}  // namespace parley::storage
