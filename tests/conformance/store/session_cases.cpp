#include <gmock/gmock.h>

#include "conformance/store/store_with_users.hpp"

namespace parley::store_suite {

using core::Session;
using core::SessionPage;
using core::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::UnorderedElementsAre;

class SessionCase : public StoreWithUsers {
 protected:
  using StoreWithUsers::insert;

  Session insert(std::string_view app, const std::string& uid, const std::string& id,
                 Time created_at = at(80)) {
    return insert(sample_session(app, uid, id, created_at));
  }

  std::optional<Session> find(std::string_view app, std::string_view uid, std::string_view id) {
    return read(
        [&](Transaction& transaction) { return transaction.sessions().find(app, uid, id); });
  }

  std::optional<Session> find_by_digest(const crypto::Sha256& digest) {
    return read(
        [&](Transaction& transaction) { return transaction.sessions().find_by_digest(digest); });
  }

  SessionPage list(std::string_view app, std::string_view uid, Time now = at(100),
                   std::uint32_t per_page = 100, std::uint32_t page = 1) {
    return read([&](Transaction& transaction) {
      return transaction.sessions().list_live(core::WalkPermit(), app, uid, now, per_page, page);
    });
  }

  /// Returns whether the use was stored.
  static bool touch_one(Transaction& transaction, const core::SessionUse& use, Time now) {
    return transaction.sessions().touch({&use, 1}, now) == 1;
  }

  static std::vector<std::string> ids(const std::vector<Session>& sessions) {
    std::vector<std::string> ids;
    for (const Session& session : sessions) ids.push_back(session.id);
    return ids;
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(SessionCase);

TEST_P(SessionCase, KeepsEveryFieldOnEachApp) {
  Session here = sample_session(kApp, "ann", "ses_1");
  here.expires_at = at(86'400'123);
  here.idle_timeout = std::chrono::seconds{3'600};
  here.last_used_at = at(90);
  insert(here);
  const Session elsewhere = insert(kOtherApp, "ann", "ses_2");

  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(here));
  EXPECT_THAT(find(kOtherApp, "ann", "ses_2"), Optional(elsewhere));
  EXPECT_THAT(find_by_digest(here.digest), Optional(here));
  EXPECT_THAT(find_by_digest(elsewhere.digest), Optional(elsewhere));
}

TEST_P(SessionCase, IsFoundUnderItsAppAndUserOnly) {
  insert(kApp, "ann", "ses_1");
  EXPECT_EQ(find(kOtherApp, "ann", "ses_1"), std::nullopt);
  EXPECT_EQ(find(kApp, "bob", "ses_1"), std::nullopt);
  EXPECT_EQ(find(kApp, "ann", "ses_2"), std::nullopt);
  EXPECT_EQ(find_by_digest(crypto::sha256("unknown")), std::nullopt);
}

TEST_P(SessionCase, AnEndedSessionIsStillFound) {
  Session session = sample_session(kApp, "ann", "ses_1");
  session.expires_at = at(81);
  insert(session);
  EXPECT_THAT(find_by_digest(session.digest), Optional(session));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));
}

TEST_P(SessionCase, ListsTheNewestFirstAndOfThisUserOnly) {
  insert(kApp, "ann", "old", at(10));
  insert(kApp, "ann", "new", at(30));
  insert(kApp, "ann", "middle", at(20));
  insert(kApp, "bob", "of-bob", at(25));
  insert(kOtherApp, "ann", "elsewhere", at(25));

  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("new", "middle", "old"));
  EXPECT_EQ(list(kApp, "ann").total, 3u);
  EXPECT_THAT(ids(list(kOtherApp, "ann").sessions), ElementsAre("elsewhere"));
  EXPECT_THAT(list(kOtherApp, "bob").sessions, IsEmpty());
}

TEST_P(SessionCase, ListsSessionsOfOneMillisecondTheLastInsertedFirst) {
  insert(kApp, "ann", "b-first");
  insert(kApp, "ann", "c-second");
  insert(kApp, "ann", "a-third");
  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("a-third", "c-second", "b-first"));
}

TEST_P(SessionCase, ListsInPagesThatEndEmpty) {
  for (int i = 0; i < 5; ++i) insert(kApp, "ann", "ses_" + std::to_string(i), at(i));
  const auto page = [&](std::uint32_t number) {
    const SessionPage shown = list(kApp, "ann", at(100), 2, number);
    EXPECT_EQ(shown.total, 5u) << "page " << number;
    return ids(shown.sessions);
  };
  EXPECT_THAT(page(1), ElementsAre("ses_4", "ses_3"));
  EXPECT_THAT(page(2), ElementsAre("ses_2", "ses_1"));
  EXPECT_THAT(page(3), ElementsAre("ses_0"));
  EXPECT_THAT(page(4), IsEmpty());
  EXPECT_THAT(page(4'000'000'000), IsEmpty());
}

TEST_P(SessionCase, IsLiveUntilTheMillisecondItExpires) {
  Session session = sample_session(kApp, "ann", "ses_1");
  session.expires_at = at(5'000);
  insert(session);
  EXPECT_EQ(list(kApp, "ann", at(4'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(5'000)).total, 0u);
  EXPECT_EQ(list(kApp, "ann", at(5'001)).total, 0u);
  EXPECT_THAT(list(kApp, "ann", at(5'000)).sessions, IsEmpty());
}

TEST_P(SessionCase, IsLiveUntilTheMillisecondItsIdleTimeIsOver) {
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

  write([&](Transaction& transaction) {
    return touch_one(transaction, {session, at(4'000), ""}, at(4'000));
  });
  EXPECT_EQ(list(kApp, "ann", at(8'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(9'000)).total, 0u);
}

TEST_P(SessionCase, UseDoesNotProlongTheLifetime) {
  Session session = sample_session(kApp, "ann", "ses_1", at(0));
  session.idle_timeout = std::chrono::seconds{5};
  session.expires_at = at(6'000);
  insert(session);
  session.last_used_at = at(4'000);
  write([&](Transaction& transaction) { return transaction.sessions().update(session); });
  EXPECT_EQ(list(kApp, "ann", at(5'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(6'000)).total, 0u);
}

TEST_P(SessionCase, AUseReplacesOneThatLiesInTheFuture) {
  Session session = sample_session(kApp, "ann", "ses_1", at(0));
  session.idle_timeout = std::chrono::seconds{5};
  session.last_used_at = at(100'000);
  insert(session);
  const auto touch = [&](Time used_at, Time now) {
    return write([&](Transaction& transaction) {
      return touch_one(transaction, {session, used_at, ""}, now);
    });
  };
  EXPECT_FALSE(touch(at(1'000), at(100'000))) << "the stored use is no longer in the future";
  EXPECT_TRUE(touch(at(1'000), at(1'500)));
  EXPECT_EQ(find(kApp, "ann", "ses_1")->last_used_at, at(1'000));
  EXPECT_EQ(list(kApp, "ann", at(5'999)).total, 1u);
  EXPECT_EQ(list(kApp, "ann", at(6'000)).total, 0u);
}

TEST_P(SessionCase, WithoutLimitsIsLiveForEver) {
  insert(kApp, "ann", "ses_1");
  EXPECT_EQ(list(kApp, "ann", at(1'000'000'000'000)).total, 1u);
}

TEST_P(SessionCase, UpdateSetsDeviceAndLastUseOnly) {
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

TEST_P(SessionCase, TouchSetsALaterUseAndNothingElse) {
  Session session = insert(kApp, "ann", "ses_1");
  const auto touch = [&](const Session& touched, Time used_at) {
    return write([&](Transaction& transaction) {
      return touch_one(transaction, {touched, used_at, "2001:db8::1"}, used_at);
    });
  };
  const auto later = session.last_used_at + std::chrono::seconds{1};
  Session wrong = session;
  wrong.app_id = kOtherApp;
  EXPECT_FALSE(touch(wrong, later));
  wrong = session;
  wrong.uid = "bob";
  EXPECT_FALSE(touch(wrong, later));
  EXPECT_FALSE(touch(session, session.last_used_at));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));

  EXPECT_TRUE(touch(session, later));
  session.last_used_at = later;
  session.last_ip = "2001:db8::1";
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));
}

TEST_P(SessionCase, TouchMarksASessionAsUsedEvenInTheMillisecondOfItsCreation) {
  Session unused = sample_session(kApp, "ann", "ses_1");
  unused.used = false;
  unused.last_ip.clear();
  const Session elsewhere = [&] {
    Session other = sample_session(kOtherApp, "ann", "ses_1");
    other.used = false;
    return other;
  }();
  write([&](Transaction& transaction) {
    transaction.sessions().begin(unused, kAnyNumber);
    transaction.sessions().begin(elsewhere, kAnyNumber);
  });
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(unused));
  const auto touch = [&] {
    return write([&](Transaction& transaction) {
      return touch_one(transaction, {unused, unused.last_used_at, "2001:db8::1"},
                       unused.last_used_at);
    });
  };
  EXPECT_TRUE(touch());
  EXPECT_FALSE(touch()) << "this use is stored already";
  Session used = unused;
  used.used = true;
  used.last_ip = "2001:db8::1";
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(used));
  EXPECT_THAT(find(kOtherApp, "ann", "ses_1"), Optional(elsewhere));
}

TEST_P(SessionCase, UpdateChangesNothingUnderAnotherAppOrUserOrWhenGone) {
  const Session session = insert(kApp, "ann", "ses_1");
  const auto update = [&](Session changed) {
    changed.last_ip = "changed";
    return write([&](Transaction& transaction) { return transaction.sessions().update(changed); });
  };
  Session wrong = session;
  wrong.app_id = kOtherApp;
  EXPECT_FALSE(update(wrong));
  wrong = session;
  wrong.uid = "bob";
  EXPECT_FALSE(update(wrong));
  EXPECT_THAT(find(kApp, "ann", "ses_1"), Optional(session));

  write([](Transaction& transaction) { transaction.sessions().remove(kApp, "ann", "ses_1"); });
  EXPECT_FALSE(update(session));
}

TEST_P(SessionCase, RemoveAnswersTheSessionUnderItsAppAndUserOnly) {
  const Session session = insert(kApp, "ann", "ses_1");
  insert(kApp, "ann", "ses_2");
  const auto remove = [&](std::string_view app, std::string_view uid, std::string_view id) {
    return write(
        [&](Transaction& transaction) { return transaction.sessions().remove(app, uid, id); });
  };
  EXPECT_EQ(remove(kOtherApp, "ann", "ses_1"), std::nullopt);
  EXPECT_EQ(remove(kApp, "bob", "ses_1"), std::nullopt);
  EXPECT_THAT(remove(kApp, "ann", "ses_1"), Optional(session));
  EXPECT_EQ(remove(kApp, "ann", "ses_1"), std::nullopt);
  EXPECT_EQ(find_by_digest(session.digest), std::nullopt);
  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("ses_2"));
}

TEST_P(SessionCase, BeginRemovesTheOldestOfTooMany) {
  for (int i = 0; i < 5; ++i) insert(kApp, "ann", "ses_" + std::to_string(i), at(i));
  insert(kApp, "bob", "of-bob", at(0));
  insert(kOtherApp, "ann", "elsewhere", at(0));
  const auto begin = [&](const std::string& id, std::uint32_t most) {
    return ids(write([&](Transaction& transaction) {
      return transaction.sessions().begin(sample_session(kApp, "ann", id, at(100)), most);
    }));
  };
  EXPECT_THAT(begin("ses_5", 6), IsEmpty());
  EXPECT_THAT(begin("ses_6", 5), UnorderedElementsAre("ses_0", "ses_1"));
  EXPECT_THAT(ids(list(kApp, "ann").sessions),
              UnorderedElementsAre("ses_6", "ses_5", "ses_4", "ses_3", "ses_2"));
  EXPECT_THAT(begin("ses_7", 1), UnorderedElementsAre("ses_2", "ses_3", "ses_4", "ses_5", "ses_6"));
  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("ses_7"));
  EXPECT_EQ(list(kApp, "bob").total, 1u);
  EXPECT_EQ(list(kOtherApp, "ann").total, 1u);
}

TEST_P(SessionCase, BeginNeitherCountsNorRemovesEndedSessions) {
  Session ended = sample_session(kApp, "ann", "ended", at(50));
  ended.expires_at = at(100);
  insert(ended);
  insert(kApp, "ann", "old", at(10));
  const auto removed = write([](Transaction& transaction) {
    return transaction.sessions().begin(sample_session(kApp, "ann", "new", at(100)), 2);
  });
  EXPECT_THAT(removed, IsEmpty());
  EXPECT_TRUE(find(kApp, "ann", "ended"));
}

TEST_P(SessionCase, TouchesManyAndTheirUsers) {
  const Session of_ann = insert(kApp, "ann", "ses_1");
  const Session of_bob = insert(kApp, "bob", "ses_2");
  const Session gone = sample_session(kApp, "ann", "gone");
  const auto later = of_ann.last_used_at + std::chrono::seconds{1};
  const auto stored = write([&](Transaction& transaction) {
    const std::vector<core::SessionUse> uses{
        {of_ann, later, "192.0.2.1"}, {gone, later, ""}, {of_bob, later, "192.0.2.2"}};
    return transaction.sessions().touch(uses, later);
  });
  EXPECT_EQ(stored, 2u);
  EXPECT_EQ(find(kApp, "ann", "ses_1")->last_ip, "192.0.2.1");
  EXPECT_EQ(find(kApp, "bob", "ses_2")->last_ip, "192.0.2.2");
  for (const auto* uid : {"ann", "bob"}) {
    EXPECT_EQ(read([&](Transaction& transaction) {
                return transaction.users().find(kApp, uid)->last_active_at;
              }),
              later);
  }
}

TEST_P(SessionCase, RemoveSomeOfManyUsersEndsWithTheFirstOnes) {
  for (int i = 0; i < 2; ++i) {
    insert(kApp, "ann", "of-ann-" + std::to_string(i));
    insert(kApp, "bob", "of-bob-" + std::to_string(i));
  }
  const std::vector<std::string> uids{"bob", "nobody", "ann"};
  const auto remove_some = [&] {
    return ids(write([&](Transaction& transaction) {
      return transaction.sessions().remove_some(kApp, uids, {core::kEndOfTime}, "", 3);
    }));
  };
  const auto first = remove_some();
  ASSERT_EQ(first.size(), 3u);
  EXPECT_EQ(list(kApp, "bob").total, 0u);
  EXPECT_EQ(list(kApp, "ann").total, 1u);
  EXPECT_TRUE(first.back().starts_with("of-ann"));
  EXPECT_EQ(remove_some().size(), 1u);
  EXPECT_THAT(remove_some(), IsEmpty());
}

TEST_P(SessionCase, RemoveSomeBeforeACutoffIsExact) {
  insert(kApp, "ann", "before", at(999));
  insert(kApp, "ann", "at", at(1'000));
  insert(kApp, "ann", "after", at(1'001));
  insert(kApp, "bob", "of-bob", at(0));
  insert(kOtherApp, "ann", "elsewhere", at(0));
  const auto removed = write([](Transaction& transaction) {
    return transaction.sessions().remove_some(kApp, "ann", {at(1'000)}, "", 100);
  });
  EXPECT_THAT(removed, ElementsAre(sample_session(kApp, "ann", "before", at(999))));
  EXPECT_THAT(ids(list(kApp, "ann", at(2'000)).sessions), ElementsAre("after", "at"));
  EXPECT_EQ(list(kApp, "bob").total, 1u);
  EXPECT_EQ(list(kOtherApp, "ann").total, 1u);
}

TEST_P(SessionCase, RemoveSomeTakesNoMoreThanAskedFor) {
  for (int i = 0; i < 5; ++i) {
    insert(kApp, "ann", "here-" + std::to_string(i));
    insert(kOtherApp, "ann", "elsewhere-" + std::to_string(i));
  }
  const auto remove_some = [&] {
    return write([](Transaction& transaction) {
      return transaction.sessions().remove_some(kApp, "ann", {core::kEndOfTime}, "", 2).size();
    });
  };
  EXPECT_EQ(remove_some(), 2u);
  EXPECT_EQ(list(kApp, "ann").total, 3u);
  EXPECT_EQ(remove_some(), 2u);
  EXPECT_EQ(remove_some(), 1u);
  EXPECT_EQ(remove_some(), 0u);
  EXPECT_EQ(list(kOtherApp, "ann").total, 5u);
}

TEST_P(SessionCase, RemoveSomeCoversEverythingButTheException) {
  Session ended = sample_session(kApp, "ann", "ended");
  ended.expires_at = at(81);
  insert(ended);
  insert(kApp, "ann", "mine");
  insert(kApp, "ann", "other");
  const auto remove_some = [&](std::string_view except) {
    return ids(write([&](Transaction& transaction) {
      return transaction.sessions().remove_some(kApp, "ann", {core::kEndOfTime}, except, 100);
    }));
  };
  EXPECT_THAT(remove_some("mine"), UnorderedElementsAre("ended", "other"));
  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("mine"));
  EXPECT_THAT(remove_some(""), ElementsAre("mine"));
  EXPECT_THAT(remove_some(""), IsEmpty());
}

TEST_P(SessionCase, ListIssuedBeforeIsExactWithinAMillisecond) {
  insert(kApp, "ann", "before", at(999));
  insert(kApp, "ann", "at", at(1'000));
  const auto number =
      read([](Transaction& transaction) { return transaction.sessions().newest_number(); });
  insert(kApp, "ann", "at-but-later", at(1'000));
  insert(kApp, "bob", "after", at(1'001));
  insert(kApp, "bob", "of-bob", at(0));
  insert(kOtherApp, "ann", "elsewhere", at(0));
  const auto list_before = [&](core::IssuedBefore bound) {
    return read([&](Transaction& transaction) {
      return transaction.sessions().list_issued_before(kApp, "", bound, 100);
    });
  };
  EXPECT_THAT(ids(list_before({at(1'000), 0}).sessions), ElementsAre("before", "of-bob"));
  const auto exact = list_before({at(1'000), number});
  EXPECT_THAT(ids(exact.sessions), ElementsAre("before", "at", "of-bob"));
  EXPECT_EQ(exact.next_uid, "");
}

TEST_P(SessionCase, ListIssuedBeforeComesInParts) {
  for (int i = 0; i < 3; ++i) insert(kApp, "ann", "ses_" + std::to_string(i), at(i));
  insert(kApp, "bob", "of-bob", at(0));
  const auto list_from = [&](std::string_view uid) {
    return read([&](Transaction& transaction) {
      return transaction.sessions().list_issued_before(kApp, uid, {at(100), 0}, 2);
    });
  };
  const auto first = list_from("");
  EXPECT_THAT(ids(first.sessions), ElementsAre("ses_0", "ses_1"));
  EXPECT_EQ(first.next_uid, "ann") << "ann has more sessions";
  for (const auto& session : first.sessions) {
    write(
        [&](Transaction& transaction) { transaction.sessions().remove(kApp, "ann", session.id); });
  }
  const auto second = list_from(first.next_uid);
  EXPECT_THAT(ids(second.sessions), ElementsAre("ses_2", "of-bob"));
}

TEST_P(SessionCase, PurgeRemovesWhatEndedBeforeTheCutoffUpToTheLimit) {
  const auto ending = [&](std::string_view app, const std::string& id, Time expires_at) {
    Session session = sample_session(app, "ann", id, at(0));
    session.expires_at = expires_at;
    insert(session);
  };
  ending(kApp, "first", at(997));
  ending(kOtherApp, "second", at(998));
  ending(kApp, "third", at(999));
  ending(kApp, "at-the-cutoff", at(1'000));
  Session idle = sample_session(kApp, "ann", "idle", at(-5'000));
  idle.idle_timeout = std::chrono::seconds{5};
  insert(idle);
  insert(kApp, "ann", "endless", at(0));
  const auto purge = [&](std::uint32_t limit) {
    return write([&](Transaction& transaction) {
      return transaction.sessions().purge_ended(at(1'000), limit);
    });
  };
  EXPECT_EQ(purge(0), 0u);
  EXPECT_EQ(purge(3), 3u);
  EXPECT_EQ(purge(3), 1u);
  EXPECT_EQ(purge(3), 0u);
  EXPECT_EQ(find(kApp, "ann", "third"), std::nullopt);
  EXPECT_EQ(find(kApp, "ann", "idle"), std::nullopt);
  EXPECT_EQ(find(kOtherApp, "ann", "second"), std::nullopt);
  EXPECT_TRUE(find(kApp, "ann", "at-the-cutoff"));
  EXPECT_TRUE(find(kApp, "ann", "endless"));
}

TEST_P(SessionCase, EndsWithItsUserAndDoesNotComeBack) {
  const Session session = insert(kApp, "ann", "ses_1");
  insert(kApp, "bob", "of-bob");
  insert(kOtherApp, "ann", "elsewhere");
  write([](Transaction& transaction) {
    EXPECT_TRUE(transaction.users().remove(kApp, "ann"));
    EXPECT_TRUE(transaction.users().insert(kApp, sample_user("ann")));
  });
  EXPECT_EQ(find_by_digest(session.digest), std::nullopt);
  EXPECT_EQ(list(kApp, "ann").total, 0u);
  EXPECT_EQ(list(kApp, "bob").total, 1u);
  EXPECT_EQ(list(kOtherApp, "ann").total, 1u);
}

}  // namespace parley::store_suite
