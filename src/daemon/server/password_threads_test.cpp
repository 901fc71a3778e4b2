#include "daemon/server/password_threads.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

namespace parley::daemon {
namespace {

constexpr const char* kPassword = "correct horse";

class PasswordThreadsTest : public testing::Test {
 protected:
  template <class T>
  T run(Task<T> task) {
    auto result = asio::co_spawn(context_, std::move(task), asio::use_future);
    context_.restart();
    context_.run();
    return result.get();
  }

  core::PasswordCheck verify(const char* password, const std::string& hash) {
    return run(threads_.verify(SecretString(password), hash, core::HashedFor::stranger)).value();
  }

  asio::io_context context_;
  PasswordThreads threads_;
};

TEST_F(PasswordThreadsTest, VerifyWhatTheyHashed) {
  const auto hash = run(threads_.hash(SecretString(kPassword))).value();
  EXPECT_TRUE(verify(kPassword, hash).matches);
  EXPECT_FALSE(verify(kPassword, hash).needs_rehash);
  EXPECT_FALSE(verify("wrong password", hash).matches);
}

TEST_F(PasswordThreadsTest, NoHashMatchesNothingAndTakesAsLong) {
  const auto hash = run(threads_.hash(SecretString(kPassword))).value();
  const auto time_of = [&](const std::string& tried) {
    auto least = std::chrono::steady_clock::duration::max();
    for (int i = 0; i < 3; ++i) {
      const auto start = std::chrono::steady_clock::now();
      EXPECT_FALSE(verify("password", tried).matches);
      least = std::min(least, std::chrono::steady_clock::now() - start);
    }
    return least;
  };
  // The same work; other programs may delay either, but not tenfold.
  EXPECT_GT(time_of("") * 10, time_of(hash));
}

TEST_F(PasswordThreadsTest, ResumeOnTheCoreThatAsked) {
  const auto here = std::this_thread::get_id();
  std::thread::id there;
  auto ask = [&]() -> Task<void> {
    SecretString password(kPassword);
    (void)co_await threads_.hash(std::move(password));
    there = std::this_thread::get_id();
  };
  asio::co_spawn(context_, ask(), asio::detached);
  context_.run();
  EXPECT_EQ(there, here);
}

TEST_F(PasswordThreadsTest, RefuseStrangersWhoWouldWaitTooLongAndNoAdministrator) {
  constexpr auto kMost = PasswordThreads::kThreads + PasswordThreads::kMostWaiting;
  constexpr std::size_t kStrangers = 60;
  std::size_t refused = 0;
  std::size_t verified = 0;
  std::size_t verified_before_administrator = kStrangers;
  auto ask = [&](core::HashedFor whom) -> Task<void> {
    SecretString password(kPassword);
    std::string no_hash_at_all = "x";
    const auto check =
        co_await threads_.verify(std::move(password), std::move(no_hash_at_all), whom);
    if (whom == core::HashedFor::administrator) {
      EXPECT_TRUE(check);
      verified_before_administrator = verified;
    } else if (check) {
      ++verified;
    } else {
      ++refused;
      EXPECT_EQ(check.error().code, ErrorCode::kErrServiceUnavailable);
      EXPECT_GT(check.error()->retry_after, 0);
    }
  };
  // Real hashes, which are slow, so that all are waiting before the first is done.
  const auto hash = run(threads_.hash(SecretString(kPassword))).value();
  auto occupy = [&]() -> Task<void> {
    SecretString password(kPassword);
    std::string copy = hash;
    (void)co_await threads_.verify(std::move(password), std::move(copy), core::HashedFor::stranger);
  };
  for (std::size_t i = 0; i < PasswordThreads::kThreads; ++i) {
    asio::co_spawn(context_, occupy(), asio::detached);
  }
  for (std::size_t i = 0; i < kStrangers; ++i) {
    asio::co_spawn(context_, ask(core::HashedFor::stranger), asio::detached);
  }
  asio::co_spawn(context_, ask(core::HashedFor::administrator), asio::detached);
  context_.restart();
  context_.run();
  EXPECT_EQ(verified, kMost - PasswordThreads::kThreads);
  EXPECT_EQ(refused, kStrangers - verified);
  EXPECT_LT(verified_before_administrator, verified) << "the administrator had a thread at once";
  EXPECT_FALSE(verify(kPassword, "").matches) << "strangers are accepted again";
}

}  // namespace
}  // namespace parley::daemon
