#include "daemon/command_line/password_prompt.hpp"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/command_line/operator_error.hpp"

namespace parley::daemon {
namespace {

/// Longer than any real password; keeps a long pipe from being read to its end.
constexpr std::size_t kLongestLine = 1024;

/// Turns off the echo of a terminal and restores it at the end. Meanwhile Ctrl-C
/// interrupts the reading instead of ending the process, which would leave the terminal without
/// echo.
class WithoutEcho {
 public:
  explicit WithoutEcho(int terminal) : terminal_(terminal) {
    ::tcgetattr(terminal_, &before_);
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal_, TCSAFLUSH, &quiet);
    struct sigaction interrupt {};
    interrupt.sa_handler = [](int) {};
    ::sigaction(SIGINT, &interrupt, &interrupt_before_);
  }
  WithoutEcho(const WithoutEcho&) = delete;
  WithoutEcho& operator=(const WithoutEcho&) = delete;
  ~WithoutEcho() {
    ::sigaction(SIGINT, &interrupt_before_, nullptr);
    ::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }

 private:
  int terminal_;
  termios before_{};
  struct sigaction interrupt_before_ {};
};

/// nullopt at the end of the input, if interrupted, or if the line is too long.
std::optional<SecretString> read_line(int input) {
  std::string line;
  line.reserve(kLongestLine);  // So that growing leaves no copies in memory.
  for (char next = 0; ::read(input, &next, 1) == 1;) {
    if (next == '\n') {
      if (line.ends_with('\r')) line.pop_back();
      return SecretString(std::move(line));
    }
    if (line.size() == kLongestLine) return std::nullopt;
    line.push_back(next);
  }
  if (line.empty()) return std::nullopt;
  return SecretString(std::move(line));
}

void say(int terminal, std::string_view text) {
  [[maybe_unused]] const auto ignored = ::write(terminal, text.data(), text.size());
}

std::optional<SecretString> ask(int terminal, std::string_view question) {
  const WithoutEcho quiet(terminal);
  say(terminal, question);
  auto answer = read_line(terminal);
  say(terminal, "\n");
  return answer;
}

}  // namespace

Result<SecretString> ask_for_new_password(int terminal) {
  auto first = ask(terminal, "New password: ");
  if (!first) return operator_error("no password was given");
  const auto second = ask(terminal, "Retype new password: ");
  if (!second) return operator_error("no password was given");
  if (first->expose() != second->expose()) return operator_error("the passwords do not match");
  return std::move(*first);
}

Result<SecretString> read_password(int input) {
  auto line = read_line(input);
  if (!line) return operator_error("no password was found on standard input");
  return std::move(*line);
}

}  // namespace parley::daemon
