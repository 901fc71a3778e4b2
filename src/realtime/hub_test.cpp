#include "realtime/hub.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cached_session.hpp"
#include "support/pseudo_random.hpp"

namespace parley::realtime {
namespace {

using core::Announcement;
using core::EndReason;
using core::Recipients;
using core::Subscriber;
using core::Subscription;
using test_support::make_session;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

Subscriber to_all() { return {Subscription::all_users}; }
Subscriber to_friends() { return {Subscription::friends}; }
Subscriber to_roles(std::vector<std::string> roles) {
  return {Subscription::roles, std::move(roles)};
}

/// A member like a socket, with a client that reads everything that is written.
class Device final : public HubMember {
 public:
  Device(Hub& hub, core::SessionPtr session, Subscriber wanted) : hub_(hub) {
    live = std::move(session);
    subscriber = std::move(wanted);
    hub_.watch(*this);
    hub_.join(*this);
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() override { leave(); }

  void queue_presence(const Frame& frame) override { EXPECT_TRUE(outbox_.push_presence(frame)); }
  void queue(const Frame& frame) override { EXPECT_TRUE(outbox_.push(frame)); }
  void flush() override {
    ++flushes;
    for (; !outbox_.empty(); outbox_.wrote(outbox_.next().size()))
      received.emplace_back(outbox_.next());
  }
  void end(EndReason reason) override {
    ended.push_back(reason);
    leave();
  }
  void abandon() noexcept override { leave(); }

  void leave() noexcept { hub_.leave(*this); }

  std::vector<std::string> received;
  std::vector<EndReason> ended;
  int flushes = 0;

 private:
  Hub& hub_;
  Outbox outbox_;
};

class HubTest : public testing::Test {
 protected:
  Device& add(const std::string& uid, Subscriber subscriber = {}, const std::string& app = "app") {
    const auto id = "ses_" + std::to_string(++last_session_);
    return add(make_session(app, uid, id), std::move(subscriber));
  }

  Device& add(core::SessionPtr session, Subscriber subscriber = {}) {
    devices_.push_back(std::make_unique<Device>(hub_, std::move(session), std::move(subscriber)));
    return *devices_.back();
  }

  /// Announces that ann came online.
  static Announcement news(Recipients recipients = {}) {
    Announcement announcement;
    announcement.sequence = 1;
    announcement.app_id = "app";
    announcement.online = true;
    announcement.user.user.uid = "ann";
    announcement.recipients = std::move(recipients);
    return announcement;
  }

  void deliver(const Announcement& announcement) {
    hub_.deliver(announcement, make_frame("news"));
    run();
  }

  /// Runs until nothing is left to be written.
  void run() {
    context_.restart();
    context_.run();
  }

  std::vector<std::string> uids_told() const {
    std::vector<std::string> uids;
    for (const auto& device : devices_)
      uids.insert(uids.end(), device->received.size(), device->session().uid);
    return uids;
  }

  asio::io_context context_;
  Hub hub_{context_};
  std::vector<std::unique_ptr<Device>> devices_;

 private:
  int last_session_ = 0;
};

TEST_F(HubTest, EndsTheSocketsOfASessionAndNoOthers) {
  const auto session = make_session("app", "ann", "ses_ann");
  auto& first = add(session);
  auto& second = add(session);
  auto& other = add("ann");
  hub_.end_session("ses_ann", EndReason::revoked);
  EXPECT_THAT(first.ended, ElementsAre(EndReason::revoked));
  EXPECT_THAT(second.ended, ElementsAre(EndReason::revoked));
  EXPECT_THAT(other.ended, IsEmpty());
  hub_.end_session("ses_ann", EndReason::revoked);
  hub_.end_session("ses_unknown", EndReason::revoked);
  EXPECT_EQ(first.ended.size(), 1U);
}

TEST_F(HubTest, EndsWhoWatchesBeforeItIsToldAnything) {
  class Newcomer final : public HubMember {
   public:
    void queue_presence(const Frame& /*frame*/) override { ++told; }
    void queue(const Frame& /*frame*/) override { ++told; }
    void flush() override { ++told; }
    void end(EndReason /*reason*/) override { ++ended; }
    void abandon() noexcept override {}
    int told = 0;
    int ended = 0;
  } newcomer;
  newcomer.live = make_session("app", "bob", "ses_bob");
  newcomer.subscriber = to_all();
  hub_.watch(newcomer);
  deliver(news());
  hub_.deliver(core::UserNotice{.sequence = 1, .app_id = "app", .uid = "bob"}, make_frame("x"));
  run();
  EXPECT_EQ(newcomer.told, 0);
  hub_.end_session("ses_bob", EndReason::logout);
  EXPECT_EQ(newcomer.ended, 1);
  hub_.leave(newcomer);
  hub_.end_session("ses_bob", EndReason::logout);
  hub_.end_app(1);
  EXPECT_EQ(newcomer.ended, 1);
}

TEST_F(HubTest, DisconnectsWhoeverThrowsAndTellsTheOthers) {
  /// Throws in the callback that `fails_in` names.
  class Broken final : public HubMember {
   public:
    Broken(Hub& hub, std::string_view fails_in) : hub_(hub), fails_in_(fails_in) {
      live = make_session("app", "bob", "ses_bob");
      subscriber = to_all();
      hub_.watch(*this);
      hub_.join(*this);
    }
    void queue_presence(const Frame& /*frame*/) override { call("queue_presence"); }
    void queue(const Frame& /*frame*/) override { call("queue"); }
    void flush() override { call("flush"); }
    void end(EndReason /*reason*/) override { call("end"); }
    void abandon() noexcept override {
      is_gone = true;
      hub_.leave(*this);
    }
    bool is_gone = false;

   private:
    void call(std::string_view callback) const {
      if (callback == fails_in_) throw std::runtime_error("a bug");
    }
    Hub& hub_;
    std::string_view fails_in_;
  };
  for (const std::string_view callback : {"queue_presence", "queue", "flush", "end"}) {
    SCOPED_TRACE(callback);
    devices_.clear();
    const auto session = make_session("app", "bob", "ses_bob");
    auto& before = add(session, to_all());
    Broken broken(hub_, callback);
    auto& after = add(session, to_all());
    deliver(news());
    hub_.deliver(core::UserNotice{.sequence = 1, .app_id = "app", .uid = "bob"}, make_frame("x"));
    run();
    hub_.end_session("ses_bob", EndReason::revoked);
    EXPECT_TRUE(broken.is_gone);
    for (const auto* device : {&before, &after}) {
      EXPECT_THAT(device->received, ElementsAre("news", "x"));
      EXPECT_THAT(device->ended, ElementsAre(EndReason::revoked));
    }
    hub_.leave(broken);
  }
}

TEST_F(HubTest, EndsTheSocketsOfAnAppThatIsGone) {
  auto& ann = add(make_session("app", "ann", "ses_1", 1));
  auto& bob = add(make_session("app", "bob", "ses_2", 1));
  auto& elsewhere = add(make_session("other-app", "ann", "ses_3", 2));
  auto& in_the_next_of_its_id = add(make_session("app", "ann", "ses_4", 3));
  hub_.end_app(1);
  EXPECT_THAT(ann.ended, ElementsAre(EndReason::deleted));
  EXPECT_THAT(bob.ended, ElementsAre(EndReason::deleted));
  EXPECT_THAT(elsewhere.ended, IsEmpty());
  EXPECT_THAT(in_the_next_of_its_id.ended, IsEmpty());
}

// Ending a socket takes system calls, and an app may have tens of thousands of sockets.
TEST_F(HubTest, LetsOthersHaveTheirTurnWhileItEndsManySockets) {
  constexpr std::size_t kSockets = 1000;
  for (std::size_t i = 0; i < kSockets; ++i)
    add(make_session("app", "ann", "ses_" + std::to_string(i)));
  auto& in_the_next_of_its_id = add(make_session("app", "ann", "ses_next", 2));
  hub_.end_app(1);
  std::erase_if(devices_, [count = 0](const auto& /*device*/) mutable { return ++count % 3 == 0; });
  std::vector<std::size_t> ended_at_turns;
  std::function<void()> take_turns = [&] {
    const auto is_ended = [](const auto& device) { return !device->ended.empty(); };
    ended_at_turns.push_back(static_cast<std::size_t>(std::ranges::count_if(devices_, is_ended)));
    if (ended_at_turns.back() + 1 < devices_.size()) asio::post(context_, take_turns);
  };
  take_turns();
  EXPECT_LT(ended_at_turns.back(), kSockets / 5);
  run();
  EXPECT_GE(ended_at_turns.size(), 5U);
  EXPECT_THAT(in_the_next_of_its_id.ended, IsEmpty());
  for (const auto& device : devices_) {
    if (device.get() == &in_the_next_of_its_id) continue;
    EXPECT_THAT(device->ended, ElementsAre(EndReason::deleted));
  }
}

TEST_F(HubTest, EndsTheSocketsOfAnotherAppMeanwhile) {
  for (core::AppEpoch epoch : {1U, 2U}) {
    for (int i = 0; i < 300; ++i)
      add(make_session("app", "ann", "ses_" + std::to_string(epoch * 1000 + i), epoch));
  }
  hub_.end_app(1);
  hub_.end_app(2);
  hub_.end_app(2);
  run();
  EXPECT_THAT(
      devices_,
      Each(testing::Pointee(testing::Field(&Device::ended, ElementsAre(EndReason::deleted)))));
}

// A socket that ends can make others end, for example because it cannot write.
TEST_F(HubTest, EndsAnotherAppInTheMiddleOfEndingOne) {
  class Ending final : public HubMember {
   public:
    explicit Ending(Hub& hub) : hub_(hub) {
      live = make_session("app", "zoe", "ses_zoe");
      hub_.watch(*this);
    }
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;
    ~Ending() override { hub_.leave(*this); }

    void queue_presence(const Frame& /*frame*/) override {}
    void queue(const Frame& /*frame*/) override {}
    void flush() override {}
    void end(EndReason /*reason*/) override {
      hub_.leave(*this);
      hub_.end_app(2);
    }
    void abandon() noexcept override {}

   private:
    Hub& hub_;
  };
  for (int i = 0; i < 20; ++i) {
    for (core::AppEpoch epoch : {1U, 2U})
      add(make_session("app", "ann", "ses_" + std::to_string(2 * i + epoch), epoch));
  }
  Ending ending(hub_);
  hub_.end_app(1);
  run();
  EXPECT_THAT(
      devices_,
      Each(testing::Pointee(testing::Field(&Device::ended, ElementsAre(EndReason::deleted)))));
}

TEST_F(HubTest, TellsEachKindOfSubscriberWhatItAskedFor) {
  add("all", to_all());
  add("red", to_roles({"blue", "red"}));
  add("green", to_roles({"green"}));
  add("friend", to_friends());
  add("stranger", to_friends());
  add("none");
  deliver(news({.all_users = true, .role = "red", .friends = {"friend"}}));
  EXPECT_THAT(uids_told(), ElementsAre("all", "red", "friend"));
}

TEST_F(HubTest, TellsTheDevicesOfOneUserAloneWhereItIsAskedTo) {
  add("bob", to_all());
  add("bob", to_roles({"red"}));
  add("bob", to_friends());
  add("bob");
  add("cat", to_all());
  deliver(news({.role = "red", .only = "bob"}));
  EXPECT_THAT(uids_told(), ElementsAre("bob", "bob"));
}

TEST_F(HubTest, TellsNothingToThoseOutsideOfIt) {
  add("ann", to_all());
  add("hidden", to_all());
  add("elsewhere", to_all(), "other-app");
  auto late = to_all();
  late.since = 1;
  add("late", late);
  deliver(news({.hidden_from = {"hidden"}}));
  EXPECT_THAT(uids_told(), IsEmpty());
}

TEST_F(HubTest, TellsWhoeverLeftNothing) {
  auto& gone = add("gone", to_roles({"red", "blue"}));
  add("here", to_roles({"blue"}));
  gone.leave();
  deliver(news({.role = "blue"}));
  deliver(news({.role = "red"}));
  EXPECT_THAT(uids_told(), ElementsAre("here"));
}

// A user, a role and an app may have the same name, or names with the same hash.
TEST_F(HubTest, KeepsUsersRolesAndAppsWithTheSameNameApart) {
  add("red", to_friends());
  add("bob", to_roles({"bob"}));
  add("cat", to_roles({""}));
  add("app", to_all(), "red");
  deliver(news({.all_users = false, .role = "red"}));
  EXPECT_THAT(uids_told(), IsEmpty());
  deliver(news({.all_users = false, .friends = {"bob", "cat"}}));
  EXPECT_THAT(uids_told(), IsEmpty());
  deliver(news({.all_users = true}));
  EXPECT_THAT(uids_told(), IsEmpty());
}

TEST_F(HubTest, TellsANoticeToTheDevicesOfItsUserWhateverTheyAskedFor) {
  add("bob", to_all());
  add("bob");
  add("cat", to_all());
  add("bob", to_all(), "other-app");
  auto late = to_friends();
  late.since = 5;
  add("bob", late);
  hub_.deliver(core::UserNotice{.sequence = 5, .app_id = "app", .uid = "bob"}, make_frame("x"));
  run();
  EXPECT_THAT(devices_[0]->received, ElementsAre("x"));
  EXPECT_THAT(devices_[1]->received, ElementsAre("x"));
  EXPECT_THAT(uids_told(), ElementsAre("bob", "bob"));
}

TEST_F(HubTest, WritesWhatWasGatheredInOneGoAndInOrder) {
  auto& bob = add("bob", to_all());
  hub_.deliver(news(), make_frame("one"));
  hub_.deliver(core::UserNotice{.sequence = 1, .app_id = "app", .uid = "bob"}, make_frame("two"));
  hub_.deliver(news(), make_frame("three"));
  EXPECT_EQ(bob.flushes, 0);
  run();
  EXPECT_EQ(bob.flushes, 1);
  EXPECT_THAT(bob.received, ElementsAre("one", "two", "three"));
  deliver(news());
  EXPECT_EQ(bob.flushes, 2);
  EXPECT_EQ(bob.received.size(), 4U);
}

// Thousands may be notified at once; other handlers of this I/O thread do not wait for them all.
TEST_F(HubTest, LetsOthersHaveTheirTurnBetweenManyWrites) {
  for (int i = 0; i < 1000; ++i) add("user-" + std::to_string(i), to_all());
  hub_.deliver(news(), make_frame("news"));
  std::vector<std::size_t> told_at_turns;
  std::function<void()> take_turns = [&] {
    told_at_turns.push_back(uids_told().size());
    if (told_at_turns.back() < devices_.size()) asio::post(context_, take_turns);
  };
  asio::post(context_, take_turns);
  run();
  EXPECT_GE(told_at_turns.size(), 5U);
  EXPECT_THAT(devices_,
              Each(testing::Pointee(testing::Field(&Device::received, ElementsAre("news")))));
}

TEST_F(HubTest, ForgetsWhoLeavesWhileItsFramesWait) {
  for (int i = 0; i < 400; ++i) add("user-" + std::to_string(i), to_all());
  hub_.deliver(news(), make_frame("news"));
  std::erase_if(devices_, [count = 0](const auto& /*device*/) mutable { return count++ % 2 == 0; });
  run();
  EXPECT_EQ(uids_told().size(), 200U);
  hub_.deliver(news(), make_frame("more"));
  devices_.clear();
  run();
}

/// Devices and announcements of every kind: the hub must find those for which is_told() is true.
class HubWalk : public HubTest {
 protected:
  unsigned pick(unsigned count) { return random_() % count; }
  std::string any_user() { return "user-" + std::to_string(pick(8)); }
  std::string any_app() { return pick(4) == 0 ? "other-app" : "app"; }
  std::string any_role() {
    const char* roles[] = {"red", "green", "blue", "user-1"};
    return roles[pick(4)];
  }

  Subscriber any_subscriber() {
    Subscriber subscriber;
    subscriber.subscription = static_cast<Subscription>(pick(4));
    subscriber.since = pick(3);
    if (subscriber.subscription != Subscription::roles) return subscriber;
    subscriber.roles = {any_role()};
    if (const auto second = any_role(); second != subscriber.roles[0])
      subscriber.roles.push_back(second);
    return subscriber;
  }

  std::vector<std::string> some_users() {
    std::set<std::string> users;
    while (pick(3) > 0) users.insert(any_user());
    return {users.begin(), users.end()};
  }

  Announcement any_announcement() {
    Announcement announcement;
    announcement.sequence = 1 + pick(3);
    announcement.app_id = any_app();
    announcement.user.user.uid = any_user();
    announcement.recipients = {.all_users = pick(2) == 0,
                               .role = pick(2) == 0 ? any_role() : "",
                               .friends = some_users(),
                               .hidden_from = some_users(),
                               .except_role = pick(3) == 0 ? any_role() : "",
                               .any_role = pick(4) == 0,
                               .only = pick(4) == 0 ? any_user() : ""};
    return announcement;
  }

  void come_or_go() {
    if (devices_.size() < 40 && pick(3) > 0) {
      add(any_user(), any_subscriber(), any_app());
    } else if (!devices_.empty()) {
      devices_.erase(devices_.begin() + pick(static_cast<unsigned>(devices_.size())));
    }
  }

 private:
  test_support::PseudoRandom random_{11};
};

TEST_F(HubWalk, TellsWhomItIsMeantForOnceEach) {
  std::size_t told = 0;
  for (int step = 0; step < 5000; ++step) {
    come_or_go();
    if (pick(200) == 0) devices_.clear();
    const auto announcement = any_announcement();
    deliver(announcement);
    for (const auto& device : devices_) {
      const auto& session = device->session();
      const bool wanted = session.app_id == announcement.app_id &&
                          core::is_told(device->subscriber, session.uid, announcement);
      ASSERT_EQ(device->received.size(), wanted ? 1U : 0U) << session.uid << ", step " << step;
      told += device->received.size();
      device->received.clear();
    }
  }
  EXPECT_GT(told, 1000U);
}

}  // namespace
}  // namespace parley::realtime
