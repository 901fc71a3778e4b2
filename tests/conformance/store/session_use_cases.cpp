// What the use and the update of a session change.
#include <array>

#include <gmock/gmock.h>

#include "conformance/store/store_with_users.hpp"

namespace parley::store_suite {

using core::Session;
using core::Transaction;
using testing::Optional;

class SessionUseCase : public StoreWithUsers {
 protected:
  Session insert_unused(std::string_view app) {
    Session session = sample_session(app, "ann", "ses_1");
    session.used = false;
    return insert(session);
  }

  /// The same session, of the same user of another app and of another user.
  static std::array<Session, 2> of_others(const Session& session) {
    std::array<Session, 2> others{session, session};
    others[0].app_id = kOtherApp;
    others[1].uid = "bob";
    return others;
  }

  Time last_active_at(std::string_view app, std::string_view uid) {
    return read([&](Transaction& transaction) {
      return transaction.users().find(app, uid)->last_active_at;
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(SessionUseCase);

TEST_P(SessionUseCase, IsLiveUntilTheMillisecondItsIdleTimeIsOver) {
  Session session = sample_session(kApp, "ann", "ses_1", at(0));
  session.idle_timeout = std::chrono::seconds{5};
  insert(session);
  EXPECT_EQ(list(kApp, "ann", at(4'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(5'000)).total, 0u);
  EXPECT_EQ(list(kApp, "ann", at(5'001)).total, 0u);

  session.last_used_at = at(3'000);
  write([&](Transaction& transaction) { return transaction.sessions().update(session); });
  EXPECT_EQ(list(kApp, "ann", at(7'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(8'000)).total, 0u);

  touch({session, at(4'000), ""}, at(4'000));
  EXPECT_EQ(list(kApp, "ann", at(8'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(9'000)).total, 0u);
}

TEST_P(SessionUseCase, UseDoesNotProlongTheLifetime) {
  Session session = sample_session(kApp, "ann", "ses_1", at(0));
  session.idle_timeout = std::chrono::seconds{5};
  session.expires_at = at(6'000);
  insert(session);
  session.last_used_at = at(4'000);
  write([&](Transaction& transaction) { return transaction.sessions().update(session); });
  EXPECT_EQ(list(kApp, "ann", at(5'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(6'000)).total, 0u);
}

TEST_P(SessionUseCase, AUseReplacesOneThatLiesInTheFuture) {
  Session session = sample_session(kApp, "ann", "ses_1", at(0));
  session.idle_timeout = std::chrono::seconds{5};
  session.last_used_at = at(100'000);
  insert(session);
  touch({session, at(1'000), ""}, at(100'000));
  EXPECT_EQ(find(kApp, "ann", "ses_1")->last_used_at, at(100'000)) << "no longer in the future";
  touch({session, at(1'000), ""}, at(1'500));
  EXPECT_EQ(find(kApp, "ann", "ses_1")->last_used_at, at(1'000));
  EXPECT_EQ(list(kApp, "ann", at(5'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(6'000)).total, 0u);
}

TEST_P(SessionUseCase, AUseReplacesALastActivityThatLiesInTheFuture) {
  const Session session = insert(kApp, "ann", "ses_1");
  write([](Transaction& transaction) {
    for (const auto app : {kApp, kOtherApp}) transaction.users().touch(app, "ann", at(100'000));
  });
  touch({session, at(1'000), ""}, at(100'000));
  EXPECT_EQ(last_active_at(kApp, "ann"), at(100'000)) << "no longer in the future";
  touch({session, at(1'001), ""}, at(1'500));
  EXPECT_EQ(last_active_at(kApp, "ann"), at(1'001));
  EXPECT_EQ(last_active_at(kOtherApp, "ann"), at(100'000));
}

TEST_P(SessionUseCase, UpdateSetsDeviceAndLastUseOnly) {
  const Session before = insert(kApp, "ann", "ses_1");
  const Session elsewhere = insert(kOtherApp, "ann", "ses_2");
  Session asked = before;
  asked.last_used_at = at(500);
  asked.last_ip = "2001:db8::1";
  asked.device = {.platform = "web", .user_agent = "Firefox"};
  Session after = asked;
  asked.expires_at = at(600);
  asked.idle_timeout = std::chrono::seconds{1};
  asked.created_at = at(1);
  asked.hint = "other";
  EXPECT_TRUE(
      write([&](Transaction& transaction) { return transaction.sessions().update(asked); }));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(after));
  EXPECT_EQ(list(kApp, "ann", at(5'000)).total, 1u) << "the stored limits determine the end";
  EXPECT_THAT(find(kOtherApp, "ann", "ses_2"), Optional(elsewhere));
}

TEST_P(SessionUseCase, TouchSetsALaterUseAndNothingElse) {
  Session session = insert(kApp, "ann", "ses_1");
  const auto touch_at = [&](const Session& touched, Time used_at) {
    touch({touched, used_at, "2001:db8::1"}, used_at);
  };
  const auto later = session.last_used_at + std::chrono::seconds{1};
  for (const auto& wrong : of_others(session)) touch_at(wrong, later);
  touch({session, session.last_used_at - std::chrono::milliseconds{1}, "2001:db8::1"}, later);
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));

  touch_at(session, later);
  session.last_used_at = later;
  session.last_ip = "2001:db8::1";
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));
}

TEST_P(SessionUseCase, TheFirstUseCanBeInTheMillisecondOfTheCreation) {
  Session session = insert_unused(kApp);
  touch({session, session.created_at, "2001:db8::1"}, session.created_at);
  session.last_ip = "2001:db8::1";
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));
  EXPECT_EQ(last_active_at(kApp, "ann"), session.created_at);
}

// The clock was set back, and has caught up since.
TEST_P(SessionUseCase, AFirstUseDoesNotReplaceALaterTime) {
  Session session = sample_session(kApp, "ann", "ses_1", at(1'000));
  session.used = false;
  session.idle_timeout = std::chrono::seconds{5};
  insert(session);
  touch({session, at(500), "2001:db8::1"}, at(2'000));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));
  EXPECT_EQ(list(kApp, "ann", at(5'999)).total, 1u);
}

TEST_P(SessionUseCase, OnlyTheFirstMarkIsTheFirstUse) {
  Session session = insert_unused(kApp);
  const Session elsewhere = insert_unused(kOtherApp);
  const auto mark = [&](const Session& marked) {
    return write(
        [&](Transaction& transaction) { return transaction.sessions().mark_used(marked); });
  };
  for (const auto& wrong : of_others(session)) EXPECT_FALSE(mark(wrong));
  EXPECT_FALSE(mark(sample_session(kApp, "ann", "gone")));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));

  EXPECT_TRUE(mark(session));
  EXPECT_FALSE(mark(session)) << "by an old copy";
  write([&](Transaction& transaction) { return transaction.sessions().update(session); });
  session.used = true;
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session)) << "an old copy does not undo it";
  EXPECT_THAT(find(kOtherApp, "ann", "ses_1"), Optional(elsewhere));
}

TEST_P(SessionUseCase, UpdateChangesNothingUnderAnotherAppOrUserOrWhenGone) {
  const Session session = insert(kApp, "ann", "ses_1");
  const auto update = [&](Session changed) {
    changed.last_ip = "changed";
    return write([&](Transaction& transaction) { return transaction.sessions().update(changed); });
  };
  for (const auto& wrong : of_others(session)) EXPECT_FALSE(update(wrong));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));

  write([&](Transaction& transaction) { transaction.sessions().remove(session); });
  EXPECT_FALSE(update(session));
}

TEST_P(SessionUseCase, TouchesManyAndTheirUsers) {
  const Session of_ann = insert(kApp, "ann", "ses_1");
  const Session of_bob = insert(kApp, "bob", "ses_2");
  const Session gone = sample_session(kApp, "ann", "gone");
  const auto later = of_ann.last_used_at + std::chrono::seconds{1};
  write([&](Transaction& transaction) {
    const std::vector<core::SessionUse> uses{
        {of_ann, later, "192.0.2.1"}, {gone, later, ""}, {of_bob, later, "192.0.2.2"}};
    transaction.sessions().touch(uses, later);
  });
  EXPECT_EQ(find(kApp, "ann", "ses_1")->last_ip, "192.0.2.1");
  EXPECT_EQ(find(kApp, "bob", "ses_2")->last_ip, "192.0.2.2");
  for (const auto* uid : {"ann", "bob"}) EXPECT_EQ(last_active_at(kApp, uid), later);
}

}  // namespace parley::store_suite
