#include "core/presence/service.hpp"

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/presence_service_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using test_support::PresenceServiceTest;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

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

TEST_F(PresenceServiceTest, ReportsMessagesThatWereLostForLackOfMemory) {
  create("ann");
  create("bob");
  listener.cannot_render = "ann";
  connect("ann", 1);
  announce();
  EXPECT_EQ(listener.lost, 0) << "a bug would come again";
  listener.too_large = "bob";
  connect("bob", 2);
  announce();
  EXPECT_EQ(listener.lost, 1);
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

TEST_F(PresenceServiceTest, ForgetsWhatItHadTakenOfAnAppThatWasRemovedMeanwhile) {
  create("ann");
  connect("ann", 1);
  repeating.before_write = [&] {
    bus.deliver({.kind = EventKind::app_changed,
                 .app_id = kApp,
                 .app_change = AppChangeKind::removed,
                 .id = bus.now().event});
    return Status(make_error(ErrorCode::kErrServiceUnavailable));
  };
  EXPECT_FALSE(runner.run(domain.presence.announce_pending()));
  repeating.before_write = [] { return Status{}; };
  announce();
  EXPECT_THAT(listener.announced, IsEmpty());
}

TEST_F(PresenceServiceTest, WritesOnlyWhoIsOnline) {
  create("ann");
  create("bob");
  connect("ann", 1);
  announce();
  EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, "bob", {"ann"})));
  repeating.before_write = [] { return Status(make_error(ErrorCode::kErrServiceUnavailable)); };
  announce();
  EXPECT_EQ(listener.notices.size(), 2U);
  repeating.before_write = [] { return Status{}; };
  EXPECT_TRUE(runner.run(domain.users.remove(actor, kApp, "bob")));
  const auto runs = repeating.runs();
  announce();
  EXPECT_EQ(repeating.runs(), runs) << "nothing to look up";
}

/// What was announced: the user, its state, and the role or the user that is notified.
std::vector<std::string> words(const std::vector<std::shared_ptr<const Announcement>>& announced) {
  std::vector<std::string> words;
  for (const auto& announcement : announced) {
    const auto& recipients = announcement->recipients;
    words.push_back(
        announcement->user.user.uid + (announcement->online ? " online" : " offline") +
        (recipients.only.empty() ? " for " + recipients.role : " to " + recipients.only));
    EXPECT_TRUE(announcement->repeated);
  }
  return words;
}

TEST_F(PresenceServiceTest, AnnouncesWhatWasMissedWithoutEvents) {
  for (const auto* uid : {"ann", "bob", "cat"}) create(uid);
  EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, "cat", {"ann"})));
  connect("ann", 1);
  connect("bob", 2);
  announce();
  listener.announced.clear();
  const Status changed = runner.run(store->write([&](Transaction& transaction) -> Status {
    auto ann = transaction.users().find(kApp, "ann").value();
    ann.role = "red";
    transaction.users().update(kApp, ann);
    transaction.relations().block(kApp, "bob", "ann", clock.now());
    transaction.relations().unblock(kApp, "cat", "ann");
    return {};
  }));
  EXPECT_TRUE(changed);
  announce();
  EXPECT_THAT(listener.announced, IsEmpty());
  bus.lose_sync();
  bus.recover();
  announce();
  EXPECT_THAT(
      words(listener.announced),
      UnorderedElementsAre("ann offline for default", "ann online for red", "ann offline to bob",
                           "ann online to cat", "bob offline to ann"));
  announce();
  EXPECT_EQ(listener.announced.size(), 5U);
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

TEST_F(PresenceServiceTest, ReadsAgainWhoSeesWhomAfterItDroppedARelation) {
  create("ann");
  create("bob");
  connect("ann", 1);
  announce();
  EXPECT_TRUE(runner.run(domain.relations.block(actor, kApp, "bob", {"ann"})));
  listener.announced.clear();
  bool threw = false;
  repeating.before_read = [&] {
    if (!std::exchange(threw, true)) throw std::logic_error("a bug");
  };
  announce();
  EXPECT_TRUE(threw);
  announce();
  EXPECT_THAT(words(listener.announced), ElementsAre("ann offline to bob"));
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

}  // namespace
}  // namespace parley::core
