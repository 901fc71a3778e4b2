// Finds the end of a request's head, and rejects heads that parsers could split differently.
#pragma once

#include <cstddef>
#include <string_view>

namespace parley::http {

/// Scans one head while it arrives: call scan() again whenever there are more bytes.
class HeadScanner {
 public:
  enum class ScanResult { incomplete, complete, malformed };

  /// `received` is everything received so far, from the request line on. Bytes that were passed
  /// before must not change; they are not scanned again.
  ScanResult scan(std::string_view received);

  /// The size of the head in bytes, including the empty line. Valid after ScanResult::complete.
  [[nodiscard]] std::size_t head_size() const { return head_size_; }

  /// What is wrong, in words. Valid after ScanResult::malformed.
  [[nodiscard]] std::string_view problem() const { return problem_; }

 private:
  std::size_t line_ = 0;  ///< Where the first incomplete line starts.
  std::size_t head_size_ = 0;
  std::string_view problem_;
};

}  // namespace parley::http
