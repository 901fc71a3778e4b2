#include "core/session/cached_session.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "support/sanitizers.hpp"

namespace parley::core {
namespace {

User some_user() {
  User user;
  user.uid = "ann";
  user.name = "Ann Lee";
  user.role = "crew";
  user.metadata = std::string(500, 'x');
  user.tags = {"vip"};
  user.created_at = Time{} + std::chrono::seconds{5};
  return user;
}

TEST(CachedSessionTest, ItsTextIsMadeOnceAndOfTheWholeUser) {
  const CachedSession live({}, 1, some_user(), 0);
  int made = 0;
  const auto render = [&](const User& user, const Session&) {
    ++made;
    EXPECT_EQ(user, some_user());
    return user.name + user.metadata;
  };
  const auto& text = live.rendered(render);
  EXPECT_EQ(text, "Ann Lee" + std::string(500, 'x'));
  EXPECT_EQ(&live.rendered(render), &text);
  EXPECT_EQ(made, 1);
  EXPECT_EQ(live.role(), "crew");
  EXPECT_EQ(live.user_created_at(), some_user().created_at);
}

constexpr Time::duration kInterval = std::chrono::minutes{1};

Time at(int seconds) { return Time{std::chrono::seconds{1'000'000 + seconds}}; }

Session session_used_at(Time time) {
  Session session;
  session.last_used_at = time;
  session.used = true;
  return session;
}

TEST(CachedSessionTest, AUseIsWrittenDownOncePerInterval) {
  CachedSession live(session_used_at(at(0)), 1, some_user(), 0);
  EXPECT_FALSE(live.use(at(59), kInterval));
  EXPECT_EQ(live.last_used_at(), at(59));
  EXPECT_TRUE(live.use(at(60), kInterval));
  EXPECT_FALSE(live.use(at(61), kInterval));
}

TEST(CachedSessionTest, FollowsAClockThatWasSetBackButNotOneThatAnotherThreadReadFirst) {
  CachedSession live(session_used_at(at(0)), 1, some_user(), 0);
  EXPECT_TRUE(live.use(at(3600), kInterval));
  EXPECT_FALSE(live.use(at(3599), kInterval));
  EXPECT_EQ(live.last_used_at(), at(3600));
  EXPECT_TRUE(live.use(at(10), kInterval)) << "what is stored lies in the future";
  EXPECT_EQ(live.last_used_at(), at(10));
  EXPECT_FALSE(live.use(at(11), kInterval));
}

TEST(CachedSessionTest, GoesOnFromTheLaterUseThatIsNotInTheFuture) {
  const auto merged = [](Time stored, Time in_memory, Time now) {
    const CachedSession earlier(session_used_at(in_memory), 1, some_user(), 0);
    CachedSession live(session_used_at(stored), 1, some_user(), 0);
    live.continue_from(earlier, now);
    return live.last_used_at();
  };
  EXPECT_EQ(merged(at(0), at(5), at(9)), at(5)) << "what is stored lags behind";
  EXPECT_EQ(merged(at(5), at(0), at(9)), at(5)) << "a session call wrote it down";
  EXPECT_EQ(merged(at(3600), at(5), at(9)), at(5)) << "the clock was set back, then it was used";
  EXPECT_EQ(merged(at(5), at(3600), at(9)), at(5)) << "the clock was set back, then started";
  EXPECT_EQ(merged(at(3600), at(3601), at(9)), at(3600));
}

TEST(CachedSessionTest, BelongsToOneAppAndNoOtherOfItsId) {
  Session session;
  session.app_id = "app";
  const CachedSession live(session, 3, some_user(), 0);
  App app;
  app.id = "app";
  app.epoch = 3;
  EXPECT_TRUE(live.belongs_to(app));
  app.epoch = 4;
  EXPECT_FALSE(live.belongs_to(app));
  app.epoch = 3;
  app.id = "other-app";
  EXPECT_FALSE(live.belongs_to(app));
}

TEST(CachedSessionTest, ATextThatCouldNotBeMadeIsMadeTheNextTime) {
  if (test_support::kHasThreadSanitizer)
    GTEST_SKIP() << "ThreadSanitizer's pthread_once waits forever after an exception";
  const CachedSession live({}, 1, some_user(), 0);
  EXPECT_THROW(
      live.rendered([](const User&, const Session&) -> std::string { throw std::bad_alloc(); }),
      std::bad_alloc);
  EXPECT_EQ(live.rendered([](const User& user, const Session&) { return user.name; }), "Ann Lee");
}

TEST(CachedSessionTest, MayBeAskedForEverythingByManyAtOnce) {
  for (int round = 0; round < 50; ++round) {
    const CachedSession live({}, 1, some_user(), 0);
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        EXPECT_EQ(live.role(), "crew");
        EXPECT_EQ(live.rendered([](const User& user, const Session&) { return user.name; }),
                  "Ann Lee");
        EXPECT_EQ(live.user_created_at(), some_user().created_at);
      });
    }
    for (auto& thread : threads) thread.join();
  }
}

}  // namespace
}  // namespace parley::core
