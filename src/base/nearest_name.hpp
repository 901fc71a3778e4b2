// Finds the name that a misspelt one was probably meant to be.
#pragma once

#include <span>
#include <string_view>

namespace parley {

/// The name in `known` that differs from `name` only in case, `_` and `-`; empty if there is none.
[[nodiscard]] std::string_view same_name(std::string_view name,
                                         std::span<const std::string_view> known);

/// That name, or else the name in `known` closest to `name`, ignoring case; empty if none is close.
/// A third of the letters may be wrong or swapped, the beginning or the end may be missing, or
/// letters may be appended. A very long name is not taken for a misspelling.
[[nodiscard]] std::string_view nearest_name(std::string_view name,
                                            std::span<const std::string_view> known);

/// Names that others have for something that is called `name` here: in lower case, without `_` and
/// `-`, separated by single spaces.
struct Synonyms {
  std::string_view name;
  std::string_view others;
};

/// The name in `known` that `name` probably means: same_name(), or else one with the synonym
/// `name`, or else nearest_name(). Empty if there is none.
[[nodiscard]] std::string_view meant_name(std::string_view name,
                                          std::span<const std::string_view> known,
                                          std::span<const Synonyms> synonyms);

}  // namespace parley
