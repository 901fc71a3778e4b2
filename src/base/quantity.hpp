// Numbers with their unit, in the singular or the plural.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace parley {

/// "1 second", "2 seconds". `unit` is a singular whose plural ends in s.
[[nodiscard]] std::string quantity(std::integral auto count, std::string_view unit) {
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

}  // namespace parley
