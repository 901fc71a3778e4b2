#include "core/url/idna.hpp"

#include <unicode/uidna.h>

#include <cstddef>
#include <cstdint>

#include "base/text.hpp"

namespace parley::core {
namespace {

/// Checks that browsers do not make: a URL may have any name that could be looked up.
constexpr std::uint32_t kIgnoredErrors =
    UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
    UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

/// Never closed. Thread-safe: ICU does not change it. nullptr if ICU's data is missing.
const UIDNA* mapping() {
  static const UIDNA* const mapping = [] {
    UErrorCode failure = U_ZERO_ERROR;
    return uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII,
                           &failure);
  }();
  return mapping;
}

}  // namespace

std::optional<std::string> domain_to_ascii(std::string_view name) {
  auto lower = to_lower_ascii(name);
  if (is_ascii(lower) && lower.find("xn--") == std::string::npos) return lower;
  if (mapping() == nullptr) return std::nullopt;
  std::string ascii;
  const auto convert = [&](UErrorCode& failure) {
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto size = uidna_nameToASCII_UTF8(
        mapping(), name.data(), static_cast<std::int32_t>(name.size()), ascii.data(),
        static_cast<std::int32_t>(ascii.size()), &info, &failure);
    ascii.resize(static_cast<std::size_t>(size));
    return (info.errors & ~kIgnoredErrors) == 0;
  };
  UErrorCode too_short = U_ZERO_ERROR;
  if (!convert(too_short)) return std::nullopt;
  UErrorCode failure = U_ZERO_ERROR;
  if (!convert(failure) || U_FAILURE(failure)) return std::nullopt;
  return ascii;
}

}  // namespace parley::core
