// A fixture for tests of the presence service, on the real domain.
#pragma once

#include <chrono>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "support/domain_test.hpp"

namespace parley::test_support {

class Announcements final : public core::PresenceListener {
 public:
  void announce(std::shared_ptr<const core::Announcement> announcement) override {
    if (announcement->user.user.uid == cannot_render) throw std::runtime_error("not renderable");
    if (announcement->user.user.uid == too_large) throw std::bad_alloc();
    announced.push_back(std::move(announcement));
  }
  void notify(std::shared_ptr<const core::UserNotice> notice) override {
    if (notice->about.user.uid == cannot_render) throw std::runtime_error("not renderable");
    notices.push_back(std::move(notice));
  }

  void message_lost() noexcept override { ++lost; }

  std::string cannot_render;  ///< Announcements and notices of this user throw.
  std::string too_large;      ///< There is no memory for announcements of this user.
  int lost = 0;               ///< Calls of message_lost().
  std::vector<std::shared_ptr<const core::Announcement>> announced;
  std::vector<std::shared_ptr<const core::UserNotice>> notices;
};

/// There are the roles "red" and "blue". Tests decide when changes are announced.
class PresenceServiceTest : public DomainTest {
 protected:
  PresenceServiceTest() {
    domain.presence.set_listener(listener);
    for (const auto* role : {"red", "blue"}) {
      core::Role made;
      made.id = made.name = role;
      EXPECT_TRUE(runner.run(domain.roles.create(actor, kApp, made)));
    }
  }

  /// A later user with the same uid has a later created_at.
  void create(const std::string& uid, const std::string& role = {}) {
    advance(std::chrono::milliseconds{1});
    create_user(uid, role);
  }

  core::User find(const std::string& uid) {
    return runner.run(domain.users.find(kApp, uid)).value();
  }

  void connect(const std::string& uid, core::DeviceNumber device) {
    domain.presence.connect(kApp, uid, find(uid).created_at, device);
  }

  void announce() { EXPECT_TRUE(runner.run(domain.presence.announce_pending())); }

  /// The users who came online, in order.
  std::vector<std::string> announced_online() const {
    std::vector<std::string> uids;
    for (const auto& announcement : listener.announced) {
      if (announcement->online) uids.push_back(announcement->user.user.uid);
    }
    return uids;
  }

  Announcements listener;
};

}  // namespace parley::test_support
