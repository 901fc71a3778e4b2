#include "core/presence/service.hpp"

#include <map>
#include <new>
#include <set>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "support/domain_test.hpp"
#include "support/pseudo_random.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class Announcements final : public PresenceListener {
 public:
  void announce(std::shared_ptr<const Announcement> announcement) override {
    if (announcement->user.user.uid == cannot_render) throw std::runtime_error("not renderable");
    announced.push_back(std::move(announcement));
  }
  void notify(std::shared_ptr<const UserNotice> notice) override {
    if (notice->about.user.uid == cannot_render) throw std::runtime_error("not renderable");
    notices.push_back(std::move(notice));
  }

  std::string cannot_render;  ///< Announcements and notices of this user throw.
  std::vector<std::shared_ptr<const Announcement>> announced;
  std::vector<std::shared_ptr<const UserNotice>> notices;
};

/// Tests decide when changes are announced.
class PresenceServiceTest : public test_support::DomainTest {
 protected:
  PresenceServiceTest() {
    domain.presence.set_listener(listener);
    for (const auto* role : {"red", "blue"}) {
      Role made;
      made.id = made.name = role;
      EXPECT_TRUE(runner.run(domain.roles.create(actor, kApp, made)));
    }
  }

  void create(const std::string& uid, const std::string& role = {}) {
    advance(1ms);  // A later user with the same uid has a later created_at.
    create_user(uid, role);
  }

  User find(const std::string& uid) { return runner.run(domain.users.find(kApp, uid)).value(); }

  void connect(const std::string& uid, DeviceNumber device) {
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

TEST_F(PresenceServiceTest, GoesOnAfterAnAnnouncementThatCannotBeRendered) {
  for (const auto* uid : {"ann", "bob", "cat", "dan"}) create(uid);
  listener.cannot_render = "bob";
  connect("ann", 1);
  connect("bob", 2);
  connect("cat", 3);
  announce();
  EXPECT_THAT(announced_online(), ElementsAre("ann", "cat"));
  EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, "bob", {"ann"})));
  connect("dan", 4);
  announce();
  EXPECT_THAT(announced_online(), ElementsAre("ann", "cat", "dan"));
  announce();  // Nothing is announced again.
  EXPECT_THAT(announced_online(), ElementsAre("ann", "cat", "dan"));
}

TEST_F(PresenceServiceTest, KeepsWhatTheStoreCouldNotTake) {
  create("ann");
  create("bob");
  connect("ann", 1);
  repeating.before_write = [] { return Status(make_error(ErrorCode::kErrServiceUnavailable)); };
  EXPECT_FALSE(runner.run(domain.presence.announce_pending()));
  repeating.before_write = [] { return Status{}; };
  connect("bob", 2);
  announce();
  EXPECT_THAT(announced_online(), ElementsAre("ann", "bob"));
}

TEST_F(PresenceServiceTest, KeepsWhatWasTakenWhenMemoryIsShort) {
  create("ann");
  connect("ann", 1);
  repeating.before_write = []() -> Status { throw std::bad_alloc(); };
  EXPECT_THROW(runner.run(domain.presence.announce_pending()), std::bad_alloc);
  repeating.before_write = [] { return Status{}; };
  announce();
  EXPECT_THAT(announced_online(), ElementsAre("ann"));
}

// The id of an app can be used again at once, by somebody else.
TEST_F(PresenceServiceTest, TellsALaterAppWithTheSameIdNothingOfARemovedOne) {
  create("ann");
  create("bob");
  connect("ann", 1);
  announce();
  connect("bob", 2);
  domain.presence.drop(kApp, "ann", 1);
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  listener.announced.clear();
  App again;
  again.id = kApp;
  again.name = "Of somebody else";
  app = std::make_shared<const App>(runner.run(domain.apps.create(actor, again)).value().app);
  create("cat");
  connect("cat", 3);
  advance(Presence::kGrace);
  announce();
  ASSERT_EQ(listener.announced.size(), 1U);
  EXPECT_THAT(announced_online(), ElementsAre("cat"));
  EXPECT_EQ(domain.presence.online(), 1U);
  domain.presence.leave(kApp, "bob", 2);  // As its socket ends, late.
  announce();
  EXPECT_EQ(listener.announced.size(), 1U);
}

/// A base class, so that it outlives the store, which posts to it.
struct IoContext {
  asio::io_context io;
};

/// Runs PresenceService::run() on an I/O thread, as a server does.
class PresenceRunTest : private IoContext, public PresenceServiceTest {
 protected:
  ~PresenceRunTest() override { stop(); }

  void start() {
    asio::co_spawn(io, domain.presence.run(), asio::detached);
    thread_ = std::jthread([this] { io.run(); });
  }

  /// Returns when run() has. The listener may be used again after that.
  void stop() {
    domain.presence.stop();
    if (thread_.joinable()) thread_.join();
  }

  void wait_for_announcements(std::uint64_t count) {
    while (domain.presence.announced() < count) std::this_thread::sleep_for(1ms);
  }

 private:
  std::jthread thread_;
};

TEST_F(PresenceRunTest, AnnouncesChangesWhenTheyHappen) {
  create("ann");
  start();
  connect("ann", 1);
  wait_for_announcements(1);
  domain.presence.drop(kApp, "ann", 1);
  advance(Presence::kGrace);  // run() sleeps in real time, so it notices within a second.
  wait_for_announcements(2);
  stop();
  ASSERT_EQ(listener.announced.size(), 2U);
  EXPECT_TRUE(listener.announced[0]->online);
  EXPECT_FALSE(listener.announced[1]->online);
}

TEST_F(PresenceRunTest, TriesAgainWhileTheStoreFails) {
  create("ann");
  std::atomic<int> attempts = 0;
  repeating.before_write = [&] {
    return ++attempts < 3 ? Status(make_error(ErrorCode::kErrServiceUnavailable)) : Status{};
  };
  connect("ann", 1);
  start();
  wait_for_announcements(1);
  stop();
  EXPECT_EQ(attempts, 3);
  EXPECT_THAT(announced_online(), ElementsAre("ann"));
}

TEST_F(PresenceRunTest, AnnouncesWhatIsPendingBeforeItReturns) {
  create("ann");
  connect("ann", 1);
  domain.presence.stop();
  start();
  stop();
  EXPECT_THAT(announced_online(), ElementsAre("ann"));
}

TEST_F(PresenceServiceTest, DropsOnlyTheChangeWhoseRecordingThrows) {
  for (const auto* uid : {"ann", "bob", "cat", "dan"}) create(uid);
  connect("ann", 1);
  connect("bob", 2);
  connect("cat", 3);
  int writes = 0;  // All three, then each alone. The second one fails.
  repeating.before_write = [&]() -> Status {
    ++writes;
    if (writes == 1 || writes == 3) throw std::logic_error("a bug");
    return {};
  };
  announce();
  EXPECT_EQ(writes, 4);
  EXPECT_THAT(announced_online(), ElementsAre("ann", "cat"));
  connect("dan", 4);
  announce();
  EXPECT_THAT(announced_online(), ElementsAre("ann", "cat", "dan"));
}

TEST_F(PresenceServiceTest, AnnouncesWhatListsShowAlready) {
  create("ann");
  connect("ann", 1);
  EXPECT_FALSE(find("ann").online);
  const auto connected_at = clock.now();
  advance(1min);
  announce();
  EXPECT_TRUE(find("ann").online);
  EXPECT_EQ(find("ann").last_active_at, connected_at);
  ASSERT_EQ(listener.announced.size(), 1U);
  EXPECT_TRUE(listener.announced[0]->online);
  EXPECT_TRUE(listener.announced[0]->user.user.online);
  EXPECT_EQ(listener.announced[0]->sequence, domain.presence.announced());

  domain.presence.drop(kApp, "ann", 1);
  const auto lost_at = clock.now();
  advance(Presence::kGrace);
  announce();
  EXPECT_FALSE(find("ann").online);
  EXPECT_EQ(find("ann").last_active_at, lost_at);
  ASSERT_EQ(listener.announced.size(), 2U);
  EXPECT_FALSE(listener.announced[1]->online);
}

TEST_F(PresenceServiceTest, LeavesNothingToOneWhoIsGivenTheUidLater) {
  create("ann");
  connect("ann", 1);
  announce();
  EXPECT_TRUE(runner.run(domain.users.remove(actor, kApp, "ann")));
  create("ann");
  announce();
  EXPECT_FALSE(find("ann").online);
  EXPECT_EQ(find("ann").last_active_at, kNever);
  EXPECT_FALSE(listener.announced.back()->online);
  domain.presence.leave(kApp, "ann", 1);
  announce();
  EXPECT_EQ(listener.announced.size(), 2U);
}

TEST_F(PresenceServiceTest, TellsBothSidesOfABlockAndNobodyElse) {
  create("ann");
  create("bob");
  connect("ann", 1);
  announce();
  EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, "bob", {"ann"})));
  EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, "bob", {"ann"})));  // No change.
  announce();
  ASSERT_EQ(listener.notices.size(), 2U);
  EXPECT_EQ(listener.notices[0]->uid, "bob");
  EXPECT_TRUE(listener.notices[0]->about.relation.blocked_by_me());
  EXPECT_EQ(listener.notices[1]->uid, "ann");
  EXPECT_TRUE(listener.notices[1]->about.relation.has_blocked_me());
  ASSERT_EQ(listener.announced.size(), 2U);
  EXPECT_FALSE(listener.announced[1]->online);
  EXPECT_EQ(listener.announced[1]->recipients.only, "bob");
}

/// A device that applies what it receives.
struct Watcher {
  std::string uid;
  Subscriber subscriber;
  std::set<std::string> online;
  bool may_be_told_twice = false;  ///< It came while a change was pending.
};

/// Random events, announced at random times.
class PresenceWalk : public PresenceServiceTest, public testing::WithParamInterface<unsigned> {
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
