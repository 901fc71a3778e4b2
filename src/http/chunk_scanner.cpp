#include "http/chunk_scanner.hpp"

#include <limits>

#include "base/text.hpp"

namespace parley::http {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_control(char c) {
  constexpr char kDelete = '\x7f';
  return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == kDelete;
}

}  // namespace

ChunkScanner ChunkScanner::after_content() {
  ChunkScanner scanner;
  scanner.state_ = State::content_end;
  return scanner;
}

bool ChunkScanner::scan(std::string_view lines) {
  for (; scanned_ < lines.size() && state_ != State::done; ++scanned_) {
    const char c = lines[scanned_];
    const auto next = after(c);
    if (next == State::refused) {
      problem_ = describe(c);
      return false;
    }
    state_ = next;
  }
  return true;
}

/// The state after `c`. Accepts what Beast's parser accepts once it has all lines, but neither DEL
/// in a quoted value nor a trailer that continues on the next line.
ChunkScanner::State ChunkScanner::after(char c) {
  switch (state_) {
    case State::content_end: return c == '\r' ? State::content_end_lf : State::refused;
    case State::content_end_lf: return c == '\n' ? State::size_start : State::refused;
    case State::size_start:
    case State::size: return after_size(c);
    case State::size_lf:
      if (c != '\n') return State::refused;
      return size_ == 0 ? State::trailer_start : State::done;
    case State::trailer_start:
    case State::trailer_name:
    case State::trailer_value:
    case State::trailer_lf: return after_trailer(c);
    case State::last_lf: return c == '\n' ? State::done : State::refused;
    default: return after_extension(c);
  }
}

ChunkScanner::State ChunkScanner::after_size(char c) {
  const int digit = hex_digit(c);
  if (digit < 0) return state_ == State::size ? after_extension(c) : State::refused;
  if (size_ > std::numeric_limits<std::uint64_t>::max() / 16) return State::refused;
  size_ = size_ * 16 + static_cast<unsigned>(digit);
  return State::size;
}

ChunkScanner::State ChunkScanner::after_extension(char c) const {
  const bool in_token = is_token_character(c);
  switch (state_) {
    case State::name_start:
      if (is_blank(c)) return State::name_start;
      return in_token ? State::name : State::refused;
    case State::name:
    case State::name_end:
      if (c == '=') return State::value_start;
      if (is_blank(c)) return State::name_end;
      if (in_token && state_ == State::name) return State::name;
      break;
    case State::value_start:
      if (is_blank(c)) return State::value_start;
      if (c == '"') return State::quoted;
      return in_token ? State::value : State::refused;
    case State::value:
      if (in_token) return State::value;
      break;
    case State::quoted:
      if (c == '"') return State::quoted_end;
      if (c == '\\') return State::escaped;
      return is_control(c) ? State::refused : State::quoted;
    case State::escaped: return is_control(c) ? State::refused : State::quoted;
    default: break;
  }
  // A space may only stand before a semicolon or an equals sign, not at the end of the line.
  const bool is_open = state_ == State::extension || state_ == State::name_end;
  if (c == ';') return State::name_start;
  if (c == '\r' && !is_open) return State::size_lf;
  return is_blank(c) ? State::extension : State::refused;
}

ChunkScanner::State ChunkScanner::after_trailer(char c) const {
  switch (state_) {
    case State::trailer_name:
      if (c == ':') return State::trailer_value;
      return is_token_character(c) ? State::trailer_name : State::refused;
    case State::trailer_value:
      if (c == '\r') return State::trailer_lf;
      return is_control(c) ? State::refused : State::trailer_value;
    case State::trailer_lf: return c == '\n' ? State::trailer_start : State::refused;
    default: break;
  }
  if (c == '\r') return State::last_lf;
  return is_token_character(c) ? State::trailer_name : State::refused;
}

std::string_view ChunkScanner::describe(char c) const {
  if (c == '\n') return "a line ends with LF instead of CR LF";
  switch (state_) {
    case State::content_end_lf:
    case State::size_lf:
    case State::trailer_lf:
    case State::last_lf: return "a CR is not followed by an LF";
    case State::trailer_start:
    case State::trailer_name:
    case State::trailer_value: return "a trailer is not valid";
    default: return "a chunk is not valid";
  }
}

}  // namespace parley::http
