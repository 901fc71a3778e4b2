#include "daemon/command_line/shell_word.hpp"

#include <gtest/gtest.h>

namespace parley::daemon {
namespace {

TEST(ShellWord, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(shell_word("/var/lib/parley-2_a.b"), "/var/lib/parley-2_a.b");
  EXPECT_EQ(shell_word("ann+x@example.com"), "ann+x@example.com");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("my data"), "'my data'");
  EXPECT_EQ(shell_word("a`b$c"), "'a`b$c'");
  EXPECT_EQ(shell_word("Ann's"), R"('Ann'\''s')");
}

}  // namespace
}  // namespace parley::daemon
