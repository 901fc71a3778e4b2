// A fixture for tests of services: the real domain on the real store, with an app.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "core/domain.hpp"
#include "storage/sqlite/store.hpp"
#include "support/coroutine_runner.hpp"
#include "support/manual_clock.hpp"
#include "support/plain_hasher.hpp"
#include "support/repeating_store.hpp"
#include "support/temporary_directory.hpp"

namespace parley::test_support {

/// Time only passes when the test calls advance().
class DomainTest : public testing::Test {
 protected:
  static constexpr const char* kApp = "my-app";

  /// `draft`: the app, except for its id and name.
  explicit DomainTest(core::App draft = {}) {
    draft.id = kApp;
    draft.name = "My app";
    app = std::make_shared<const core::App>(
        runner.run(domain.apps.create(actor, std::move(draft))).value().app);
  }

  void create_user(const std::string& uid, const std::string& role = {}) {
    core::User user;
    user.uid = uid;
    user.name = "Name of " + uid;
    user.role = role;
    EXPECT_TRUE(runner.run(domain.users.create(actor, app, user, std::nullopt)));
  }

  /// Advances both clocks. Advancing only `clock` simulates a change of the system time.
  void advance(Time::duration duration) {
    clock.advance(duration);
    steady_clock.advance(duration);
  }

  std::unique_ptr<storage::sqlite::SqliteStore> open_store() {
    return storage::sqlite::SqliteStore::open(directory / "parley.db", {.bus = &bus}).value();
  }

  TemporaryDirectory directory;
  CoroutineRunner runner;  ///< Declared before the store, because it must outlive it.
  core::EventBus bus;
  std::unique_ptr<storage::sqlite::SqliteStore> store = open_store();
  RepeatingStore repeating{*store};
  ManualClock clock;
  ManualSteadyClock steady_clock;
  const core::Actor actor{core::ActorKind::account, "1000", "operator", ""};
  crypto::SystemRandom random;
  PlainHasher passwords;
  core::Domain domain{core::Environment{repeating, bus, clock, steady_clock, random}, passwords,
                      1000};
  std::shared_ptr<const core::App> app;
};

}  // namespace parley::test_support
