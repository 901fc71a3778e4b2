// Domains below which anybody can register a name, such as com and co.uk.
#pragma once

#include <string_view>

namespace parley::core {

/// Whether `host` is a suffix in the public suffix list's part for registries, which does not list
/// hosting platforms such as vercel.app. Names without a dot are. `host`: lower case, in Punycode,
/// without a dot at the end. Source: https://publicsuffix.org
[[nodiscard]] bool is_public_suffix(std::string_view host);

}  // namespace parley::core
