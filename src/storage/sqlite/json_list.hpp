// A list of texts as a JSON array, the form in which columns and parameters hold it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::storage::sqlite {

[[nodiscard]] std::string to_json_list(std::span<const std::string> texts);

/// Reads what to_json_list wrote. Throws EngineError when the text is something else.
[[nodiscard]] std::vector<std::string> from_json_list(std::string_view json);

}  // namespace parley::storage::sqlite
