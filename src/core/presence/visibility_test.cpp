#include "core/presence/visibility.hpp"

#include <chrono>
#include <map>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pseudo_random.hpp"

namespace parley::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using enum RelationEvent;

constexpr auto kApp = "app";
constexpr RelationState kStrangers{};
constexpr RelationState kBlocked{.hidden = true};
constexpr RelationState kFriends{.friends = true};

Subscriber to_all() { return {Subscription::all_users}; }
Subscriber to_roles(std::vector<std::string> roles) {
  return {Subscription::roles, std::move(roles)};
}
Subscriber to_friends() { return {Subscription::friends}; }

bool is_told_of(const VisibilityChange& visibility_change, const std::string& about,
                const std::string& viewer, const Subscriber& subscriber) {
  Announcement announcement;
  announcement.sequence = 1;
  announcement.user.user.uid = about;
  announcement.recipients = visibility_change.recipients;
  return is_told(subscriber, viewer, announcement);
}

/// What a device of `viewer` receives of the visibility_changes of ann.
std::vector<std::string> heard(const std::vector<VisibilityChange>& visibility_changes,
                               const std::string& viewer, const Subscriber& subscriber) {
  std::vector<std::string> words;
  for (const auto& visibility_change : visibility_changes) {
    if (!is_told_of(visibility_change, "ann", viewer, subscriber)) continue;
    words.push_back(std::string(visibility_change.online ? "online" : "offline") +
                    (visibility_change.repeated ? ", maybe again" : ""));
  }
  return words;
}

/// ann is shown. Her role is red, bob is a friend, and a block hides her from cat.
class VisibilityTest : public testing::Test {
 protected:
  VisibilityTest() { shown_.push_back(*visibility_.show(kApp, "ann", ann())); }

  static VisibleUser ann() { return {"Ann", "red", {"cat"}, {"bob"}}; }

  std::vector<VisibilityChange> relate(const std::string& other, RelationState relation_state,
                                       RelationEvent what) {
    return visibility_.relate(kApp, "ann", other, relation_state, what);
  }

  std::vector<VisibilityChange> hide() {
    auto hidden = visibility_.hide(kApp, "ann");
    if (!hidden) return {};
    known_ = std::move(hidden->first);
    return {std::move(hidden->second)};
  }

  Visibility visibility_;
  std::vector<VisibilityChange> shown_;  ///< The visibility_change when ann came online.
  VisibleUser known_;                    ///< Her last known state when she was hidden.
};

TEST_F(VisibilityTest, TellsThoseWhoSubscribedToTheUserThatItCame) {
  EXPECT_THAT(heard(shown_, "dan", to_all()), ElementsAre("online"));
  EXPECT_THAT(heard(shown_, "dan", to_roles({"blue", "red"})), ElementsAre("online"));
  EXPECT_THAT(heard(shown_, "bob", to_friends()), ElementsAre("online"));
  EXPECT_THAT(heard(shown_, "dan", to_roles({"blue"})), IsEmpty());
  EXPECT_THAT(heard(shown_, "dan", to_friends()), IsEmpty());
  EXPECT_THAT(heard(shown_, "dan", {}), IsEmpty());
}

TEST_F(VisibilityTest, TellsNeitherTheUserItselfNorWhomABlockHidesItFrom) {
  EXPECT_THAT(heard(shown_, "ann", to_all()), IsEmpty());
  EXPECT_THAT(heard(shown_, "cat", to_all()), IsEmpty());
  EXPECT_THAT(heard(shown_, "cat", to_roles({"red"})), IsEmpty());
}

// The store may return them in any order.
TEST_F(VisibilityTest, TakesRelationsInAnyOrder) {
  const auto visibility_change =
      visibility_.show(kApp, "eve", {"Eve", "red", {"n", "a", "z", "cat"}, {"m", "y", "bob", "b"}});
  for (const auto* uid : {"n", "a", "z", "cat"})
    EXPECT_FALSE(is_told_of(*visibility_change, "eve", uid, to_all())) << uid;
  for (const auto* uid : {"m", "y", "bob", "b"})
    EXPECT_TRUE(is_told_of(*visibility_change, "eve", uid, to_friends())) << uid;
}

TEST_F(VisibilityTest, ShowsAndHidesOnceEach) {
  EXPECT_FALSE(visibility_.show(kApp, "ann", ann()));
  EXPECT_THAT(heard(hide(), "bob", to_friends()), ElementsAre("offline"));
  EXPECT_EQ(known_.name, "Ann");
  EXPECT_EQ(known_.role, "red");
  EXPECT_THAT(known_.friends, ElementsAre("bob"));
  EXPECT_THAT(hide(), IsEmpty());
  EXPECT_TRUE(visibility_.show(kApp, "ann", ann()));
}

TEST_F(VisibilityTest, KeepsAppsApart) {
  EXPECT_FALSE(visibility_.hide("other-app", "ann"));
  EXPECT_THAT(visibility_.relate("other-app", "ann", "dan", kBlocked, blocked), IsEmpty());
  EXPECT_THAT(visibility_.change("other-app", "ann", "Ann", "blue", true), IsEmpty());
  visibility_.forget("other-app", "bob");
  EXPECT_TRUE(visibility_.show("other-app", "ann", {"Ann", "blue", {}, {}}));
  const auto gone = hide();
  EXPECT_THAT(heard(gone, "dan", to_roles({"red"})), ElementsAre("offline"));
  EXPECT_THAT(heard(gone, "bob", to_friends()), ElementsAre("offline"));
}

TEST_F(VisibilityTest, HasNothingToTellOfWhoIsNotShown) {
  (void)hide();
  EXPECT_THAT(relate("dan", kBlocked, blocked), IsEmpty());
  EXPECT_THAT(visibility_.change(kApp, "ann", "Ann", "blue", true), IsEmpty());
  visibility_.forget(kApp, "ann");
}

TEST_F(VisibilityTest, ABlockHidesTheUserFromTheOtherAlone) {
  const auto visibility_changes = relate("dan", kBlocked, blocked);
  EXPECT_THAT(heard(visibility_changes, "dan", to_all()), ElementsAre("offline"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"red"})), ElementsAre("offline"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"blue"})), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "dan", to_friends()), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "bob", to_all()), IsEmpty());
  const auto gone = hide();
  EXPECT_THAT(heard(gone, "dan", to_all()), IsEmpty());
  EXPECT_THAT(heard(gone, "bob", to_all()), ElementsAre("offline"));
}

TEST_F(VisibilityTest, ABlockOfAFriendHidesTheUserFromItsFriendsListToo) {
  const auto visibility_changes = relate("bob", {.hidden = true, .friends = true}, blocked);
  EXPECT_THAT(heard(visibility_changes, "bob", to_friends()), ElementsAre("offline"));
  EXPECT_THAT(heard(relate("bob", kFriends, unblocked), "bob", to_friends()),
              ElementsAre("online"));
}

TEST_F(VisibilityTest, TheEndOfABlockShowsTheUserAgain) {
  const auto visibility_changes = relate("cat", kStrangers, unblocked);
  EXPECT_THAT(heard(visibility_changes, "cat", to_all()), ElementsAre("online"));
  EXPECT_THAT(heard(visibility_changes, "cat", to_friends()), IsEmpty());
  EXPECT_THAT(heard(hide(), "cat", to_all()), ElementsAre("offline"));
}

TEST_F(VisibilityTest, ASecondBlockChangesNothingAndItsEndNeither) {
  EXPECT_THAT(relate("cat", {.hidden = true, .mutual = true}, blocked), IsEmpty());
  // Both may have been lifted, and one restored. Then lists showed the user for a moment.
  EXPECT_THAT(heard(relate("cat", kBlocked, unblocked), "cat", to_all()),
              ElementsAre("offline, maybe again"));
  EXPECT_THAT(heard(relate("cat", kStrangers, unblocked), "cat", to_all()), ElementsAre("online"));
}

// Two changes happen before the first is announced, and lists show the state in between.
TEST_F(VisibilityTest, ABlockThatIsOverAlreadyIsToldAsWhatIsTrueNow) {
  const auto visibility_changes = relate("dan", kStrangers, blocked);
  EXPECT_THAT(heard(visibility_changes, "dan", to_all()), ElementsAre("online, maybe again"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"red"})),
              ElementsAre("online, maybe again"));
  EXPECT_THAT(heard(relate("cat", kBlocked, unblocked), "cat", to_all()),
              ElementsAre("offline, maybe again"));
}

TEST_F(VisibilityTest, FriendsAreToldAsSubscribersToFriendsOnly) {
  const auto come = relate("dan", kFriends, befriended);
  EXPECT_THAT(heard(come, "dan", to_friends()), ElementsAre("online"));
  EXPECT_THAT(heard(come, "dan", to_all()), IsEmpty());
  EXPECT_THAT(heard(come, "dan", to_roles({"red"})), IsEmpty());
  const auto go = relate("dan", kStrangers, unfriended);
  EXPECT_THAT(heard(go, "dan", to_friends()), ElementsAre("offline"));
  EXPECT_THAT(heard(go, "dan", to_all()), IsEmpty());
}

TEST_F(VisibilityTest, AFriendshipThatIsOverAlreadyIsToldAsWhatIsTrueNow) {
  const auto over = relate("dan", kStrangers, befriended);
  EXPECT_THAT(heard(over, "dan", to_friends()), ElementsAre("offline, maybe again"));
  EXPECT_THAT(heard(over, "dan", to_all()), IsEmpty());
  EXPECT_THAT(heard(relate("bob", kFriends, unfriended), "bob", to_friends()),
              ElementsAre("online, maybe again"));
}

TEST_F(VisibilityTest, AFriendBehindABlockSeesNothingUntilTheBlockIsOver) {
  EXPECT_THAT(
      heard(relate("cat", {.hidden = true, .friends = true}, befriended), "cat", to_friends()),
      IsEmpty());
  EXPECT_THAT(heard(relate("cat", kFriends, unblocked), "cat", to_friends()),
              ElementsAre("online"));
}

TEST_F(VisibilityTest, ANewRoleMovesTheUserFromOneRolesSubscribersToTheOthers) {
  const auto visibility_changes = visibility_.change(kApp, "ann", "Ann", "blue", true);
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"red"})), ElementsAre("offline"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"blue"})), ElementsAre("online"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"red", "blue"})), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"green"})), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "dan", to_all()), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "bob", to_friends()), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "cat", to_roles({"blue"})), IsEmpty());
  EXPECT_THAT(heard(hide(), "dan", to_roles({"blue"})), ElementsAre("offline"));
  EXPECT_EQ(known_.role, "blue");
}

// The user had another role for a moment; it is not known which.
TEST_F(VisibilityTest, ARoleThatIsBackAlreadyIsToldAsWhatIsTrueNow) {
  const auto visibility_changes = visibility_.change(kApp, "ann", "Ann", "red", true);
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"red"})),
              ElementsAre("online, maybe again"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"green"})),
              ElementsAre("offline, maybe again"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_roles({"red", "green"})),
              ElementsAre("online, maybe again"));
  EXPECT_THAT(heard(visibility_changes, "dan", to_all()), IsEmpty());
  EXPECT_THAT(heard(visibility_changes, "cat", to_roles({"red"})), IsEmpty());
}

TEST_F(VisibilityTest, ANewNameIsKnownButNobodyComesOrGoesForIt) {
  EXPECT_THAT(visibility_.change(kApp, "ann", "Anna", "red", false), IsEmpty());
  (void)hide();
  EXPECT_EQ(known_.name, "Anna");
}

TEST_F(VisibilityTest, OneWhoIsGivenARemovedUidStandsToNobody) {
  visibility_.forget(kApp, "cat");
  visibility_.forget(kApp, "bob");
  visibility_.forget(kApp, "nobody");
  const auto gone = hide();
  EXPECT_THAT(heard(gone, "cat", to_all()), ElementsAre("offline"));
  EXPECT_THAT(heard(gone, "bob", to_friends()), IsEmpty());
}

TEST_F(VisibilityTest, ARemovedUidLosesEveryRelationHoweverItCame) {
  (void)relate("bob", {.hidden = true, .friends = true}, blocked);
  (void)relate("bob", {.hidden = true}, unfriended);  // One of two relations.
  (void)relate("cat", kStrangers, unblocked);
  (void)relate("cat", kFriends, befriended);
  (void)relate("dan", kBlocked, blocked);
  for (const auto* uid : {"bob", "cat", "dan"}) visibility_.forget(kApp, uid);
  (void)relate("dan", kFriends, befriended);  // A later dan.
  const auto gone = hide();
  for (const auto* uid : {"bob", "cat", "dan"})
    EXPECT_THAT(heard(gone, uid, to_all()), ElementsAre("offline")) << uid;
  EXPECT_THAT(known_.hidden_from, IsEmpty());
  EXPECT_THAT(known_.friends, ElementsAre("dan"));
}

TEST_F(VisibilityTest, ARemovedUidMayHaveBeenRelatedToUsersWhoAreGone) {
  (void)hide();
  visibility_.forget(kApp, "bob");
  EXPECT_TRUE(visibility_.show(kApp, "ann", ann()));
  visibility_.forget_app(kApp);
  visibility_.forget(kApp, "cat");
  EXPECT_THAT(hide(), IsEmpty());
}

// If it took time for each shown user, this test would take many seconds.
TEST_F(VisibilityTest, ARemovalTakesNoTimeForUsersWithoutARelationToIt) {
  constexpr int kUsers = 10'000;
  for (int i = 0; i < kUsers; ++i)
    ASSERT_TRUE(visibility_.show(kApp, "user-" + std::to_string(i), {"User", "red", {}, {}}));
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < kUsers; ++i) visibility_.forget(kApp, "removed-" + std::to_string(i));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{1});
}

/// Random events of four users, announced later, maybe after further changes, and compared with the
/// actual state. Devices watch from the start.
class VisibilityWalk : public testing::Test {
 protected:
  using Pair = std::pair<std::string, std::string>;

  struct PresenceEvent {
    enum class Kind { presence, relation, role } kind;
    std::string uid;
    std::string other = {};
    RelationEvent what = none;
    bool online = false;
  };

  struct Device {
    std::string uid;
    Subscriber subscriber;
    std::set<std::string> online = {};
  };

  explicit VisibilityWalk(std::uint64_t seed = 0) : random_(seed) {
    for (const auto* uid : {"ann", "bob", "cat", "dan"}) {
      roles_[uid] = "red";
      for (const auto& subscriber :
           {to_all(), to_roles({"red"}), to_roles({"blue", "red"}), to_friends(), Subscriber{}}) {
        devices_.push_back({uid, subscriber});
      }
    }
  }

  unsigned pick(unsigned count) { return random_() % count; }
  std::string any_user() { return std::next(roles_.begin(), pick(4))->first; }
  static Pair ordered(const Pair& pair) {
    return pair.first < pair.second ? pair : Pair(pair.second, pair.first);
  }

  [[nodiscard]] RelationState relation_state(const std::string& uid,
                                             const std::string& other) const {
    const bool one = blocks_.contains({uid, other});
    const bool two = blocks_.contains({other, uid});
    return {one || two, one && two, friends_.contains(ordered({uid, other}))};
  }

  void happen() {
    const auto uid = any_user();
    const auto other = any_user();
    switch (pick(4)) {
      case 0: {
        const bool online = !online_.contains(uid);
        if (online) online_.insert(uid);
        if (!online) online_.erase(uid);
        return waiting_.push_back({PresenceEvent::Kind::presence, uid, {}, none, online});
      }
      case 1: {
        const auto* role = pick(2) == 0 ? "red" : "blue";
        if (std::exchange(roles_[uid], role) == role) return;
        return waiting_.push_back({PresenceEvent::Kind::role, uid});
      }
      case 2: return toggle(blocks_, {uid, other}, blocked, unblocked);
      default: return toggle(friends_, ordered({uid, other}), befriended, unfriended);
    }
  }

  void toggle(std::set<Pair>& pairs, const Pair& pair, RelationEvent begin, RelationEvent end) {
    if (pair.first == pair.second) return;
    const bool ends = pairs.erase(pair) > 0;
    if (!ends) pairs.insert(pair);
    waiting_.push_back(
        {PresenceEvent::Kind::relation, pair.first, pair.second, ends ? end : begin});
  }

  void tell() {
    for (const auto& event : std::exchange(waiting_, {})) {
      const auto& [kind, uid, other, what, online] = event;
      switch (kind) {
        case PresenceEvent::Kind::presence: tell_presence(uid, online); break;
        case PresenceEvent::Kind::role:
          tell(uid, visibility_.change(kApp, uid, uid, roles_[uid], true));
          break;
        case PresenceEvent::Kind::relation:
          tell(uid, visibility_.relate(kApp, uid, other, relation_state(uid, other), what));
          tell(other, visibility_.relate(kApp, other, uid, relation_state(uid, other), what));
          break;
      }
    }
  }

  void tell_presence(const std::string& uid, bool online) {
    if (!online) return tell(uid, {visibility_.hide(kApp, uid).value().second});
    VisibleUser user{uid, roles_[uid], {}, {}};
    for (const auto& [other, role] : roles_) {
      if (relation_state(uid, other).hidden) user.hidden_from.push_back(other);
      if (relation_state(uid, other).friends) user.friends.push_back(other);
    }
    tell(uid, {visibility_.show(kApp, uid, user).value()});
  }

  void tell(const std::string& uid, const std::vector<VisibilityChange>& visibility_changes) {
    for (const auto& visibility_change : visibility_changes) {
      for (auto& device : devices_) {
        if (!is_told_of(visibility_change, uid, device.uid, device.subscriber)) continue;
        const bool is_news = visibility_change.online ? device.online.insert(uid).second
                                                      : device.online.erase(uid) > 0;
        EXPECT_TRUE(is_news || visibility_change.repeated) << uid << " to " << device.uid;
      }
    }
  }

  [[nodiscard]] bool sees(const Device& device, const std::string& uid) const {
    if (uid == device.uid || !online_.contains(uid)) return false;
    const auto stands = relation_state(uid, device.uid);
    const auto& roles = device.subscriber.roles;
    switch (device.subscriber.subscription) {
      case Subscription::all_users: return !stands.hidden;
      case Subscription::roles:
        return !stands.hidden && std::count(roles.begin(), roles.end(), roles_.at(uid)) > 0;
      case Subscription::friends: return !stands.hidden && stands.friends;
      case Subscription::none: break;
    }
    return false;
  }

  void expect_truth(int step) const {
    for (const auto& device : devices_) {
      for (const auto& [uid, role] : roles_) {
        ASSERT_EQ(device.online.contains(uid), sees(device, uid))
            << uid << " to " << device.uid << ", step " << step;
      }
    }
  }

 private:
  test_support::PseudoRandom random_;
  std::map<std::string, std::string> roles_;
  std::set<std::string> online_;
  std::set<Pair> blocks_;   ///< Blocker and blocked.
  std::set<Pair> friends_;  ///< Ordered.
  std::vector<Device> devices_;
  std::vector<PresenceEvent> waiting_;
  Visibility visibility_;
};

TEST_F(VisibilityWalk, AddsUpToTheTruthHoweverLateItIsTold) {
  for (int step = 0; step < 20'000 && !HasFailure(); ++step) {
    happen();
    if (pick(4) > 0) continue;
    tell();
    expect_truth(step);
  }
}

}  // namespace
}  // namespace parley::core
