#include "core/presence/announcement.hpp"

#include <gtest/gtest.h>

namespace parley::core {
namespace {

TEST(IsTold, AnEmptyRoleInASubscriptionExcludesNothing) {
  Subscriber subscriber;
  subscriber.subscription = Subscription::roles;
  subscriber.roles = {"", "admin"};
  Announcement announcement{.sequence = 1, .app_id = "app", .at = {}, .user = {}, .recipients = {}};
  announcement.recipients.role = "admin";
  EXPECT_TRUE(is_told(subscriber, "ann", announcement));
  announcement.recipients.role.clear();
  EXPECT_FALSE(is_told(subscriber, "ann", announcement));
}

}  // namespace
}  // namespace parley::core
