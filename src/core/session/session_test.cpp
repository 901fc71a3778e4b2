#include "core/session/session.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Time kStart = from_unix_seconds(1'771'312'489);

TEST(SessionTest, KeepsWhatIsReadableOfAUserAgent) {
  EXPECT_EQ(readable_user_agent("Mozilla/5.0 (\u00e9)"), "Mozilla/5.0 (\u00e9)");
  EXPECT_EQ(readable_user_agent("App \xe9 1.0"), "App ");
  EXPECT_EQ(readable_user_agent("App\t1.0"), "");
  EXPECT_EQ(readable_user_agent(std::string(999, 'a') + "\u00e9"), std::string(999, 'a'));
}

// Security ledger, row 7: the limits at -1, 0 and +1.
TEST(SessionTest, EndsAtItsAbsoluteLimit) {
  Session session;
  session.expires_at = kStart + seconds{60};
  for (const Time::duration step : {Time::duration{seconds{1}}, Time::duration{milliseconds{1}}}) {
    const auto at = [&](Time::duration d) {
      return state_of(session, kStart, session.expires_at + d);
    };
    EXPECT_EQ(at(-step), SessionState::live);
    EXPECT_EQ(at(Time::duration{0}), SessionState::expired);
    EXPECT_EQ(at(step), SessionState::expired);
  }
}

TEST(SessionTest, EndsAtItsIdleLimit) {
  Session session;
  session.idle_timeout = seconds{60};
  for (const Time::duration step : {Time::duration{seconds{1}}, Time::duration{milliseconds{1}}}) {
    const auto at = [&](Time::duration d) {
      return state_of(session, kStart, kStart + seconds{60} + d);
    };
    EXPECT_EQ(at(-step), SessionState::live);
    EXPECT_EQ(at(Time::duration{0}), SessionState::idle_expired);
    EXPECT_EQ(at(step), SessionState::idle_expired);
  }
}

TEST(SessionTest, UsePutsOffTheIdleLimitButNotTheAbsoluteOne) {
  Session session;
  session.idle_timeout = seconds{60};
  session.expires_at = kStart + seconds{100};
  const auto used = kStart + seconds{59};
  EXPECT_EQ(state_of(session, used, kStart + seconds{99}), SessionState::live);
  EXPECT_EQ(state_of(session, used, kStart + seconds{100}), SessionState::expired);
}

TEST(SessionTest, WithoutLimitsLivesForEver) {
  EXPECT_EQ(state_of(Session{}, kStart, kStart + std::chrono::years{1000}), SessionState::live);
}

TEST(SessionTest, MasksItsToken) {
  Session session;
  session.uid = "superhero1";
  session.hint = "1771...ac0";
  EXPECT_EQ(masked_token(session), "superhero1_1771...ac0");
}

}  // namespace
}  // namespace parley::core
