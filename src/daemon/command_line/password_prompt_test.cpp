#include "daemon/command_line/password_prompt.hpp"

#include <gmock/gmock.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <thread>

namespace parley::daemon {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A terminal, and the person who uses it.
class PasswordPromptTest : public testing::Test {
 protected:
  PasswordPromptTest() { EXPECT_EQ(::openpty(&person_, &terminal_, nullptr, nullptr, nullptr), 0); }
  ~PasswordPromptTest() override {
    ::close(person_);
    ::close(terminal_);
  }

  void await(std::string_view text) {
    while (screen_.find(text) == std::string::npos) {
      char chunk[256];
      const auto size = ::read(person_, chunk, sizeof chunk);
      ASSERT_GT(size, 0);
      screen_.append(chunk, static_cast<std::size_t>(size));
    }
  }

  void type(std::string_view text) {
    ASSERT_EQ(::write(person_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }

  Result<SecretString> ask(std::string_view first, std::string_view second) {
    const std::jthread person([this, first, second] {
      await("New password: ");
      type(first);
      await("Retype new password: ");
      type(second);
    });
    return ask_for_new_password(terminal_);
  }

  [[nodiscard]] bool shows_what_is_typed() const {
    termios now{};
    EXPECT_EQ(::tcgetattr(terminal_, &now), 0);
    return (now.c_lflag & ECHO) != 0;
  }

  int person_ = -1;
  int terminal_ = -1;
  std::string screen_;
};

TEST_F(PasswordPromptTest, AsksTwiceAndShowsNothing) {
  const auto password = ask("correct horse\n", "correct horse\n");
  ASSERT_TRUE(password);
  EXPECT_EQ(password->expose(), "correct horse");
  EXPECT_TRUE(shows_what_is_typed());
  type("end of test\n");
  await("end of test");
  EXPECT_THAT(screen_, Not(HasSubstr("horse")));
}

TEST_F(PasswordPromptTest, TwoThatDifferAreRefused) {
  const auto password = ask("correct horse\n", "correct house\n");
  ASSERT_FALSE(password);
  EXPECT_EQ(password.error()->message, "the passwords do not match");
}

TEST_F(PasswordPromptTest, TheEndOfTheInputIsNoPassword) {
  const auto password = ask("correct horse\n", "\x04");
  ASSERT_FALSE(password);
  EXPECT_EQ(password.error()->message, "no password was given");
  EXPECT_TRUE(shows_what_is_typed());
}

class ReadPasswordTest : public testing::Test {
 protected:
  static Result<SecretString> read(std::string_view text) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    EXPECT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(ends[1]);
    auto password = read_password(ends[0]);
    ::close(ends[0]);
    return password;
  }
};

TEST_F(ReadPasswordTest, IsTheFirstLine) {
  EXPECT_EQ(read("correct horse\nmore\n")->expose(), "correct horse");
  EXPECT_EQ(read("correct horse\r\n")->expose(), "correct horse");
  EXPECT_EQ(read("correct horse")->expose(), "correct horse");
}

TEST_F(ReadPasswordTest, NothingOrFarTooMuchIsNone) {
  EXPECT_FALSE(read(""));
  EXPECT_FALSE(read(std::string(2000, 'x').append("\n")));
}

}  // namespace
}  // namespace parley::daemon
