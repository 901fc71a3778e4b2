// Finds where the head of a request ends, and refuses heads whose lines could be read in two ways.
#pragma once

#include <cstddef>
#include <string_view>

namespace parley::http {

/// Fed with all bytes of a request that have arrived so far, again and again as more do.
class HeadScanner {
 public:
  enum class Verdict { incomplete, complete, malformed };

  /// `received` starts with the request line and, after the first call, only ever grows.
  Verdict scan(std::string_view received);

  /// Bytes up to and with the empty line. Valid after Verdict::complete.
  [[nodiscard]] std::size_t head_size() const { return head_size_; }

  /// What is wrong. Valid after Verdict::malformed.
  [[nodiscard]] std::string_view problem() const { return problem_; }

 private:
  std::size_t line_ = 0;  ///< Where the line starts that is not complete yet.
  std::size_t head_size_ = 0;
  std::string_view problem_;
};

}  // namespace parley::http
