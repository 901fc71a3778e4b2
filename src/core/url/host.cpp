#include "core/url/host.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <boost/url/ipv6_address.hpp>
#include <boost/url/parse.hpp>

#include "base/text.hpp"
#include "core/url/punycode.hpp"

namespace parley::core {
namespace {

/// Names that can be looked up have at most 253 characters. The time to sort the combining marks of
/// a longer one grows with the square of its length.
constexpr std::size_t kMostBytes = 1'000;

int hex_digit(char c) {
  int digit = -1;
  std::from_chars(&c, &c + 1, digit, 16);
  return digit;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    decoded += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
    if (low >= 0) i += 2;
  }
  return decoded;
}

/// `text` as mapped by utf8proc with `options`; empty if that fails.
std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* result = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result,
                                 static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(result, &std::free);
  if (size <= 0) return {};
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> codes;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) return {};
    codes.push_back(static_cast<char32_t>(code));
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return codes;
}

/// The code points that UTS #46 ignores.
bool is_left_out(char32_t code) {
  return code == 0xAD || code == 0x34F || (code >= 0x180B && code <= 0x180D) || code == 0x200B ||
         code == 0x2060 || code == 0x2064 || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

/// Direction controls and other invisible characters, except joiners, which some names need.
bool is_refused(char32_t code) {
  const bool is_joiner = code == 0x200C || code == 0x200D;
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->ignorable && !is_joiner;
}

void append_lower_case(std::string& out, char32_t code) {
  constexpr char32_t kIdeographicStop = 0x3002;
  if (code == kIdeographicStop) {
    out += '.';
  } else if (code == 0x130) {
    out += "i\u0307";  // A capital I with a dot keeps the dot.
  } else {
    const bool is_cherokee = code >= 0x13A0 && code <= 0x13F5;  // Capitals are the usual form.
    const auto plain = static_cast<utf8proc_int32_t>(code);
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(is_cherokee ? plain : utf8proc_tolower(plain), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
}

/// Maps a name as UTS #46 does for lookups: compatibility mapping and lower case. Empty if the name
/// has characters that are not allowed.
std::string mapped_for_lookup(std::string_view text) {
  std::string lower;
  for (const auto code : code_points(mapped(text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT))) {
    if (is_left_out(code)) continue;
    if (is_refused(code)) return {};
    append_lower_case(lower, code);
  }
  return mapped(lower, UTF8PROC_COMPOSE);
}

std::vector<std::string_view> split_at_dots(std::string_view text) {
  std::vector<std::string_view> labels;
  for (;;) {
    const auto dot = text.find('.');
    labels.push_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return labels;
    text.remove_prefix(dot + 1);
  }
}

/// Encodes the labels that are not ASCII in Punycode.
std::optional<std::string> to_ascii(std::string_view name) {
  std::string ascii;
  for (const auto label : split_at_dots(name)) {
    if (!ascii.empty() || label.data() != name.data()) ascii += '.';
    if (is_ascii(label)) {
      ascii += label;
      continue;
    }
    const auto encoded = to_punycode(code_points(label));
    if (!encoded) return std::nullopt;
    ascii.append("xn--").append(*encoded);
  }
  return ascii;
}

bool is_allowed(char c) {
  constexpr std::string_view kForbidden = " #/:<>?@[\\]^|%\x7F";
  return c > ' ' && kForbidden.find(c) == std::string_view::npos;
}

/// Decimal, or hexadecimal after 0x, or octal after 0.
std::optional<std::uint64_t> number_in_address(std::string_view text) {
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    text.remove_prefix(2);
    base = 16;
  } else if (text.size() > 1 && text.starts_with('0')) {
    text.remove_prefix(1);
    base = 8;
  }
  std::uint64_t number = 0;
  if (text.empty()) return base == 16 ? std::optional<std::uint64_t>(0) : std::nullopt;
  const auto* end = text.data() + text.size();
  const auto [stop, code] = std::from_chars(text.data(), end, number, base);
  if (stop != end || code == std::errc::invalid_argument) return std::nullopt;
  return code == std::errc{} ? number : ~std::uint64_t{0};
}

bool ends_in_number(const std::vector<std::string_view>& labels) {
  const auto& last = labels.back();
  const bool has_digits_only =
      !last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos;
  return has_digits_only || (last.starts_with("0x") && number_in_address(last));
}

/// An IPv4 address from one to four numbers, the last of which fills the remaining bytes.
std::optional<std::string> ipv4_of(const std::vector<std::string_view>& labels) {
  if (labels.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto number = number_in_address(labels[i]);
    const bool is_last = i + 1 == labels.size();
    const auto limit = is_last ? std::uint64_t{1} << (8 * (4 - i)) : 256;
    if (!number || *number >= limit) return std::nullopt;
    address += is_last ? *number : *number << (8 * (3 - i));
  }
  return fmt::format("{}.{}.{}.{}", address >> 24, address >> 16 & 255, address >> 8 & 255,
                     address & 255);
}

using Groups = std::array<unsigned, 8>;

/// The first of the longest runs of two or more zero groups, as [first, last); empty if there is
/// none.
std::pair<std::size_t, std::size_t> longest_zeros(const Groups& groups) {
  std::pair<std::size_t, std::size_t> longest{groups.size(), groups.size()};
  std::size_t most = 1;
  for (std::size_t first = 0; first < groups.size(); ++first) {
    std::size_t last = first;
    while (last < groups.size() && groups.at(last) == 0) ++last;
    if (last - first > most) {
      most = last - first;
      longest = {first, last};
    }
  }
  return longest;
}

/// Serialises as in https://url.spec.whatwg.org/#concept-ipv6-serializer, which differs from Boost
/// in single zeros and mapped IPv4 addresses.
std::optional<std::string> ipv6_of(std::string_view text) {
  const auto address = boost::urls::parse_ipv6_address({text.data(), text.size()});
  if (!address) return std::nullopt;
  const auto bytes = address->to_bytes();
  Groups groups{};
  for (std::size_t i = 0; i < groups.size(); ++i)
    groups.at(i) = bytes.at(2 * i) * 256U + bytes.at(2 * i + 1);
  const auto [first, last] = longest_zeros(groups);
  std::string written = "[";
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == first) written += i == 0 ? "::" : ":";
    if (i >= first && i < last) continue;
    fmt::format_to(std::back_inserter(written), "{:x}{}", groups.at(i),
                   i + 1 < groups.size() ? ":" : "");
  }
  return written + "]";
}

}  // namespace

std::optional<std::string> parse_web_host(std::string_view text) {
  if (text.size() > kMostBytes) return std::nullopt;
  if (text.starts_with('[') && text.ends_with(']')) return ipv6_of(text.substr(1, text.size() - 2));
  auto name = percent_decoded(text);
  if (!is_utf8(name)) return std::nullopt;
  if (!is_ascii(name)) name = mapped_for_lookup(name);
  const auto host = to_ascii(to_lower_ascii(name));
  if (!host || host->empty() || !std::ranges::all_of(*host, is_allowed)) return std::nullopt;
  auto labels = split_at_dots(*host);
  if (labels.size() > 1 && labels.back().empty()) labels.pop_back();
  return ends_in_number(labels) ? ipv4_of(labels) : host;
}

}  // namespace parley::core
