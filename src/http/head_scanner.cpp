#include "http/head_scanner.hpp"

namespace parley::http {

HeadScanner::ScanResult HeadScanner::scan(std::string_view received) {
  while (line_ < received.size()) {
    if (line_ > 0 && (received[line_] == ' ' || received[line_] == '\t')) {
      problem_ = "a header is folded over several lines";
      return ScanResult::malformed;
    }
    const auto end = received.find('\n', line_);
    if (end == std::string_view::npos) break;
    if (end == line_ || received[end - 1] != '\r') {
      problem_ = "a line ends with LF instead of CR LF";
      return ScanResult::malformed;
    }
    if (end == line_ + 1) {
      head_size_ = end + 1;
      return ScanResult::complete;
    }
    line_ = end + 1;
  }
  return ScanResult::incomplete;
}

}  // namespace parley::http
