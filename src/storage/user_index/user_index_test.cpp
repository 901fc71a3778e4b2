#include "storage/user_index/user_index.hpp"

#include <gmock/gmock.h>

#include <future>

namespace parley::storage {
namespace {

UserReplaced come(const std::string& uid, std::int64_t sequence) {
  return {.app_id = "app",
          .uid = uid,
          .before = std::nullopt,
          .after = ListedUser{.folded_name = uid, .role = "default", .tags = {}, .active = true},
          .sequence = sequence};
}

UserReplaced go(const std::string& uid) {
  auto change = come(uid, 0);
  std::swap(change.before, change.after);
  return change;
}

std::size_t count(const AppUsers* users) { return users == nullptr ? 0 : users->active().count(); }

/// The number of users that a new reader with a snapshot of `version` finds.
std::size_t count_at(UserIndex& index, std::int64_t version) {
  UserIndex::Reading reading(index);
  return count(reading.users("app", version));
}

TEST(UserIndexTest, IsNotSeenBeforeItIsComplete) {
  UserIndex index;
  index.publish(1, {come("ann", 1)});
  EXPECT_EQ(count_at(index, 1), 0u);
  EXPECT_FALSE(index.is_complete());
  index.complete(0, {});
  EXPECT_TRUE(index.is_complete());
  EXPECT_EQ(count_at(index, 1), 1u);
}

TEST(UserIndexTest, WhatTheLoaderSawAlreadyIsNotMadeUpFor) {
  UserIndex index;
  index.publish(1, {come("ann", 1)});
  index.publish(2, {come("bob", 2)});
  UserIndex::Apps apps;
  apps["app"] = std::make_unique<AppUsers>();
  apps["app"]->replace(come("ann", 1));
  index.complete(1, std::move(apps));
  EXPECT_EQ(count_at(index, 2), 2u);
}

TEST(UserIndexTest, IsShownAtTheVersionOfTheReaderOnly) {
  UserIndex index;
  index.complete(7, {});
  index.publish(8, {come("ann", 1)});
  EXPECT_EQ(count_at(index, 8), 1u);
  EXPECT_EQ(count_at(index, 7), 0u) << "a snapshot older than the index must not use it";
}

TEST(UserIndexTest, DoesNotChangeWhileAReaderIsInside) {
  UserIndex index;
  index.complete(0, {});
  index.publish(1, {come("ann", 1)});
  auto reading = std::make_unique<UserIndex::Reading>(index);
  const auto* users = reading->users("app", 1);
  auto published = std::async([&] { index.publish(2, {come("bob", 2)}); });
  EXPECT_EQ(published.wait_for(std::chrono::milliseconds{20}), std::future_status::timeout);
  EXPECT_EQ(count(users), 1u);
  EXPECT_EQ(reading->users("app", 1), users);
  reading.reset();
  published.get();
  EXPECT_EQ(count_at(index, 2), 2u);
}

// The reader's snapshot was taken between the commit and its publication.
TEST(UserIndexTest, AReaderThatIsAheadWaitsForItsVersionAndKeepsIt) {
  UserIndex index;
  index.complete(0, {});
  auto slow = std::make_unique<UserIndex::Reading>(index);
  std::promise<void> seen;
  auto ahead = std::async([&] {
    UserIndex::Reading reading(index);
    const auto* users = reading.users("app", 1);
    const auto at_first = count(users);
    seen.get_future().get();
    return std::pair(at_first, count(users));
  });
  EXPECT_EQ(ahead.wait_for(std::chrono::milliseconds{20}), std::future_status::timeout);
  auto published = std::async([&] {
    index.publish(1, {come("ann", 1)});
    index.publish(2, {go("ann")});
  });
  EXPECT_EQ(count(slow->users("app", 1)), 1u);
  EXPECT_EQ(published.wait_for(std::chrono::milliseconds{20}), std::future_status::timeout);
  seen.set_value();
  EXPECT_EQ(ahead.get(), std::pair(std::size_t{1}, std::size_t{1}));
  slow.reset();
  published.get();
}

TEST(UserIndexTest, AChangeThatDoesNotFitIsTheEndOfIt) {
  UserIndex index;
  index.complete(0, {});
  index.publish(1, {go("unknown")});
  EXPECT_FALSE(index.is_complete());
  EXPECT_EQ(count_at(index, 1), 0u);
  index.publish(2, {come("ann", 1)});
  EXPECT_EQ(count_at(index, 2), 0u);
}

TEST(UserIndexTest, AReaderDoesNotWaitForAnIndexThatHasEnded) {
  UserIndex index;
  index.complete(0, {});
  auto ahead = std::async([&] { return count_at(index, 1); });
  EXPECT_EQ(ahead.wait_for(std::chrono::milliseconds{20}), std::future_status::timeout);
  index.publish(1, {go("unknown")});
  EXPECT_EQ(ahead.get(), 0u);
}

TEST(UserIndexTest, AnAppGoesWithItsUsers) {
  UserIndex index;
  index.complete(0, {});
  index.publish(1, {come("ann", 1), AppRemoved{"app"}, come("ann", 2)});
  UserIndex::Reading reading(index);
  ASSERT_EQ(count(reading.users("app", 1)), 1u);
  EXPECT_EQ(reading.users("other", 1), nullptr);
}

}  // namespace
}  // namespace parley::storage
