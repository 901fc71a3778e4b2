#include "daemon/configuration/toml_guard.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace parley::daemon {
namespace {

constexpr std::string_view kTooLong = "the file is longer than 64 KiB";
static_assert(kMaxConfigurationBytes == 64 * 1024);
constexpr std::size_t kMaxDepth = 8;
constexpr std::size_t kMaxKeyParts = 8;
constexpr std::size_t kMaxWord = 64;  ///< Characters of a name or a number.

bool is_forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

bool is_in_words(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Scans the text once. Outside strings and comments it looks only for what would make the parser
/// recurse deeply or overflow a number.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<TomlProblem> scan() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '"' || c == '\'') {
        const auto line = line_;
        if (!skip_string()) return TomlProblem{line, "a string is not closed"};
        continue;
      }
      if (c == '#') {
        rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
        continue;
      }
      if (!count(c)) return TomlProblem{line_, "tables, arrays or keys are nested too deeply"};
      word_ = is_in_words(c) ? word_ + 1 : 0;
      if (word_ > kMaxWord) return TomlProblem{line_, "a name or a number is too long"};
      take();
    }
    if (depth_ > 0) return TomlProblem{opened_, "a bracket is not closed"};
    return std::nullopt;
  }

 private:
  void take() {
    if (rest_.front() == '\n') ++line_;
    rest_.remove_prefix(1);
  }

  /// False if the nesting is too deep.
  bool count(char c) {
    if (c == '\n') key_parts_ = 0;
    if (c == '.' && ++key_parts_ > kMaxKeyParts) return false;
    if (c == '[' || c == '{') {
      if (depth_++ == 0) opened_ = line_;
      return depth_ <= kMaxDepth;
    }
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
    return true;
  }

  /// False if the string is not closed.
  bool skip_string() {
    const char quote = rest_.front();
    const char three[] = {quote, quote, quote};
    const std::string_view long_quote(three, sizeof three);
    const bool is_multi_line = rest_.starts_with(long_quote);
    const auto end = is_multi_line ? long_quote : long_quote.substr(0, 1);
    rest_.remove_prefix(end.size());
    while (!rest_.empty()) {
      if (rest_.starts_with(end)) {
        rest_.remove_prefix(end.size());
        return true;
      }
      if (rest_.front() == '\n' && !is_multi_line) return false;
      if (rest_.front() == '\\' && quote == '"') take();
      if (!rest_.empty()) take();
    }
    return false;
  }

  std::string_view rest_;
  std::size_t line_ = 1;
  std::size_t depth_ = 0;
  std::size_t opened_ = 1;  ///< The line of the outermost open bracket.
  std::size_t key_parts_ = 0;
  std::size_t word_ = 0;  ///< Characters of the current word so far.
};

}  // namespace

std::optional<TomlProblem> find_toml_problem(std::string_view text) noexcept {
  if (text.size() > kMaxConfigurationBytes) return TomlProblem{0, kTooLong};
  if (!is_utf8(text)) return TomlProblem{0, "the file is not UTF-8"};
  if (const auto* bad = std::ranges::find_if(text, is_forbidden); bad != text.end()) {
    const auto line = std::ranges::count(text.begin(), bad, '\n') + 1;
    return TomlProblem{static_cast<std::size_t>(line), "a control character"};
  }
  return Scanner(text).scan();
}

}  // namespace parley::daemon
