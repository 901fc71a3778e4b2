// The domain goes on after a handler of an event has thrown: the change is committed already.
#include <gmock/gmock.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using testing::ElementsAre;

class ThrowingHandlerTest : public test_support::DomainTest {
 protected:
  static constexpr const char* kBroken = "bob";

  /// The last handler throws when it is notified of this user.
  ThrowingHandlerTest() {
    bus.subscribe([this](const Event& event) { delivered.push_back(event.uid); });
    bus.subscribe([](const Event& event) {
      if (event.uid == kBroken) throw std::runtime_error("a bug");
    });
  }

  /// `find` tells whether memory has what the coroutine `load` returns. It must not have it any
  /// more once a handler has thrown, and must have it when it was loaded again.
  template <class Load, class Find>
  void expect_to_be_forgotten(Load load, Find find) {
    const auto check = [&]() -> Task<bool> {
      for (int i = 0; i < 2; ++i) {
        const bool is_loaded = co_await load();
        EXPECT_TRUE(is_loaded);
        // Some caches are per thread, and only a co_await changes the thread.
        EXPECT_TRUE(find());
        bus.deliver({.kind = EventKind::user_changed, .uid = kBroken, .id = bus.now().event + 1});
        EXPECT_FALSE(find());
      }
      co_return true;
    };
    EXPECT_TRUE(runner.run(check()));
  }

  std::vector<std::string> delivered;  ///< The uids of events, in order.
};

TEST_F(ThrowingHandlerTest, TheChangeIsMadeAndLaterEventsFollowInOrder) {
  for (const auto* uid : {"ann", kBroken, "cay"}) create_user(uid);
  EXPECT_THAT(delivered, ElementsAre("ann", kBroken, "", "cay")) << "events_missed has no uid";
  EXPECT_TRUE(bus.in_sync());
  EXPECT_EQ(runner.run(domain.users.list(kApp, {})).value().total, 3U);
}

TEST_F(ThrowingHandlerTest, OtherEventsOfTheSameTransactionFollowInOrder) {
  const Status written = runner.run(store->write([](Transaction& transaction) -> Status {
    for (const auto* uid : {"ann", kBroken, kBroken, "cay"})
      transaction.events().append({.kind = EventKind::user_active, .app_id = kApp, .uid = uid});
    return {};
  }));
  EXPECT_TRUE(written);
  EXPECT_THAT(delivered, ElementsAre("ann", kBroken, "", kBroken, "", "cay"));
  EXPECT_TRUE(bus.in_sync());
}

TEST_F(ThrowingHandlerTest, EveryCacheForgetsWhatMayHaveChanged) {
  create_user("ann");
  const auto token =
      runner.run(domain.sessions.log_in(actor, app, "ann", {})).value().token.expose();
  const auto secret = runner.run(domain.api_keys.create(actor, kApp, "Key", Scope::auth_only))
                          .value()
                          .secret.expose();
  {
    SCOPED_TRACE("sessions");
    const auto load = [&]() -> Task<bool> {
      const auto loaded = co_await domain.sessions.inspect(token);
      co_return loaded.has_value();
    };
    expect_to_be_forgotten(load, [&] {
      return domain.sessions.authenticate_in_memory(token, "127.0.0.1") != nullptr;
    });
  }
  {
    SCOPED_TRACE("apps");
    const auto load = [&]() -> Task<bool> {
      const auto loaded = co_await domain.apps.find(kApp);
      co_return loaded.has_value() && *loaded != nullptr;
    };
    expect_to_be_forgotten(load, [&] { return domain.apps.find_in_memory(kApp).has_value(); });
  }
  {
    SCOPED_TRACE("API keys");
    const auto load = [&]() -> Task<bool> {
      const auto loaded = co_await domain.api_keys.authenticate(secret);
      co_return loaded.has_value();
    };
    expect_to_be_forgotten(
        load, [&] { return domain.api_keys.authenticate_in_memory(secret) != nullptr; });
  }
}

}  // namespace
}  // namespace parley::core
