#include "core/url/host.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <boost/url/ipv6_address.hpp>
#include <boost/url/parse.hpp>

#include "base/text.hpp"
#include "core/url/idna.hpp"

namespace parley::core {
namespace {

/// Names that can be looked up have at most 253 characters. The time to sort the combining marks of
/// a longer one grows with the square of its length.
constexpr std::size_t kMostBytes = 1'000;

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

std::vector<std::string_view> split_at_dots(std::string_view text) {
  std::vector<std::string_view> labels;
  for (;;) {
    const auto dot = text.find('.');
    labels.push_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return labels;
    text.remove_prefix(dot + 1);
  }
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
  const auto name = percent_decoded(text);
  if (!is_utf8(name)) return std::nullopt;
  const auto host = domain_to_ascii(name);
  if (!host || host->empty() || !std::ranges::all_of(*host, is_allowed)) return std::nullopt;
  auto labels = split_at_dots(*host);
  if (labels.size() > 1 && labels.back().empty()) labels.pop_back();
  return ends_in_number(labels) ? ipv4_of(labels) : host;
}

}  // namespace parley::core
