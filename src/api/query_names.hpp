// Names of query parameters: checks them and suggests corrections for misspelt ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/query.hpp"

namespace parley::api {

/// A name without the "[]" or "[3]" at its end, which PHP and Rails use for lists.
struct NameOfParameter {
  std::string_view base;
  bool is_indexed = false;
};
[[nodiscard]] NameOfParameter without_index(std::string_view name);

/// Why a call with the parameters `known` refuses `name` (decoded); nullopt if it accepts it.
[[nodiscard]] std::optional<std::string> problem_of_name(std::string_view name,
                                                         ParameterNames known);

}  // namespace parley::api
