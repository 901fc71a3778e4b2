#include "core/audit/service.hpp"

#include <gmock/gmock.h>

#include "support/domain_test.hpp"

namespace parley::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The log of an app that does not exist.
constexpr const char* kLog = "elsewhere";

class AuditServiceTest : public test_support::DomainTest {
 protected:
  void append(const std::string& target_id, int times = 1) {
    const auto event = audit_event(kLog, clock.now(), {}, AuditAction::user_created, target_id);
    EXPECT_TRUE(runner.run(store->write([&](Transaction& transaction) -> Status {
      for (int i = 0; i < times; ++i) transaction.audit().append(event);
      return {};
    })));
  }

  AuditPage list(const AuditQuery& query) {
    return runner.run(domain.audit.list(kLog, query)).value();
  }

  std::vector<std::string> targets() {
    std::vector<std::string> ids;
    for (const auto& event : list({}).events) ids.push_back(event.target_id);
    return ids;
  }
};

TEST_F(AuditServiceTest, SaysWhereTheNextPageBeginsIfThereIsOne) {
  for (const auto* id : {"a", "b", "c", "d"}) append(id);
  const auto first = list({.limit = 2});
  ASSERT_EQ(first.events.size(), 2u);
  EXPECT_EQ(first.events[1].target_id, "c");
  const auto second = list({.before = first.next, .limit = 2});
  ASSERT_EQ(second.events.size(), 2u);
  EXPECT_EQ(second.events[0].target_id, "b");
  EXPECT_EQ(second.next, 0u);
  EXPECT_EQ(list({.limit = 4}).next, 0u);
}

TEST_F(AuditServiceTest, GoesOnBehindWhatOneReadExamines) {
  append("a");
  append("b", 30);
  const auto page = list({.target_kind = "user", .target_id = "a", .most_examined = 1});
  EXPECT_EQ(page.events.size(), 1u);
  const auto found = list({.limit = 2, .most_examined = 5});
  EXPECT_EQ(found.events.size(), 2u);
  EXPECT_EQ(found.next, 30u);
  EXPECT_EQ(list({.before = 2, .limit = 2, .most_examined = 1}).next, 0u);
}

TEST_F(AuditServiceTest, EndsAPageEarlyWhenLittleMatchesAndSaysWhereToGoOn) {
  append("a", 30);
  const AuditQuery of_nothing{.action = "role", .most_examined = 1};
  const auto page = list(of_nothing);
  EXPECT_THAT(page.events, IsEmpty());
  EXPECT_EQ(page.next, 11u) << "20 reads examined one event each";
  auto rest = of_nothing;
  rest.before = page.next;
  EXPECT_EQ(list(rest).next, 0u);
}

TEST_F(AuditServiceTest, ForgetsAfterFourHundredDays) {
  append("old");
  clock.advance(std::chrono::milliseconds{1});
  append("young");
  clock.advance(kAuditEventsKept);
  EXPECT_FALSE(runner.run(domain.audit.purge()).value());
  EXPECT_THAT(targets(), ElementsAre("young"));
  clock.advance(std::chrono::milliseconds{1});
  EXPECT_FALSE(runner.run(domain.audit.purge()).value());
  EXPECT_THAT(targets(), IsEmpty());
}

TEST_F(AuditServiceTest, PurgesAThousandAtATime) {
  append("old", 1001);
  clock.advance(kAuditEventsKept + std::chrono::milliseconds{1});
  EXPECT_TRUE(runner.run(domain.audit.purge()).value());
  EXPECT_FALSE(runner.run(domain.audit.purge()).value());
  EXPECT_THAT(targets(), IsEmpty());
}

}  // namespace
}  // namespace parley::core
