#include "http/chunk_decoder.hpp"

#include <cctype>
#include <limits>

#include "base/text.hpp"

namespace parley::http {
namespace {

constexpr std::size_t kMaxSizeDigits = 16;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_control(char c) {
  constexpr char kDelete = '\x7f';
  return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == kDelete;
}

constexpr std::string_view kLength = "content-length";
constexpr std::string_view kEncoding = "transfer-encoding";

}  // namespace

void ChunkDecoder::FramingName::add(char c) {
  const auto continues = [&](std::string_view name) {
    return size_ < name.size() && name[size_] == std::tolower(static_cast<unsigned char>(c));
  };
  may_be_length_ = may_be_length_ && continues(kLength);
  may_be_encoding_ = may_be_encoding_ && continues(kEncoding);
  if (may_be_length_ || may_be_encoding_) ++size_;
}

bool ChunkDecoder::FramingName::is_complete() const {
  return (may_be_length_ && size_ == kLength.size()) ||
         (may_be_encoding_ && size_ == kEncoding.size());
}

ChunkDecoder::DecodeResult ChunkDecoder::decode(std::string_view received, std::size_t limit,
                                                std::string& body, std::size_t& consumed) {
  for (consumed = 0; consumed < received.size();) {
    if (state_ == State::content) {
      const auto content = received.substr(consumed, left_);
      body.append(content);
      consumed += content.size();
      left_ -= content.size();
      if (left_ == 0) state_ = State::content_end;
      continue;
    }
    const char c = received[consumed];
    const auto next = after(c);
    if (next == State::refused) {
      problem_ = describe(c);
      return DecodeResult::malformed;
    }
    state_ = next;
    ++consumed;
    if (state_ == State::content && left_ > limit - body.size()) return DecodeResult::too_large;
    if (state_ == State::complete) return DecodeResult::complete;
  }
  return DecodeResult::incomplete;
}

ChunkDecoder::State ChunkDecoder::after(char c) {
  switch (state_) {
    case State::content_end: return c == '\r' ? State::content_end_lf : State::refused;
    case State::content_end_lf:
      size_digits_ = 0;
      return c == '\n' ? State::size_start : State::refused;
    case State::size_start:
    case State::size: return after_size(c);
    case State::size_lf:
      if (c != '\n') return State::refused;
      return left_ == 0 ? State::trailer_start : State::content;
    case State::trailer_start:
    case State::trailer_name:
    case State::trailer_value:
    case State::trailer_lf: return after_trailer(c);
    case State::last_lf: return c == '\n' ? State::complete : State::refused;
    default: return after_extension(c);
  }
}

ChunkDecoder::State ChunkDecoder::after_size(char c) {
  const int digit = hex_digit(c);
  if (digit < 0) return state_ == State::size ? after_extension(c) : State::refused;
  if (left_ > std::numeric_limits<std::uint64_t>::max() / 16) return State::refused;
  if (++size_digits_ > kMaxSizeDigits && ++extension_bytes_ > kMaxExtensionBytes)
    return State::refused;
  left_ = left_ * 16 + static_cast<unsigned>(digit);
  return State::size;
}

ChunkDecoder::State ChunkDecoder::after_extension(char c) {
  if (c != '\r' && ++extension_bytes_ > kMaxExtensionBytes) return State::refused;
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

ChunkDecoder::State ChunkDecoder::after_trailer(char c) {
  if (++trailer_bytes_ > kMaxTrailerBytes) return State::refused;
  switch (state_) {
    case State::trailer_name:
      if (c == ':') return trailer_name_.is_complete() ? State::refused : State::trailer_value;
      break;
    case State::trailer_value:
      if (c == '\r') return State::trailer_lf;
      return is_control(c) ? State::refused : State::trailer_value;
    case State::trailer_lf: return c == '\n' ? State::trailer_start : State::refused;
    default: break;
  }
  if (state_ == State::trailer_start) {
    if (c == '\r') return State::last_lf;
    trailer_name_ = {};
  }
  trailer_name_.add(c);
  return is_token_character(c) ? State::trailer_name : State::refused;
}

std::string_view ChunkDecoder::describe(char c) const {
  if (extension_bytes_ > kMaxExtensionBytes) return "the extensions of the chunks are too long";
  if (trailer_bytes_ > kMaxTrailerBytes) return "the trailers are too long";
  if (c == '\n') return "a line ends with LF instead of CR LF";
  switch (state_) {
    case State::content_end_lf:
    case State::size_lf:
    case State::trailer_lf:
    case State::last_lf: return "a CR is not followed by an LF";
    case State::trailer_start:
    case State::trailer_name:
    case State::trailer_value:
      return trailer_name_.is_complete() ? "a trailer says where the body ends"
                                         : "a trailer is not valid";
    default: return "a chunk is not valid";
  }
}

}  // namespace parley::http
