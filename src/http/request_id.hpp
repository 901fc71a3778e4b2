// The number of a request, by which a person finds it in the log.
#pragma once

#include <array>
#include <string_view>

namespace parley::http {

/// 16 hexadecimal digits, unique in this process and in practice everywhere. Not a secret.
class RequestId {
 public:
  RequestId();

  [[nodiscard]] std::string_view view() const { return {digits_.data(), digits_.size()}; }

 private:
  std::array<char, 16> digits_;
};

}  // namespace parley::http
