#include "realtime/frame.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace parley::realtime {
namespace {

// RFC 6455, 5.2 and 11.8.
constexpr unsigned kFin = 0x80;
constexpr unsigned kReserved = 0x70;
constexpr unsigned kOpcode = 0x0f;
constexpr unsigned kControl = 0x08;
constexpr unsigned kMasked = 0x80;
constexpr unsigned kLength = 0x7f;
constexpr unsigned kLength16 = 126;
constexpr unsigned kLength64 = 127;
constexpr std::size_t kMaskSize = 4;

enum Opcode : unsigned { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }

std::uint64_t big_endian(const char* bytes, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) number = number << 8U | byte_of(bytes[i]);
  return number;
}

void append_big_endian(std::string& out, std::uint64_t number, std::size_t count) {
  for (std::size_t i = count; i-- > 0;) out.push_back(static_cast<char>(number >> (8 * i)));
}

std::string frame(Opcode opcode, std::string_view payload) {
  std::string out;
  out.reserve(payload.size() + 10);
  out.push_back(static_cast<char>(kFin | opcode));
  if (payload.size() < kLength16) {
    out.push_back(static_cast<char>(payload.size()));
  } else if (payload.size() <= 0xffff) {
    out.push_back(static_cast<char>(kLength16));
    append_big_endian(out, payload.size(), 2);
  } else {
    out.push_back(static_cast<char>(kLength64));
    append_big_endian(out, payload.size(), 8);
  }
  return out.append(payload);
}

/// Whether a client may send this code in a close frame (RFC 6455, 7.4).
bool is_sent_code(std::uint64_t code) {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
         (code >= 3000 && code <= 4999);
}

}  // namespace

FrameReader::Event FrameReader::read(std::string_view& bytes) {
  if (std::exchange(told_, false)) std::string().swap(message_);  // `= {}` would keep the memory.
  while (!bytes.empty() || (in_payload_ && done_ == size_)) {
    if (in_payload_) {
      read_payload(bytes);
      if (done_ < size_) break;
      in_payload_ = false;
      have_ = 0;
      if (const auto event = finish_frame(); event != Event::none) return event;
      continue;
    }
    head_[have_++] = bytes.front();
    bytes.remove_prefix(1);
    if (have_ == 2 || have_ == head_size()) {
      if (const auto event = read_head(); event != Event::none) return event;
    }
  }
  return Event::none;
}

/// The size of the frame's head, once its first two bytes are read; before that, the largest size.
std::size_t FrameReader::head_size() const {
  if (have_ < 2) return kMaxHead;
  const auto length = byte_of(head_[1]) & kLength;
  return 2 + kMaskSize + (length == kLength16 ? 2 : length == kLength64 ? 8 : 0);
}

FrameReader::Event FrameReader::read_head() {
  const auto first = byte_of(head_[0]);
  if (have_ == 2) {
    if ((first & kReserved) != 0)
      return violate(CloseCode::protocol_error, "a reserved bit is set");
    if ((byte_of(head_[1]) & kMasked) == 0)
      return violate(CloseCode::protocol_error, "a frame is not masked");
    return check_head(first & kOpcode);
  }
  const auto length = byte_of(head_[1]) & kLength;
  size_ = length;
  if (length == kLength16) size_ = big_endian(&head_[2], 2);
  if (length == kLength64) size_ = big_endian(&head_[2], 8);
  if ((length == kLength16 && size_ < kLength16) || (length == kLength64 && size_ <= 0xffff))
    return violate(CloseCode::protocol_error, "a length is not encoded in the fewest bytes");
  opcode_ = static_cast<std::uint8_t>(first & kOpcode);
  if ((opcode_ & kControl) == 0 && size_ > kMaxMessage - message_.size())
    return violate(CloseCode::message_too_big, "a message is larger than 16384 bytes");
  done_ = 0;
  in_payload_ = true;
  control_size_ = 0;
  return Event::none;
}

FrameReader::Event FrameReader::check_head(unsigned opcode) {
  const auto length = byte_of(head_[1]) & kLength;
  const bool fin = (byte_of(head_[0]) & kFin) != 0;
  switch (opcode) {
    case continuation:
      if (!in_message_)
        return violate(CloseCode::protocol_error, "a continuation frame continues no message");
      return Event::none;
    case text:
      if (in_message_)
        return violate(CloseCode::protocol_error,
                       "a message begins before the previous one has ended");
      return Event::none;
    case binary: return violate(CloseCode::unsupported_data, "binary frames are not supported");
    case close:
    case ping:
    case pong:
      if (!fin || length > kMaxControl)
        return violate(CloseCode::protocol_error, "a control frame is fragmented or too long");
      return Event::none;
    default: return violate(CloseCode::protocol_error, "an opcode is unknown");
  }
}

void FrameReader::read_payload(std::string_view& bytes) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), size_ - done_));
  const char* mask = &head_[have_ - kMaskSize];
  const bool is_control = (opcode_ & kControl) != 0;
  if (!is_control) message_.reserve(message_.size() + static_cast<std::size_t>(size_ - done_));
  for (std::size_t i = 0; i < count; ++i) {
    const char c = static_cast<char>(bytes[i] ^ mask[(done_ + i) % kMaskSize]);
    if (is_control) {
      control_[control_size_++] = c;
    } else {
      message_.push_back(c);
    }
  }
  done_ += count;
  bytes.remove_prefix(count);
}

FrameReader::Event FrameReader::finish_frame() {
  switch (opcode_) {
    case ping: return Event::ping;
    case pong: return Event::pong;
    case close: return finish_close();
    default: break;
  }
  in_message_ = (byte_of(head_[0]) & kFin) == 0;
  if (in_message_) return Event::none;
  if (!is_utf8(message_)) return violate(CloseCode::invalid_text, "a text is not UTF-8");
  told_ = true;
  return Event::message;
}

FrameReader::Event FrameReader::finish_close() {
  const auto payload = control();
  close_code_ = CloseCode::normal;
  if (payload.empty()) return Event::close;
  const auto code = payload.size() < 2 ? 0 : big_endian(payload.data(), 2);
  if (!is_sent_code(code))
    return violate(CloseCode::protocol_error, "the code of a close frame is not valid");
  if (!is_utf8(payload.substr(2)))
    return violate(CloseCode::invalid_text, "the reason of a close frame is not UTF-8");
  close_code_ = static_cast<CloseCode>(code);
  return Event::close;
}

FrameReader::Event FrameReader::violate(CloseCode code, std::string_view problem) {
  close_code_ = code;
  problem_ = problem;
  return Event::violation;
}

std::string text_frame(std::string_view content) { return frame(text, content); }

std::string ping_frame() { return frame(ping, {}); }

std::string pong_frame(std::string_view payload) { return frame(pong, payload); }

std::string close_frame(CloseCode code, std::string_view reason) {
  std::string payload;
  append_big_endian(payload, static_cast<std::uint64_t>(code), 2);
  return frame(close, payload.append(reason));
}

}  // namespace parley::realtime
