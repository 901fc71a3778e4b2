// International domain names (UTS #46), as browsers read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// The name in the form in which it is looked up: lower case, international labels in Punycode.
/// nullopt if a label is not a valid one, such as `xn--a`, or mixes directions of writing. Like
/// browsers, does not check ASCII characters or the lengths of labels. `name`: well-formed UTF-8.
[[nodiscard]] std::optional<std::string> domain_to_ascii(std::string_view name);

}  // namespace parley::core
