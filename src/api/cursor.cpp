#include "api/cursor.hpp"

#include <charconv>
#include <span>

#include <fmt/format.h>

#include "base/text.hpp"
#include "core/user/user.hpp"
#include "crypto/digest.hpp"

namespace parley::api {
namespace {

// Separates status, uid and name. Only the name, which comes last, may contain it.
constexpr char kSeparator = '\n';
constexpr std::string_view kOnline = "1";
constexpr std::string_view kOffline = "0";
constexpr int kHexadecimal = 16;

/// Removes the text up to and including the next separator and returns what was before it; nullopt
/// if there is no separator.
std::optional<std::string_view> take_part(std::string_view& text) {
  const auto separator = text.find(kSeparator);
  if (separator == std::string_view::npos) return std::nullopt;
  const auto part = text.substr(0, separator);
  text.remove_prefix(separator + 1);
  return part;
}

std::optional<std::string> from_hex(std::string_view digits) {
  if (digits.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (; !digits.empty(); digits.remove_prefix(2)) {
    std::uint8_t byte = 0;
    const auto* end = digits.data() + 2;
    const auto [stop, problem] = std::from_chars(digits.data(), end, byte, kHexadecimal);
    if (problem != std::errc{} || stop != end) return std::nullopt;
    bytes.push_back(static_cast<char>(byte));
  }
  return bytes;
}

}  // namespace

std::string to_cursor(const core::UserPosition& position) {
  const auto text = fmt::format("{}{}{}{}{}", position.online ? kOnline : kOffline, kSeparator,
                                position.uid, kSeparator, position.name);
  return crypto::to_hex(std::as_bytes(std::span(text)));
}

std::optional<core::UserPosition> from_cursor(std::string_view cursor) {
  const auto text = from_hex(cursor);
  if (!text || !is_utf8(*text)) return std::nullopt;
  std::string_view rest = *text;
  const auto status = take_part(rest);
  if (status != kOnline && status != kOffline) return std::nullopt;
  const auto uid = take_part(rest);
  if (!uid || !core::is_uid(*uid)) return std::nullopt;
  if (count_characters(rest) > core::kMaxNameLength) return std::nullopt;  // Folding takes time.
  return core::UserPosition{
      .name = std::string(rest), .uid = std::string(*uid), .online = status == kOnline};
}

}  // namespace parley::api
