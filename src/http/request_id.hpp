// The id of a request, by which it is found in the log.
#pragma once

#include <array>
#include <string_view>

namespace parley::http {

/// 16 hexadecimal digits, in practice unique everywhere: each thread counts from a random start.
/// Predictable, so not a secret.
class RequestId {
 public:
  RequestId();

  [[nodiscard]] std::string_view view() const { return {digits_.data(), digits_.size()}; }

 private:
  std::array<char, 16> digits_;
};

}  // namespace parley::http
