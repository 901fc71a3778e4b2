#include "daemon/command_line/account.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <system_error>

namespace parley::daemon {
namespace {

using core::ActorKind;

TEST(AccountTest, HasANumberAndAName) {
  const core::Actor root{ActorKind::account, "0", "root", ""};
  EXPECT_EQ(account(0), root);
}

TEST(AccountTest, WithoutANameIsCalledByItsNumber) {
  const core::Actor unknown{ActorKind::account, "3999999999", "3999999999", ""};
  EXPECT_EQ(account(3'999'999'999), unknown);
}

TEST(AccountTest, IsKnownAtTheOtherEndOfASocket) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  EXPECT_EQ(peer_account(ends[0]), own_account());
  EXPECT_EQ(own_account().id, std::to_string(::geteuid()));
  ::close(ends[0]);
  ::close(ends[1]);
  EXPECT_THROW(static_cast<void>(peer_account(ends[0])), std::system_error);
}

}  // namespace
}  // namespace parley::daemon
