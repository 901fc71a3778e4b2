// Random changes, announced at random times: in the end each subscriber knows the truth.
#include <map>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "core/presence/service.hpp"
#include "support/presence_service_test.hpp"
#include "support/pseudo_random.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;

/// A device that applies what it receives.
struct Watcher {
  std::string uid;
  Subscriber subscriber;
  std::set<std::string> online;
  bool may_be_told_twice = false;  ///< It came while a change was pending.
};

/// Random events, announced at random times.
class PresenceWalk : public test_support::PresenceServiceTest,
                     public testing::WithParamInterface<unsigned> {
 protected:
  unsigned pick(unsigned count) { return engine_() % count; }
  std::string any_user() { return "user-" + std::to_string(pick(5)); }

  /// What a device of `viewer` with this subscription sees according to the store.
  std::set<std::string> truth(const std::string& viewer, const Subscriber& subscriber) {
    UserQuery query;
    query.viewer = viewer;
    query.except_uid = viewer;
    query.online = true;
    if (subscriber.subscription == Subscription::roles) query.roles = subscriber.roles;
    if (subscriber.subscription == Subscription::friends)
      query.relation_filter = RelationFilter::friends;
    std::set<std::string> uids;
    for (const auto& seen : runner.run(domain.users.list(kApp, query)).value().users) {
      uids.insert(seen.user.uid);
    }
    return uids;
  }

  void tell() {
    announce();
    for (; told_ < listener.announced.size(); ++told_) {
      const auto& announcement = *listener.announced[told_];
      for (auto& watcher : watchers_) {
        if (!is_told(watcher.subscriber, watcher.uid, announcement)) continue;
        const auto& uid = announcement.user.user.uid;
        const bool is_news =
            announcement.online ? watcher.online.insert(uid).second : watcher.online.erase(uid) > 0;
        EXPECT_TRUE(is_news || announcement.repeated || watcher.may_be_told_twice)
            << uid << " to " << watcher.uid;
      }
    }
    others_wait_ = false;
  }

  void watch() {
    Watcher watcher{any_user(), {}, {}, others_wait_};
    if (!exists(watcher.uid)) return;
    watcher.subscriber.since = domain.presence.announced();
    switch (pick(3)) {
      case 0: watcher.subscriber.subscription = Subscription::all_users; break;
      case 1:
        watcher.subscriber.subscription = Subscription::roles;
        watcher.subscriber.roles = {"red"};
        if (pick(2) == 0) watcher.subscriber.roles.emplace_back("default");
        break;
      default: watcher.subscriber.subscription = Subscription::friends;
    }
    watcher.online = truth(watcher.uid, watcher.subscriber);
    watchers_.push_back(std::move(watcher));
  }

  bool exists(const std::string& uid) {
    return runner.run(domain.users.find(kApp, uid)).has_value();
  }

  void forget_watchers_of(const std::string& uid) {
    std::erase_if(watchers_, [&](const Watcher& watcher) { return watcher.uid == uid; });
  }

  void step() {
    advance(std::chrono::milliseconds{pick(800)});
    const auto uid = any_user();
    const auto other = any_user();
    const bool both = uid != other && exists(uid) && exists(other);
    auto& devices = devices_[uid];
    switch (pick(16)) {
      case 0:
      case 1:
      case 2:
        if (!exists(uid)) break;
        devices.insert(++last_device_);
        connect(uid, last_device_);
        break;
      case 3:
      case 4:
      case 5:
        if (devices.empty()) break;
        domain.presence.drop(kApp, uid, *devices.begin());
        devices.erase(devices.begin());
        break;
      case 6:
        if (devices.empty()) break;
        domain.presence.leave(kApp, uid, *devices.begin());
        devices.erase(devices.begin());
        break;
      case 7: relate(both, &RelationService::block, uid, other); break;
      case 8:
      case 9: relate(both, &RelationService::unblock, uid, other); break;
      case 10: relate(both, &RelationService::befriend, uid, other); break;
      case 11: relate(both, &RelationService::unfriend, uid, other); break;
      case 12: change_role(uid); break;
      case 13: replace(uid); break;
      case 14: watch(); break;
      default: break;
    }
    if (pick(3) == 0) tell();
  }

  void relate(bool possible, decltype(&RelationService::block) change, const std::string& uid,
              const std::string& other) {
    if (!possible) return;
    EXPECT_TRUE(runner.run((domain.relations.*change)(actor, kApp, uid, {other})));
    others_wait_ = true;
  }

  void change_role(const std::string& uid) {
    if (!exists(uid)) return;
    const char* roles[] = {"red", "blue", "default"};
    UserChange change;
    change.role = roles[pick(3)];
    EXPECT_TRUE(runner.run(domain.users.update(actor, kApp, uid, change)));
    others_wait_ = true;
  }

  /// Deactivates the user, reactivates it, or deletes and re-creates it. Its devices are gone.
  void replace(const std::string& uid) {
    const bool there = exists(uid);
    if (pick(2) == 0 || !there) {
      if (there) {
        EXPECT_TRUE(runner.run(domain.users.deactivate(actor, kApp, {uid})));
      } else {
        EXPECT_TRUE(runner.run(domain.users.activate(actor, kApp, {uid})));
      }
    } else {
      EXPECT_TRUE(runner.run(domain.users.remove(actor, kApp, uid)));
      create(uid);
    }
    others_wait_ = true;
    forget_watchers_of(uid);
    for (const auto device : std::exchange(devices_[uid], {})) {
      domain.presence.leave(kApp, uid, device);
    }
  }

  void walk(unsigned seed) {
    engine_ = test_support::PseudoRandom(seed);
    for (int i = 0; i < 400; ++i) step();
    advance(1min);
    tell();
    for (const auto& watcher : watchers_) {
      EXPECT_EQ(watcher.online, truth(watcher.uid, watcher.subscriber))
          << watcher.uid << ", seed " << seed;
    }
    EXPECT_GT(listener.announced.size(), 20U);
  }

 private:
  test_support::PseudoRandom engine_{0};
  std::vector<Watcher> watchers_;
  std::map<std::string, std::set<DeviceNumber>> devices_;
  DeviceNumber last_device_ = 0;
  std::size_t told_ = 0;
  bool others_wait_ = false;
};

TEST_P(PresenceWalk, LeavesEachSubscriberWithTheTruth) {
  for (int i = 0; i < 5; ++i) create("user-" + std::to_string(i));
  walk(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Seeds, PresenceWalk, testing::Range(0U, 30U));

}  // namespace
}  // namespace parley::core
