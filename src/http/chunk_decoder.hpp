// Decodes the body of a request whose Transfer-Encoding is chunked (RFC 9112, 7.1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parley::http {

/// Decodes byte by byte, so that the result never depends on how the bytes were split, and the
/// first byte that cannot be valid ends it. Stricter than RFC 9112 asks: no DEL in a quoted value,
/// no trailer that continues on the next line, and none that says where a body ends. Trailers are
/// checked and dropped.
class ChunkDecoder {
  /// Recognises, letter by letter, the names of headers that say where a body ends.
  class FramingName {
   public:
    void add(char c);
    [[nodiscard]] bool is_complete() const;

   private:
    std::uint8_t size_ = 0;
    bool may_be_length_ = true;
    bool may_be_encoding_ = true;
  };

 public:
  enum class DecodeResult { incomplete, complete, malformed, too_large };

  /// Bytes of all extensions of a body, with digits of a size beyond the 16th.
  static constexpr std::size_t kMaxExtensionBytes = 1024;
  static constexpr std::size_t kMaxTrailerBytes = std::size_t{16} * 1024;

  /// Decodes `received`, the bytes after those of the last call, and appends the content of the
  /// chunks to `body`. Returns too_large as soon as a chunk is announced that would make `body`
  /// longer than `limit` bytes. Sets `consumed` to the number of bytes used: all of them, if the
  /// result is incomplete.
  DecodeResult decode(std::string_view received, std::size_t limit, std::string& body,
                      std::size_t& consumed);

  /// What is wrong, in words. Valid after DecodeResult::malformed.
  [[nodiscard]] std::string_view problem() const { return problem_; }

 private:
  /// What the next byte may be.
  enum class State {
    size_start,
    size,
    extension,  ///< The semicolon before an extension, after a space.
    name_start,
    name,
    name_end,  ///< What follows the name of an extension, after a space.
    value_start,
    value,
    quoted,
    escaped,
    quoted_end,
    size_lf,
    content,
    content_end,  ///< The CR after the content of a chunk.
    content_end_lf,
    trailer_start,  ///< A trailer, or the CR that ends the body.
    trailer_name,
    trailer_value,
    trailer_lf,
    last_lf,
    complete,
    refused,
  };

  [[nodiscard]] State after(char c);
  [[nodiscard]] State after_size(char c);
  [[nodiscard]] State after_extension(char c);
  [[nodiscard]] State after_trailer(char c);
  [[nodiscard]] std::string_view describe(char c) const;

  State state_ = State::size_start;
  std::uint64_t left_ = 0;  ///< Bytes of the content of the chunk that have not arrived.
  std::string_view problem_;
  // Small, because the frame of Connection::answer_request() contains this.
  std::uint32_t size_digits_ = 0;
  std::uint32_t extension_bytes_ = 0;
  std::uint32_t trailer_bytes_ = 0;
  FramingName trailer_name_;
};

}  // namespace parley::http
