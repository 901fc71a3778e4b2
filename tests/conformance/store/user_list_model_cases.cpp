// Lists of more users than an engine would sort, compared with a simple model.
#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>
#include <tuple>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"
#include "support/presence.hpp"

namespace parley::store_suite {

using core::Activity;
using core::RelationFilter;
using core::Transaction;
using core::User;
using core::UserQuery;
using core::UserSort;

/// 2,500 users with common and rare names, roles and tags.
class UserListModelCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    for (int i = 0; i < 2500; ++i) users_.push_back(user_number(i));
    write([&](Transaction& transaction) {
      for (const User& user : users_) {
        EXPECT_TRUE(transaction.users().insert(kApp, user));
        EXPECT_TRUE(transaction.users().insert(kOtherApp, user));
      }
      for (const User& user : users_) {
        if (is_friend(user)) transaction.relations().befriend(kApp, kViewer, user.uid, at(1));
        if (is_blocked(user)) transaction.relations().block(kApp, kViewer, user.uid, at(1));
        if (has_blocked(user)) transaction.relations().block(kApp, user.uid, kViewer, at(1));
        if (user.online) test_support::set_online(transaction, kApp, user.uid, true, at(1));
      }
    });
  }

  static User user_number(int i) {
    // 1103 and 2500 are coprime, so every uid occurs once, in an order unlike that of the names.
    User user = named("user-" + std::to_string(i * 1103 % 2500),
                      (i % 2 == 0 ? "Smith " : "Jones ") + std::to_string(i % 700));
    if (i % 500 == 7) user.name += " Rarename";
    user.role = i % 400 == 3 ? "rare-role" : "default";
    user.tags = i % 300 == 11 ? std::vector<std::string>{"rare-tag", "common-tag"}
                              : std::vector<std::string>{"common-tag"};
    if (i % 5 == 0) user.deactivated_at = at(i);
    user.online = i % 7 == 2 && user.is_active();
    return user;
  }

  /// Has many friends, has blocked some of them and other users, and is in the lists itself.
  static constexpr const char* kViewer = "user-1103";

  static bool is_friend(const User& user) { return user.uid.ends_with('7'); }
  static bool is_blocked(const User& user) {
    return user.uid.ends_with("77") || user.uid == "user-8";
  }
  static bool has_blocked(const User& user) { return user.uid.ends_with("33"); }

  /// Whether `user` is online as the viewer of the query sees it.
  static bool looks_online(const User& user, const UserQuery& query) {
    return user.online && (query.viewer.empty() || (!is_blocked(user) && !has_blocked(user)));
  }

  [[nodiscard]] static bool matches(const User& user, const UserQuery& query) {
    const auto any = [](const std::vector<std::string>& wanted, const std::string& value) {
      return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    };
    const auto lower_case = [](std::string text) {
      std::transform(text.begin(), text.end(), text.begin(), ::tolower);
      return text;
    };
    if (user.uid == query.except_uid || !any(query.roles, user.role)) return false;
    if (query.relation_filter == RelationFilter::friends && !is_friend(user)) return false;
    if (query.relation_filter == RelationFilter::blocked_by_me && !is_blocked(user)) return false;
    if (query.hide_blocked && is_blocked(user)) return false;
    if (query.online && *query.online != looks_online(user, query)) return false;
    if (query.activity == Activity::active_only && !user.is_active()) return false;
    if (query.activity == Activity::deactivated_only && user.is_active()) return false;
    if (std::none_of(user.tags.begin(), user.tags.end(),
                     [&](const std::string& tag) { return any(query.tags, tag); })) {
      return false;
    }
    if (user.uid.starts_with(query.search)) return true;
    std::istringstream words(lower_case(user.name));
    for (std::string word; words >> word;) {
      if (word.starts_with(query.search)) return true;
    }
    return false;
  }

  /// The users that the list must contain, in order.
  [[nodiscard]] std::vector<const User*> expected(const UserQuery& query) const {
    std::vector<const User*> matching;
    for (const auto& user : users_) {
      if (matches(user, query)) matching.push_back(&user);
    }
    std::sort(matching.begin(), matching.end(), [&](const User* a, const User* b) {
      const bool by_name = std::tie(a->name, a->uid) < std::tie(b->name, b->uid);
      bool less = query.sort == UserSort::uid ? a->uid < b->uid : by_name;
      const bool online = looks_online(*a, query);
      if (query.sort == UserSort::status && online != looks_online(*b, query)) less = online;
      return query.descending ? !less && a->uid != b->uid : less;
    });
    return matching;
  }

  void expect_as_in_the_model(const UserQuery& query) {
    std::ostringstream told;
    told << "search " << query.search << ", roles " << testing::PrintToString(query.roles)
         << ", tags " << testing::PrintToString(query.tags) << ", except " << query.except_uid
         << ", activity " << int(query.activity) << ", sort " << int(query.sort)
         << (query.descending ? " descending" : "") << ", page " << query.page
         << ", relation_filter " << (query.relation_filter ? int(*query.relation_filter) : -1)
         << (query.hide_blocked ? ", hiding" : "") << ", online "
         << (query.online ? int(*query.online) : -1) << ", viewer " << query.viewer;
    SCOPED_TRACE(told.str());
    const std::vector<const User*> all = expected(query);
    const core::UserPage page = read([&](Transaction& transaction) {
      return transaction.users().list(core::WalkPermit(), kApp, query);
    });
    const auto from = std::min<std::size_t>(all.size(), query.per_page * (query.page - 1));
    const auto to = std::min<std::size_t>(all.size(), from + query.per_page);
    ASSERT_EQ(page.total, all.size());
    ASSERT_EQ(page.users.size(), to - from);
    for (std::size_t i = from; i < to; ++i) ASSERT_EQ(page.users[i - from].uid, all[i]->uid) << i;
  }

  std::vector<User> users_;
};

PARLEY_RUN_ON_EVERY_ENGINE(UserListModelCase);

TEST_P(UserListModelCase, EveryCombinationOfConditionsIsListedInEveryOrder) {
  using Texts = std::vector<std::string>;
  for (const auto activity :
       {Activity::active_only, Activity::with_deactivated, Activity::deactivated_only}) {
    for (const char* search : {"", "rarename", "smith", "user-1", "u"}) {
      for (const Texts& roles : {Texts{}, Texts{"rare-role"}, Texts{"default", "rare-role"}}) {
        for (const Texts& tags : {Texts{}, Texts{"rare-tag"}, Texts{"common-tag", "rare-tag"}}) {
          for (const auto sort : {UserSort::name, UserSort::uid}) {
            for (const bool descending : {false, true}) {
              expect_as_in_the_model({.search = search,
                                      .roles = roles,
                                      .tags = tags,
                                      .except_uid = descending ? "user-1103" : "",
                                      .activity = activity,
                                      .sort = sort,
                                      .descending = descending,
                                      .per_page = 30,
                                      .page = 2});
              if (HasFatalFailure()) return;
            }
          }
        }
      }
    }
  }
}

TEST_P(UserListModelCase, EveryCircleIsListedUnderEveryCondition) {
  using Texts = std::vector<std::string>;
  using RelationFilters = std::vector<std::optional<RelationFilter>>;
  for (const auto activity : {Activity::active_only, Activity::with_deactivated}) {
    for (const auto relation_filter :
         RelationFilters{std::nullopt, RelationFilter::friends, RelationFilter::blocked_by_me}) {
      for (const bool hide_blocked : {false, true}) {
        for (const char* search : {"", "smith", "user-1"}) {
          for (const Texts& roles : {Texts{}, Texts{"rare-role"}}) {
            for (const auto sort : {UserSort::name, UserSort::uid}) {
              for (const bool descending : {false, true}) {
                expect_as_in_the_model({.search = search,
                                        .roles = roles,
                                        .except_uid = descending ? kViewer : "",
                                        .viewer = kViewer,
                                        .relation_filter = relation_filter,
                                        .hide_blocked = hide_blocked,
                                        .activity = activity,
                                        .sort = sort,
                                        .descending = descending,
                                        .per_page = 30});
                if (HasFatalFailure()) return;
              }
            }
          }
        }
      }
    }
  }
}

TEST_P(UserListModelCase, EveryStatusIsListedInEveryOrder) {
  using Texts = std::vector<std::string>;
  using Statuses = std::vector<std::optional<bool>>;
  for (const auto activity : {Activity::active_only, Activity::with_deactivated}) {
    for (const auto status : Statuses{std::nullopt, true, false}) {
      for (const char* viewer : {"", kViewer}) {
        for (const char* search : {"", "smith", "user-1"}) {
          for (const Texts& tags : {Texts{}, Texts{"rare-tag"}}) {
            for (const auto sort : {UserSort::status, UserSort::name, UserSort::uid}) {
              for (const bool descending : {false, true}) {
                expect_as_in_the_model({.search = search,
                                        .tags = tags,
                                        .online = status,
                                        .except_uid = descending ? viewer : "",
                                        .viewer = viewer,
                                        .hide_blocked = descending && *viewer != '\0',
                                        .activity = activity,
                                        .sort = sort,
                                        .descending = descending,
                                        .per_page = 300});
                if (HasFatalFailure()) return;
              }
            }
          }
        }
      }
    }
  }
}

TEST_P(UserListModelCase, PositionsLeadThroughEverythingOnce) {
  for (const auto activity : {Activity::active_only, Activity::with_deactivated}) {
    for (const auto sort : {UserSort::name, UserSort::uid, UserSort::status}) {
      for (const bool descending : {false, true}) {
        UserQuery query{.search = activity == Activity::active_only ? "" : "smith",
                        .viewer = kViewer,
                        .activity = activity,
                        .sort = sort,
                        .descending = descending,
                        .per_page = 170};
        const auto all = expected(query);
        std::vector<std::string> seen;
        for (std::size_t pages = 0; pages <= all.size() / query.per_page; ++pages) {
          const core::UserPage page = read([&](Transaction& transaction) {
            return transaction.users().list(core::WalkPermit(), kApp, query);
          });
          ASSERT_EQ(page.total, all.size());
          for (const auto& user : page.users) seen.push_back(user.uid);
          if (page.users.empty()) break;
          const auto& last = page.users.back();
          query.after = core::UserPosition{last.name, last.uid, looks_online(last, query)};
        }
        ASSERT_EQ(seen.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) ASSERT_EQ(seen[i], all[i]->uid) << i;
      }
    }
  }
}

TEST_P(UserListModelCase, EveryPageOfEverythingIsListed) {
  for (const auto activity : {Activity::active_only, Activity::with_deactivated}) {
    for (std::uint32_t page = 1; page <= 9; ++page) {
      expect_as_in_the_model({.activity = activity, .per_page = 300, .page = page});
      expect_as_in_the_model({.viewer = kViewer,
                              .activity = activity,
                              .sort = UserSort::status,
                              .per_page = 300,
                              .page = page});
    }
  }
}

}  // namespace parley::store_suite
