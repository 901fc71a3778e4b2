// Names of query parameters: which are known, and which one a misspelt name may mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/query.hpp"

namespace parley::api {

/// A name without the "[]" or "[3]" at its end, as lists are spelled in PHP and in Rails.
struct NameOfParameter {
  std::string_view base;
  bool is_indexed = false;
};
[[nodiscard]] NameOfParameter without_index(std::string_view name);

/// Why a call that has the parameters `known` refuses `name` (decoded); nullopt: it does not.
[[nodiscard]] std::optional<std::string> problem_of_name(std::string_view name,
                                                         ParameterNames known);

}  // namespace parley::api
