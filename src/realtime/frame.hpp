// WebSocket frames (RFC 6455), as a server reads and writes them. docs/adr says why no
// library does it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parley::realtime {

/// Why a connection is closed. Those from 4000 on are ours; see contract/realtime.yaml.
enum class CloseCode : std::uint16_t {
  normal = 1000,
  going_away = 1001,
  protocol_error = 1002,
  unsupported_data = 1003,
  invalid_text = 1007,
  policy_violation = 1008,
  message_too_big = 1009,
  internal_error = 1011,
  unauthenticated = 4001,
  silent = 4002,
  session_ended = 4003,
};

inline constexpr std::size_t kMaxMessage = 16 * 1024;  ///< Bytes of a client's message.

/// Puts a client's messages together from the bytes that arrive, however they are cut. Keeps little
/// between messages. After Event::violation it must not be used again.
class FrameReader {
 public:
  enum class Event : std::uint8_t {
    none,     ///< More bytes are needed.
    message,  ///< A text, in message(): well-formed UTF-8 of at most kMaxMessage bytes.
    ping,     ///< To be answered with control().
    pong,
    close,      ///< The client's last frame; close_code() is what it says.
    violation,  ///< close_code() says of what, problem() in words.
  };

  /// Reads on in `bytes` up to the next event, and takes what it has read off their front.
  Event read(std::string_view& bytes);

  /// Valid until the next read().
  [[nodiscard]] const std::string& message() const { return message_; }
  /// The payload of a ping; valid until the next read().
  [[nodiscard]] std::string_view control() const { return {control_.data(), control_size_}; }
  [[nodiscard]] CloseCode close_code() const { return close_code_; }
  [[nodiscard]] std::string_view problem() const { return problem_; }

  /// After Event::none: whether a new reader would go on as well as this one.
  [[nodiscard]] bool is_between_messages() const { return have_ == 0 && !in_message_; }

 private:
  static constexpr std::size_t kMaxHead = 14;
  static constexpr std::size_t kMaxControl = 125;

  [[nodiscard]] std::size_t head_size() const;
  Event read_head();
  Event check_head(unsigned opcode);
  void read_payload(std::string_view& bytes);
  Event finish_frame();
  Event finish_close();
  Event violate(CloseCode code, std::string_view problem);

  std::string message_;
  std::array<char, kMaxControl> control_;
  std::array<char, kMaxHead> head_;
  std::uint8_t control_size_ = 0;
  std::uint8_t have_ = 0;  ///< Bytes of the head.
  bool in_payload_ = false;
  bool in_message_ = false;  ///< Between the frames of one message.
  bool told_ = false;        ///< The message was handed out.
  std::uint8_t opcode_ = 0;
  std::uint64_t size_ = 0;  ///< Of the payload.
  std::uint64_t done_ = 0;  ///< Bytes of it that were read.
  CloseCode close_code_ = CloseCode::normal;
  std::string_view problem_;
};

/// A text frame. `text` is UTF-8.
[[nodiscard]] std::string text_frame(std::string_view text);

/// A ping without a payload: clients answer it by themselves.
[[nodiscard]] std::string ping_frame();

/// `payload`: at most 125 bytes.
[[nodiscard]] std::string pong_frame(std::string_view payload);

/// `reason`: at most 123 bytes of UTF-8.
[[nodiscard]] std::string close_frame(CloseCode code, std::string_view reason);

}  // namespace parley::realtime
