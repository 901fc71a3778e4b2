// A list of texts as a JSON array, the form in which columns and parameters hold it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/stored_json.hpp"

namespace parley::storage::sqlite {

[[nodiscard]] std::string to_json_list(std::span<const std::string> texts);

/// Reads what to_json_list wrote. nullopt when the text is something else; that is logged, with
/// `at` as the place, and the caller goes on with a value that does no harm: one bad row fails no
/// list.
[[nodiscard]] std::optional<std::vector<std::string>> from_json_list(std::string_view json,
                                                                     const StoredAt& at);

}  // namespace parley::storage::sqlite
