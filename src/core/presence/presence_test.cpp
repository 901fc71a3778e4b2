#include "core/presence/presence.hpp"

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pseudo_random.hpp"

namespace parley::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

constexpr Time kCreated{std::chrono::hours{400'000}};
constexpr Time kStart{std::chrono::hours{500'000}};

/// A point in time on both clocks, if neither has been set.
Moment moment(Time time) { return {time, SteadyTime{time - kCreated}}; }

PresenceChange online(std::string uid, Time at) {
  return {"app", std::move(uid), true, at, kCreated};
}
PresenceChange offline(std::string uid, Time at) {
  return {"app", std::move(uid), false, at, kCreated};
}

/// All changes that are due.
std::vector<PresenceChange> advance(Presence& presence, SteadyTime now) {
  std::vector<PresenceChange> changes;
  while (auto change = presence.advance(now)) changes.push_back(*std::move(change));
  return changes;
}

TEST(Presence, ShowsAUserOnlineFromTheFirstDeviceOn) {
  Presence presence;
  EXPECT_EQ(presence.connect("app", "alice", kCreated, 1, kStart), online("alice", kStart));
  EXPECT_EQ(presence.connect("app", "alice", kCreated, 2, kStart + 1s), std::nullopt);
  EXPECT_TRUE(presence.is_online("app", "alice"));
  EXPECT_FALSE(presence.is_online("app", "bob"));
  EXPECT_FALSE(presence.is_online("other-app", "alice"));
}

TEST(Presence, ShowsAUserOfflineWhenTheGraceOfTheLastDeviceIsOver) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  (void)presence.connect("app", "alice", kCreated, 2, kStart);
  presence.drop("app", "alice", 1, moment(kStart + 1s));
  EXPECT_THAT(advance(presence, moment(kStart + 1min).steady), IsEmpty());
  presence.drop("app", "alice", 2, moment(kStart + 2min));
  EXPECT_THAT(advance(presence, moment(kStart + 2min + 1999ms).steady), IsEmpty());
  EXPECT_TRUE(presence.is_online("app", "alice"));
  EXPECT_THAT(advance(presence, moment(kStart + 2min + 2s).steady),
              ElementsAre(offline("alice", kStart + 2min)));
  EXPECT_FALSE(presence.is_online("app", "alice"));
}

TEST(Presence, GoesBackToWhenADeviceWasLastSeen) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  presence.drop("app", "alice", 1, moment(kStart + 1min), 45s);
  EXPECT_THAT(advance(presence, moment(kStart + 62s).steady),
              ElementsAre(offline("alice", kStart + 15s)))
      << "its grace begins when it is lost";
}

TEST(Presence, GoesBackToTheDeviceThatWasSeenLast) {
  Presence presence;
  for (const DeviceNumber device : {1U, 2U, 3U})
    (void)presence.connect("app", "alice", kCreated, device, kStart);
  presence.drop("app", "alice", 1, moment(kStart + 50s));
  EXPECT_EQ(presence.leave("app", "alice", 2, moment(kStart + 55s)), std::nullopt);
  presence.drop("app", "alice", 3, moment(kStart + 1min), 45s);
  EXPECT_THAT(advance(presence, moment(kStart + 2min).steady),
              ElementsAre(offline("alice", kStart + 55s)));
}

TEST(Presence, TakesAReconnectInTimeForNoChange) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  presence.drop("app", "alice", 1, moment(kStart + 1s));
  EXPECT_EQ(presence.connect("app", "alice", kCreated, 2, kStart + 2s), std::nullopt);
  EXPECT_THAT(advance(presence, moment(kStart + 1min).steady), IsEmpty());
  EXPECT_TRUE(presence.is_online("app", "alice"));
}

TEST(Presence, ForgetsAnotherUserWhoHadTheUidInAnAppBefore) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  EXPECT_EQ(presence.forget_other("app", "alice", kCreated, kStart), std::nullopt);
  EXPECT_EQ(presence.forget_other("app", "bob", kCreated + 1h, kStart), std::nullopt);
  presence.drop("app", "alice", 1, moment(kStart + 1s));
  EXPECT_EQ(presence.forget_other("app", "alice", kCreated + 1h, kStart + 2s),
            offline("alice", kStart + 1s));
  EXPECT_FALSE(presence.is_online("app", "alice"));
  EXPECT_TRUE(presence.connect("app", "alice", kCreated + 1h, 2, kStart + 2s));
  presence.drop("app", "alice", 1, moment(kStart + 3s));
  EXPECT_THAT(advance(presence, moment(kStart + 1min).steady), IsEmpty())
      << "the device of the earlier one";
}

TEST(Presence, BeginsANewGraceWithEachLoss) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  presence.drop("app", "alice", 1, moment(kStart));
  (void)presence.connect("app", "alice", kCreated, 2, kStart + 1s);
  presence.drop("app", "alice", 2, moment(kStart + 1500ms));
  EXPECT_THAT(advance(presence, moment(kStart + 3s).steady), IsEmpty());
  EXPECT_THAT(advance(presence, moment(kStart + 4s).steady),
              ElementsAre(offline("alice", kStart + 1500ms)));
}

TEST(Presence, ShowsAUserOfflineAtOnceWhenItsLastDeviceLeavesOnPurpose) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  (void)presence.connect("app", "alice", kCreated, 2, kStart);
  EXPECT_EQ(presence.leave("app", "alice", 1, moment(kStart + 1s)), std::nullopt);
  EXPECT_EQ(presence.leave("app", "alice", 2, moment(kStart + 2s)), offline("alice", kStart + 2s));
  EXPECT_EQ(presence.leave("app", "alice", 2, moment(kStart + 3s)), std::nullopt);
}

TEST(Presence, ForgetsAUserWithAllDevices) {
  Presence presence;
  (void)presence.connect("app", "alice", kCreated, 1, kStart);
  EXPECT_EQ(presence.forget("app", "alice", kStart + 1s), offline("alice", kStart + 1s));
  EXPECT_EQ(presence.forget("app", "alice", kStart + 1s), std::nullopt);
  // A later user with the same uid is not affected by the old device.
  EXPECT_EQ(presence.connect("app", "alice", kCreated, 2, kStart + 2s),
            online("alice", kStart + 2s));
  EXPECT_EQ(presence.leave("app", "alice", 1, moment(kStart + 3s)), std::nullopt);
  presence.drop("app", "alice", 1, moment(kStart + 3s));
  EXPECT_THAT(advance(presence, moment(kStart + 1min).steady), IsEmpty());
  EXPECT_TRUE(presence.is_online("app", "alice"));
}

TEST(Presence, GivesTheSameGraceWhenTheTimeOfDayIsSet) {
  for (const auto set : {-24h, 24h}) {
    Presence presence;
    (void)presence.connect("app", "alice", kCreated, 1, kStart);
    const auto lost = moment(kStart);
    presence.drop("app", "alice", 1, lost);
    (void)presence.connect("app", "alice", kCreated, 2, kStart + set);
    const Moment lost_again{kStart + set, lost.steady + 1s};
    presence.drop("app", "alice", 2, lost_again);
    EXPECT_THAT(advance(presence, lost_again.steady + 1999ms), IsEmpty());
    EXPECT_THAT(advance(presence, lost_again.steady + 2s),
                ElementsAre(offline("alice", kStart + set)));
  }
}

// After any sequence of events, the changes add up to the state of a simple model, and no change
// repeats the one before it.
TEST(Presence, AddsUpToTheTruthAfterAnyWalk) {
  struct Model {
    std::set<DeviceNumber> devices;
    Time lost_at = kNever;
  };
  for (unsigned seed = 0; seed < 200; ++seed) {
    test_support::PseudoRandom random(seed);
    const auto pick = [&](unsigned count) { return random() % count; };
    Presence presence;
    std::map<std::string, Model> model;
    std::map<std::string, bool> told;
    DeviceNumber last_device = 0;
    auto now = kStart;
    const auto tell = [&](const PresenceChange& change) {
      ASSERT_NE(told[change.uid], change.online) << "told twice, seed " << seed;
      told[change.uid] = change.online;
    };
    const auto tell_all = [&] {
      for (const auto& change : advance(presence, moment(now).steady)) tell(change);
    };
    for (int step = 0; step < 300; ++step) {
      now += std::chrono::milliseconds{pick(900)};
      tell_all();
      const auto uid = "user-" + std::to_string(pick(4));
      auto& state = model[uid];
      const auto any_device = state.devices.empty()
                                  ? last_device
                                  : *std::next(state.devices.begin(),
                                               pick(static_cast<unsigned>(state.devices.size())));
      Presence::Change change;
      switch (pick(8)) {
        case 0:
        case 1:
        case 2:
          state.devices.insert(++last_device);
          state.lost_at = kNever;
          change = presence.connect("app", uid, kCreated, last_device, now);
          break;
        case 3:
        case 4:
        case 5:
          if (state.devices.erase(any_device) > 0 && state.devices.empty()) state.lost_at = now;
          presence.drop("app", uid, any_device, moment(now));
          break;
        case 6:
          state.devices.erase(any_device);
          change = presence.leave("app", uid, any_device, moment(now));
          break;
        default:
          if (pick(4) > 0) break;
          state = {};
          change = presence.forget("app", uid, now);
      }
      if (change) tell(*change);
      for (const auto& [name, truth] : model) {
        const bool in_grace = truth.lost_at != kNever && now - truth.lost_at < Presence::kGrace;
        const bool is_online = !truth.devices.empty() || in_grace;
        ASSERT_EQ(presence.is_online("app", name), is_online) << name << ", seed " << seed;
        ASSERT_EQ(told[name], is_online) << name << ", seed " << seed;
      }
    }
    now += 1min;
    tell_all();
    for (const auto& [name, truth] : model) ASSERT_EQ(told[name], !truth.devices.empty());
  }
}

}  // namespace
}  // namespace parley::core
