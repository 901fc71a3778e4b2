// UTF-8 and name search: two independent UTF-8 decoders agree, and all functions for the words of a
// name give consistent results.
#include <utf8proc.h>

#include <algorithm>

#include "base/text.hpp"
#include "core/name_search.hpp"
#include "support/fuzz.hpp"

namespace parley {
namespace {

using fuzz::check;

/// The number of code points according to utf8proc; nullopt if it finds the text malformed.
std::optional<std::size_t> count_with_utf8proc(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(size));
    ++count;
  }
  return count;
}

void check_words(std::string_view folded, std::string_view key) {
  const auto words = core::search_words(folded);
  std::set<std::string> at_offsets;
  for (const auto offset : core::word_offsets(folded)) at_offsets.emplace(folded.substr(offset));
  check(at_offsets == words, "offsets and words agree");
  const bool found =
      std::ranges::any_of(words, [&](const auto& word) { return word.starts_with(key); });
  check(core::matches_word(folded, key) == found, "a match is the start of a word");
  const auto each = core::words_of_key(key);
  const bool all =
      std::ranges::all_of(each, [&](const auto& word) { return core::matches_word(folded, word); });
  check(core::matches_key(folded, "", key, {.uid = false}) == all,
        "a key is found if and only if all its words are");
}

}  // namespace
}  // namespace parley

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::fuzz::check;
  const auto text = parley::fuzz::as_text(data, size);
  const auto count = parley::count_with_utf8proc(text);
  check(parley::is_utf8(text) == count.has_value(), "two UTF-8 decoders agree");
  if (count) check(parley::count_characters(text) == *count, "they count the same characters");
  const auto folded = parley::core::fold_name(text);
  if (count) {
    check(parley::is_utf8(folded), "a folded name is UTF-8");
    const auto name = folded.substr(0, folded.find('\n'));
    check(parley::core::fold_name(name) == folded, "folding is idempotent");
  }
  parley::check_words(folded, folded.substr(folded.size() / 2));
  parley::check_words(text, text.substr(0, 3));
  return 0;
}
