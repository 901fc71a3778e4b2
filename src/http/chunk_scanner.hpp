// Rejects the lines of a chunked body as soon as they cannot become valid (RFC 9112, 7.1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parley::http {

/// Scans the lines before the content of one chunk, or after the content of the last one, while
/// they arrive: call scan() again whenever there are more bytes.
class ChunkScanner {
 public:
  /// For the first chunk of a body.
  ChunkScanner() = default;

  /// For a later chunk: its lines start with the CR LF that ends the content before it.
  static ChunkScanner after_content();

  /// Returns whether `lines` is valid so far. It is everything received from the start of the lines
  /// on; content that follows them is not scanned. Bytes that were passed before must not change;
  /// they are not scanned again.
  [[nodiscard]] bool scan(std::string_view lines);

  /// What is wrong, in words. Valid after scan() returned false.
  [[nodiscard]] std::string_view problem() const { return problem_; }

 private:
  /// What the next byte may be.
  enum class State {
    content_end,  ///< The CR after the content of a chunk.
    content_end_lf,
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
    trailer_start,  ///< A trailer, or the CR that ends the body.
    trailer_name,
    trailer_value,
    trailer_lf,
    last_lf,
    done,
    refused,
  };

  [[nodiscard]] State after(char c);
  [[nodiscard]] State after_size(char c);
  [[nodiscard]] State after_extension(char c) const;
  [[nodiscard]] State after_trailer(char c) const;
  [[nodiscard]] std::string_view describe(char c) const;

  State state_ = State::size_start;
  std::uint64_t size_ = 0;   ///< Of the chunk, as far as it is known.
  std::size_t scanned_ = 0;  ///< Bytes of the lines.
  std::string_view problem_;
};

}  // namespace parley::http
