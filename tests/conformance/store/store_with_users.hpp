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

  core::Session insert(std::string_view app, const std::string& uid, const std::string& id,
                       Time created_at = at(80)) {
    return insert(sample_session(app, uid, id, created_at));
  }

  std::optional<core::Session> find(std::string_view app, std::string_view uid,
                                    std::string_view id) {
    return read(
        [&](core::Transaction& transaction) { return transaction.sessions().find(app, uid, id); });
  }

  std::optional<core::Session> find_by_digest(const crypto::Sha256& digest) {
    return read([&](core::Transaction& transaction) {
      return transaction.sessions().find_by_digest(digest);
    });
  }

  core::SessionPage list(std::string_view app, std::string_view uid, Time now = at(100),
                         std::uint32_t per_page = 100, std::uint32_t page = 1) {
    return read([&](core::Transaction& transaction) {
      return transaction.sessions().list_live(core::WalkPermit(), app, uid, now, per_page, page);
    });
  }

  void touch(const core::SessionUse& use, Time now) {
    write([&](core::Transaction& transaction) { transaction.sessions().touch({&use, 1}, now); });
  }

  static std::vector<std::string> ids(const std::vector<core::Session>& sessions) {
    std::vector<std::string> ids;
    for (const core::Session& session : sessions) ids.push_back(session.id);
    return ids;
  }
};

}  // namespace parley::store_suite
