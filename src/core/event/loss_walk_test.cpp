// Two nodes on one store: the first makes changes, and the second receives their events over a link
// that is cut and restored while its caches are in use.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

#include "support/domain_test.hpp"
#include "support/pseudo_random.hpp"

namespace parley::core {
namespace {

constexpr std::size_t kUsers = 2;

/// A base class, so that they outlive the store.
struct Runners {
  std::array<test_support::CoroutineRunner, kUsers> own_runners;
};

class LossWalk : private Runners, public test_support::DomainTest {
 protected:
  static constexpr std::size_t kSessions = 60;

  struct Login {
    std::string token;
    std::string id;
    std::atomic<bool> is_ending = false;  ///< Or has ended.
    std::atomic<bool> has_ended = false;
  };

  LossWalk() {
    bus.subscribe([this](const Event& event) {
      if (is_linked_) link_.deliver(event);
    });
    create_user("ann");
    for (auto& login : logins_) {
      const auto issued = runner.run(domain.sessions.log_in(actor, app, "ann", {})).value();
      login.token = issued.token.expose();
      login.id = issued.session.id;
    }
  }

  void cut_or_restore_the_link() {
    if (is_linked_) {
      link_.lose_sync();
      is_linked_ = false;
    } else {
      is_linked_ = true;
      link_.recover();
    }
  }

  void end(Login& login) {
    login.is_ending = true;
    ASSERT_TRUE(runner.run(domain.sessions.end(actor, kApp, "ann", login.id)));
    login.has_ended = true;
  }

  /// Uses the tokens on the second node until all have ended.
  void use_tokens(std::size_t user) {
    auto& own_runner = own_runners.at(user);
    test_support::PseudoRandom dice(user + 1);
    while (!is_over_) {
      const auto& login = logins_.at(dice() % kSessions);
      const bool had_ended = login.has_ended;
      const bool is_accepted =
          own_runner.run(node_.sessions.authenticate(login.token, "127.0.0.1")).has_value();
      EXPECT_FALSE(had_ended && is_accepted);
      EXPECT_TRUE(login.is_ending || is_accepted);
      ++uses_;
    }
  }

  std::array<Login, kSessions> logins_;
  std::atomic<bool> is_linked_ = true;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> uses_ = 0;
  EventBus link_;
  Domain node_{Environment{*store, link_, clock, steady_clock, random}, passwords, 1000};
};

TEST_F(LossWalk, AnEndedSessionIsRefusedWhetherEventsArriveOrNot) {
  std::array<std::jthread, kUsers> users;
  for (std::size_t i = 0; i < users.size(); ++i)
    users.at(i) = std::jthread([this, i] { use_tokens(i); });
  test_support::PseudoRandom dice(3);
  for (auto& login : logins_) {
    for (const auto before = uses_.load(); uses_ < before + 50;) std::this_thread::yield();
    if (dice() % 3 == 0) cut_or_restore_the_link();
    end(login);
  }
  for (const auto before = uses_.load(); uses_ < before + 500;) std::this_thread::yield();
  is_over_ = true;
}

}  // namespace
}  // namespace parley::core
