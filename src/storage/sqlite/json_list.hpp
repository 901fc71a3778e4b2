// Lists of texts as JSON arrays, as columns and parameters hold them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/stored_json.hpp"

namespace parley::storage::sqlite {

[[nodiscard]] std::string to_json_list(std::span<const std::string> texts);

/// Parses the output of to_json_list(). If `json` is anything else, logs that, with `at` as the
/// place, and returns nullopt. The caller then uses a harmless value, so that one unreadable row
/// does not fail a list.
[[nodiscard]] std::optional<std::vector<std::string>> from_json_list(std::string_view json,
                                                                     const StoredAt& at);

}  // namespace parley::storage::sqlite
