#include "api/cursor.hpp"

#include <charconv>
#include <span>

#include "base/text.hpp"
#include "core/user/user.hpp"
#include "crypto/digest.hpp"

namespace parley::api {
namespace {

// Between uid and name; no uid holds it.
constexpr char kSeparator = '\n';
constexpr int kHexadecimal = 16;

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
  const auto text = position.uid + kSeparator + position.name;
  return crypto::to_hex(std::as_bytes(std::span(text)));
}

std::optional<core::UserPosition> from_cursor(std::string_view cursor) {
  const auto text = from_hex(cursor);
  if (!text || !is_utf8(*text)) return std::nullopt;
  const auto separator = text->find(kSeparator);
  if (separator == std::string::npos) return std::nullopt;
  core::UserPosition position{.name = text->substr(separator + 1),
                              .uid = text->substr(0, separator)};
  if (!core::is_uid(position.uid)) return std::nullopt;
  return position;
}

}  // namespace parley::api
