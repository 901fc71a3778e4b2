#include "base/nearest_name.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace parley {
namespace {

constexpr std::size_t kLongest = 40;

/// The number of letters to insert, remove, replace or swap with the next one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  for (std::size_t j = 0; j < last.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::exchange(last, std::move(row));
  }
  return last.back();
}

/// Whether `word` is one of `words`, which are separated by single spaces.
bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

/// In lower case, without `_` and `-`.
std::string plain_name(std::string_view name) {
  auto plain = to_lower_ascii(name);
  std::erase_if(plain, [](char c) { return c == '_' || c == '-'; });
  return plain;
}

}  // namespace

std::string_view same_name(std::string_view name, std::span<const std::string_view> known) {
  const auto plain = plain_name(name);
  const auto same = std::ranges::find(known, plain, plain_name);
  return same == known.end() || plain.empty() ? std::string_view() : *same;
}

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> known) {
  if (name.size() > kLongest) return {};
  if (const auto same = same_name(name, known); !same.empty()) return same;
  std::string_view best;
  std::size_t least = ~std::size_t{0};
  const auto plain = to_lower_ascii(name);
  for (const auto candidate : known) {
    const auto lower = to_lower_ascii(candidate);
    const bool is_part = plain.size() >= 3 && (lower.starts_with(plain) || lower.ends_with(plain) ||
                                               plain.starts_with(lower));
    const auto wrong = is_part ? 1 : distance(plain, lower);
    if (wrong > std::max<std::size_t>(1, lower.size() / 3) || wrong >= least) continue;
    least = wrong;
    best = candidate;
  }
  return best;
}

std::string_view meant_name(std::string_view name, std::span<const std::string_view> known,
                            std::span<const Synonyms> synonyms) {
  if (const auto same = same_name(name, known); !same.empty()) return same;
  const auto plain = plain_name(name);
  for (const auto& [ours, others] : synonyms) {
    if (has_word(others, plain) && std::ranges::find(known, ours) != known.end()) return ours;
  }
  return nearest_name(name, known);
}

}  // namespace parley
