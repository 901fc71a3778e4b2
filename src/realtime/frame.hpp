// Reads and writes WebSocket frames (RFC 6455) for a server. Why this does not use a library:
// docs/adr/0011-websocket-frames.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parley::realtime {

/// Why a connection is closed. Codes from 4000 on are our own; see contract/realtime.yaml.
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

/// The size limit of a client's message, in bytes.
inline constexpr std::size_t kMaxMessage = 16 * 1024;

/// Assembles a client's messages from the bytes that arrive, however they are split. Uses little
/// memory between messages. Must not be used again after Event::violation.
class FrameReader {
 public:
  enum class Event : std::uint8_t {
    none,     ///< More bytes are needed.
    message,  ///< A text is in message(): valid UTF-8, at most kMaxMessage bytes.
    ping,     ///< Answer with a pong with the payload control().
    pong,
    close,      ///< The client's last frame. close_code() is its code, or normal if it has none.
    violation,  ///< Close with close_code(). problem() says in words what is wrong.
  };

  /// Reads `bytes` up to the next event, and removes from their front what it has read. Event::none
  /// means that all are read.
  Event read(std::string_view& bytes);

  /// Valid until the next read().
  [[nodiscard]] const std::string& message() const { return message_; }
  /// The payload of a ping; valid until the next read().
  [[nodiscard]] std::string_view control() const { return {control_.data(), control_size_}; }
  [[nodiscard]] CloseCode close_code() const { return close_code_; }
  [[nodiscard]] std::string_view problem() const { return problem_; }

  /// Valid after Event::none: whether no part of a message or frame is pending, so that a new
  /// reader could take over.
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
  std::uint8_t have_ = 0;  ///< Bytes of the frame's head that were read.
  bool in_payload_ = false;
  bool in_message_ = false;  ///< More frames of the current message must follow.
  bool told_ = false;        ///< Event::message was returned; the next read() frees it.
  std::uint8_t opcode_ = 0;
  std::uint64_t size_ = 0;  ///< Size of the frame's payload.
  std::uint64_t done_ = 0;  ///< Bytes of the payload that were read.
  CloseCode close_code_ = CloseCode::normal;
  std::string_view problem_;
};

/// A text frame. `text` must be valid UTF-8.
[[nodiscard]] std::string text_frame(std::string_view text);

/// A ping without a payload. WebSocket clients answer it automatically.
[[nodiscard]] std::string ping_frame();

/// `payload`: at most 125 bytes.
[[nodiscard]] std::string pong_frame(std::string_view payload);

/// `reason`: at most 123 bytes of UTF-8.
[[nodiscard]] std::string close_frame(CloseCode code, std::string_view reason);

}  // namespace parley::realtime
