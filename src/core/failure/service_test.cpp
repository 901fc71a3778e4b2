#include "core/failure/service.hpp"

#include <gmock/gmock.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class FailureServiceTest : public test_support::DomainTest {
 protected:
  void note(ErrorCode code, const std::string& app_id = kApp) {
    domain.failures.note({.app_id = app_id, .code = code, .uid = "ann", .address = "192.0.2.7"});
  }

  std::vector<HourlyFailures> ask(std::int64_t hours) {
    return runner.run(domain.failures.of_app(kApp, hours)).value();
  }

  /// Advances to the start of the next hour.
  void finish_hour() { clock.advance(hour_of(clock.now()) + 1h - clock.now()); }
};

TEST_F(FailureServiceTest, CountsByTheHourWithTheHoursThatHadNone) {
  finish_hour();
  note(ErrorCode::kErrUidNotFound);
  note(ErrorCode::kErrUidNotFound);
  note(ErrorCode::kAuthErrAuthTokenNotFoundExpired);
  clock.advance(2h);
  ASSERT_TRUE(runner.run(domain.failures.flush()));
  note(ErrorCode::kErrUidNotFound);
  note(ErrorCode::kErrUidNotFound, "nowhere");
  const auto hours = ask(3);
  ASSERT_EQ(hours.size(), 3U);
  EXPECT_EQ(hours[2].hour, hour_of(clock.now()));
  EXPECT_THAT(hours[0].counts,
              ElementsAre(Pair("AUTH_ERR_AUTH_TOKEN_NOT_FOUND", 1), Pair("ERR_UID_NOT_FOUND", 2)));
  EXPECT_THAT(hours[1].counts, IsEmpty());
  EXPECT_THAT(hours[2].counts, ElementsAre(Pair("ERR_UID_NOT_FOUND", 1)));
  EXPECT_EQ(ask(3), hours) << "nothing is counted twice";
}

TEST_F(FailureServiceTest, TellsThoseWhoWatch) {
  note(ErrorCode::kErrUserDeactivated);
  const auto events = domain.feed.since(kApp, 0);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].kind, FeedKind::failure);
  EXPECT_EQ(events[0].code, "ERR_USER_DEACTIVATED");
  EXPECT_EQ(events[0].uid, "ann");
  EXPECT_EQ(events[0].address, "192.0.2.7");
  domain.failures.note({.app_id = kApp, .code = ErrorCode::kErrUidNotFound, .uid = "no uid"});
  EXPECT_EQ(domain.feed.since(kApp, 1).at(0).uid, "");
}

TEST_F(FailureServiceTest, KeepsThirtyDays) {
  note(ErrorCode::kErrUidNotFound);
  ASSERT_TRUE(runner.run(domain.failures.flush()));
  clock.advance(std::chrono::hours{kFailureHoursKept - 1});
  ASSERT_TRUE(runner.run(domain.failures.purge()));
  EXPECT_THAT(ask(kFailureHoursKept).front().counts, ElementsAre(Pair("ERR_UID_NOT_FOUND", 1)));
  clock.advance(1h);
  ASSERT_TRUE(runner.run(domain.failures.purge()));
  clock.advance(-1h);  // If the deleted hour still existed, it would show again.
  EXPECT_THAT(ask(kFailureHoursKept).front().counts, IsEmpty());
}

TEST_F(FailureServiceTest, CountsWhatWasNotedOfARemovedAppInNoLaterOneOfItsId) {
  note(ErrorCode::kErrUidNotFound);
  App other;
  other.id = "other-app";
  other.name = "Other app";
  ASSERT_TRUE(runner.run(domain.apps.create(actor, other)));
  note(ErrorCode::kErrUidNotFound, "other-app");
  ASSERT_TRUE(runner.run(domain.apps.remove(actor, kApp)));
  App next;
  next.id = kApp;
  next.name = "The next one";
  ASSERT_TRUE(runner.run(domain.apps.create(actor, next)));
  EXPECT_THAT(ask(1)[0].counts, IsEmpty());
  const auto elsewhere = runner.run(domain.failures.of_app("other-app", 1)).value();
  EXPECT_THAT(elsewhere[0].counts, ElementsAre(Pair("ERR_UID_NOT_FOUND", 1)));
}

}  // namespace
}  // namespace parley::core
