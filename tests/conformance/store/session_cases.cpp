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

class SessionCase : public StoreWithUsers {};

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

TEST_P(SessionCase, WithoutLimitsIsLiveForEver) {
  insert(kApp, "ann", "ses_1");
  EXPECT_EQ(list(kApp, "ann", at(1'000'000'000'000)).total, 1u);
}

TEST_P(SessionCase, RemoveTakesSessionsOfTheirAppAndUserOnlyAndReturnsThem) {
  const Session first = insert(kApp, "ann", "ses_1");
  const Session second = insert(kApp, "ann", "ses_2");
  insert(kApp, "ann", "ses_3");
  const auto remove = [&](const std::vector<Session>& sessions) {
    return write([&](Transaction& transaction) { return transaction.sessions().remove(sessions); });
  };
  Session elsewhere = first;
  elsewhere.app_id = kOtherApp;
  Session of_bob = first;
  of_bob.uid = "bob";
  EXPECT_THAT(remove({elsewhere, of_bob}), IsEmpty());
  EXPECT_THAT(remove({first, of_bob, second}), ElementsAre(first, second));
  EXPECT_THAT(remove({first}), IsEmpty());
  EXPECT_EQ(find_by_digest(first.digest), std::nullopt);
  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("ses_3"));
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

// The limit was lowered. One login must not occupy the writer for long.
TEST_P(SessionCase, BeginRemovesABoundedNumberOfTheOldest) {
  constexpr int kMost = core::kSessionsEndedAtOnce;
  insert(kApp, "ann", "ses_0", at(0));
  insert(kOtherApp, "ann", "elsewhere", at(0));
  write([](Transaction& transaction) {
    for (int i = 1; i < kMost + 3; ++i) {
      const auto id = "ses_" + std::to_string(i);
      transaction.sessions().begin(sample_session(kApp, "ann", id, at(i)), kAnyNumber);
    }
  });
  const auto begin = [&](const std::string& id) {
    return ids(write([&](Transaction& transaction) {
      return transaction.sessions().begin(sample_session(kApp, "ann", id, at(1'000)), 1);
    }));
  };
  EXPECT_EQ(begin("new_0").size(), std::size_t{kMost});
  EXPECT_FALSE(find(kApp, "ann", "ses_" + std::to_string(kMost - 1)));
  EXPECT_TRUE(find(kApp, "ann", "ses_" + std::to_string(kMost)));
  EXPECT_EQ(begin("new_1").size(), 4u);
  EXPECT_THAT(ids(list(kApp, "ann").sessions), ElementsAre("new_1"));
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
  write([&](Transaction& transaction) { transaction.sessions().remove(first.sessions); });
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
