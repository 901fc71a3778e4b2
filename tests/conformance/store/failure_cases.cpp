#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::HourlyFailures;
using core::Transaction;
using std::chrono::hours;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time hour(int number) { return at(0) + hours{number}; }

class FailureCase : public StoreCase {
 protected:
  void add(std::string_view app, Time when, std::string_view code, std::uint64_t count = 1) {
    write([&](Transaction& transaction) { transaction.failures().add(app, when, code, count); });
  }

  std::vector<HourlyFailures> since(std::string_view app, Time first) {
    return read([&](Transaction& transaction) { return transaction.failures().since(app, first); });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(FailureCase);

TEST_P(FailureCase, CountsEachCodeOfEachHourOfEachApp) {
  EXPECT_THAT(since(kApp, hour(0)), IsEmpty());
  add(kApp, hour(5), "ERR_B");
  add(kApp, hour(2), "ERR_A", 3);
  add(kApp, hour(5), "ERR_A");
  add(kApp, hour(5), "ERR_B", 2);
  add(kOtherApp, hour(5), "ERR_A", 7);
  EXPECT_THAT(since(kApp, hour(0)),
              ElementsAre(HourlyFailures{hour(2), {{"ERR_A", 3}}},
                          HourlyFailures{hour(5), {{"ERR_A", 1}, {"ERR_B", 3}}}));
  EXPECT_THAT(since(kApp, hour(3)),
              ElementsAre(HourlyFailures{hour(5), {{"ERR_A", 1}, {"ERR_B", 3}}}));
  EXPECT_THAT(since(kOtherApp, hour(0)), ElementsAre(HourlyFailures{hour(5), {{"ERR_A", 7}}}));
}

TEST_P(FailureCase, DoesNothingWhereThereIsNoApp) {
  add("nowhere", hour(1), "ERR_A");
  EXPECT_THAT(since("nowhere", hour(0)), IsEmpty());
}

TEST_P(FailureCase, ForgetsTheHoursBeforeOneInThisAppOnly) {
  for (int number = 0; number < 3; ++number) {
    add(kApp, hour(number), "ERR_A");
    add(kOtherApp, hour(number), "ERR_A");
  }
  write([](Transaction& transaction) { transaction.failures().forget_before(kApp, hour(2)); });
  EXPECT_THAT(since(kApp, hour(0)), ElementsAre(HourlyFailures{hour(2), {{"ERR_A", 1}}}));
  EXPECT_EQ(since(kOtherApp, hour(0)).size(), 3U);
}

TEST_P(FailureCase, GoesWithItsAppAndSurvivesARestartOfTheStore) {
  add(kApp, hour(1), "ERR_A");
  add(kOtherApp, hour(1), "ERR_A");
  write([](Transaction& transaction) {
    remove_completely(transaction, kApp);
    EXPECT_TRUE(transaction.apps().insert(sample_app(kApp)));
  });
  reopen();
  EXPECT_THAT(since(kApp, hour(0)), IsEmpty());
  EXPECT_THAT(since(kOtherApp, hour(0)), ElementsAre(HourlyFailures{hour(1), {{"ERR_A", 1}}}));
}

}  // namespace parley::store_suite
