#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::HourlyLogins;
using core::Transaction;
using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time hour(int number) { return at(0) + hours{number}; }

class LoginCountCase : public StoreCase {
 protected:
  void count_login(std::string_view app, Time when) {
    write([&](Transaction& transaction) { transaction.statistics().count_login(app, when); });
  }

  std::vector<HourlyLogins> since(std::string_view app, Time first) {
    return read([&](Transaction& transaction) {
      return transaction.statistics().logins_since(app, first);
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(LoginCountCase);

TEST_P(LoginCountCase, CountsEachHourOfEachApp) {
  EXPECT_THAT(since(kApp, hour(0)), IsEmpty());
  count_login(kApp, hour(5));
  count_login(kApp, hour(2));
  count_login(kApp, hour(5));
  count_login(kOtherApp, hour(5));
  count_login(kOtherApp, hour(4));
  EXPECT_THAT(since(kApp, hour(0)),
              ElementsAre(HourlyLogins{hour(2), 1}, HourlyLogins{hour(5), 2}));
  EXPECT_THAT(since(kOtherApp, hour(0)),
              ElementsAre(HourlyLogins{hour(4), 1}, HourlyLogins{hour(5), 1}));
}

TEST_P(LoginCountCase, AnswersFromTheFirstHourAskedFor) {
  for (int number = 0; number < 4; ++number) count_login(kApp, hour(number));
  EXPECT_THAT(since(kApp, hour(2)),
              ElementsAre(HourlyLogins{hour(2), 1}, HourlyLogins{hour(3), 1}));
  EXPECT_THAT(since(kApp, hour(4)), IsEmpty());
}

TEST_P(LoginCountCase, ForgetsTheHoursBeforeOneInThisAppOnly) {
  for (int number = 0; number < 3; ++number) {
    count_login(kApp, hour(number));
    count_login(kOtherApp, hour(number));
  }
  write([](Transaction& transaction) {
    transaction.statistics().forget_logins_before(kApp, hour(2));
  });
  EXPECT_THAT(since(kApp, hour(0)), ElementsAre(HourlyLogins{hour(2), 1}));
  EXPECT_EQ(since(kOtherApp, hour(0)).size(), 3u);
}

TEST_P(LoginCountCase, CountsBeforeTheWorkEnds) {
  write([](Transaction& transaction) {
    auto& statistics = transaction.statistics();
    statistics.count_login(kApp, hour(1));
    EXPECT_THAT(statistics.logins_since(kApp, hour(0)), ElementsAre(HourlyLogins{hour(1), 1}));
    statistics.count_login(kApp, hour(1));
    statistics.forget_logins_before(kApp, hour(2));
    statistics.count_login(kApp, hour(1));
  });
  EXPECT_THAT(since(kApp, hour(0)), ElementsAre(HourlyLogins{hour(1), 1}));
}

TEST_P(LoginCountCase, GoesWithAnAppThatTheSameWorkRemoves) {
  write([](Transaction& transaction) {
    transaction.statistics().count_login(kApp, hour(1));
    transaction.statistics().count_login(kOtherApp, hour(1));
    remove_completely(transaction, kApp);
  });
  EXPECT_THAT(since(kApp, hour(0)), IsEmpty());
  EXPECT_EQ(since(kOtherApp, hour(0)).size(), 1u);
}

TEST_P(LoginCountCase, CountsNothingThatIsUndone) {
  const auto undone = run(store().write([](Transaction& transaction) -> Status {
    transaction.statistics().count_login(kApp, hour(1));
    return make_error(ErrorCode::kErrException);
  }));
  EXPECT_FALSE(undone);
  EXPECT_THAT(since(kApp, hour(0)), IsEmpty());
}

TEST_P(LoginCountCase, GoesWithItsAppAndSurvivesARestartOfTheStore) {
  count_login(kApp, hour(1));
  count_login(kOtherApp, hour(1));
  write([](Transaction& transaction) {
    remove_completely(transaction, kApp);
    EXPECT_TRUE(transaction.apps().insert(sample_app(kApp)));
  });
  reopen();
  EXPECT_THAT(since(kApp, hour(0)), IsEmpty());
  EXPECT_THAT(since(kOtherApp, hour(0)), ElementsAre(HourlyLogins{hour(1), 1}));
}

}  // namespace parley::store_suite
