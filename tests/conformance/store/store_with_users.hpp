// A fixture for cases about sessions.
#pragma once

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

/// Two users in one app, and one with the same uid in another app.
class StoreWithUsers : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    write([](core::Transaction& transaction) {
      return transaction.users().insert(kApp, sample_user("ann")) &&
             transaction.users().insert(kApp, sample_user("bob")) &&
             transaction.users().insert(kOtherApp, sample_user("ann"));
    });
  }

  core::Session insert(const core::Session& session) {
    write(
        [&](core::Transaction& transaction) { transaction.sessions().begin(session, kAnyNumber); });
    return session;
  }
};

}  // namespace parley::store_suite
