// Compares pages with a plain sort of all users, for each way in which the index finds them.
#include "storage/user_index/user_page.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "core/name_search.hpp"
#include "support/pseudo_random.hpp"

namespace parley::storage {
namespace {

using core::UserQuery;
using core::UserSort;
using test_support::PseudoRandom;

struct Listed {
  std::int64_t sequence;
  std::string uid;
  std::string name;
  std::vector<std::string> tags;
  bool online;
};

/// Enough users that a few matches are sorted, and that a walk passes more than one block.
class UserPageTest : public testing::Test {
 protected:
  static constexpr int kLoaded = 9'000;
  static constexpr int kLater = 1'500;

  UserPageTest() {
    PseudoRandom random(6);
    for (int i = 0; i < kLoaded + kLater; ++i) {
      all_.push_back({.sequence = i + 1,
                      .uid = fmt::format("u{}", (i * 7919) % (kLoaded + kLater)),
                      .name = fmt::format("name {}", random() % 5'000),
                      .tags = {i % 2 == 0 ? "half" : "other"},
                      .online = random() % 10 == 0});
      if (i % 6'000 == 1) all_.back().tags.emplace_back("few");
    }
    const auto loaded = all_.begin() + kLoaded;
    std::sort(all_.begin(), loaded, by_name);
    for (auto user = all_.begin(); user != loaded; ++user)
      users_.append_by_name(user->sequence, user->uid, user->name, "default", true);
    std::vector<std::string> uids;
    for (auto user = all_.begin(); user != loaded; ++user) uids.push_back(user->uid);
    std::sort(uids.begin(), uids.end());
    for (const auto& uid : uids) users_.append_by_uid(uid);
    for (auto user = all_.begin(); user != loaded; ++user)
      for (const auto& tag : user->tags) users_.append_tag(tag, user->uid);
    append_words({all_.begin(), loaded});
    for (auto user = loaded; user != all_.end(); ++user) come(*user);
    for (const auto& user : all_) users_.set_online(user.uid, user.online);
  }

  /// Appends words as the loader does: all words of all names, in ascending order.
  void append_words(std::span<const Listed> users) {
    std::vector<std::pair<std::string_view, std::string_view>> words;
    for (const auto& user : users) {
      for (const auto offset : core::word_offsets(user.name))
        words.emplace_back(std::string_view(user.name).substr(offset), user.uid);
    }
    std::sort(words.begin(), words.end());
    for (const auto& [word, uid] : words) users_.append_word(word, uid);
  }

  void come(const Listed& user) {
    users_.replace({.app_id = "app",
                    .uid = user.uid,
                    .before = std::nullopt,
                    .after = ListedUser{user.name, "default", user.tags, true},
                    .sequence = user.sequence});
  }

  static bool by_name(const Listed& a, const Listed& b) {
    return std::tie(a.name, a.uid) < std::tie(b.name, b.uid);
  }

  /// The users who match, in list order.
  [[nodiscard]] std::vector<Listed> expected(const UserQuery& query) const {
    std::vector<Listed> matching;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(matching), [&](const Listed& user) {
      return query.tags.empty() || std::ranges::count(user.tags, query.tags.front()) > 0;
    });
    std::sort(matching.begin(), matching.end(), [&](const Listed& a, const Listed& b) {
      if (query.sort == UserSort::uid) return a.uid < b.uid;
      if (query.sort == UserSort::status && a.online != b.online) return a.online;
      return by_name(a, b);
    });
    if (query.descending) std::reverse(matching.begin(), matching.end());
    return matching;
  }

  /// Each sort order, each with all users, half of them, a few and none.
  static std::vector<UserQuery> queries() {
    std::vector<UserQuery> queries;
    for (const auto sort : {UserSort::name, UserSort::uid, UserSort::status}) {
      for (const bool descending : {false, true}) {
        for (const auto* tag : {"", "half", "few", "nobody's"}) {
          UserQuery query;
          query.sort = sort;
          query.descending = descending;
          if (*tag != '\0') query.tags = {tag};
          query.per_page = 30;
          queries.push_back(query);
        }
      }
    }
    return queries;
  }

  void expect_page(const UserQuery& query, const std::vector<Listed>& in_order, std::size_t from) {
    std::vector<std::int64_t> sequences;
    for (auto at = from; at < std::min(from + query.per_page, in_order.size()); ++at)
      sequences.push_back(in_order[at].sequence);
    const auto listed = list_users(users_, query, {});
    ASSERT_EQ(listed.sequences, sequences);
    ASSERT_EQ(listed.total, in_order.size());
  }

  std::vector<Listed> all_;
  AppUsers users_;
};

TEST_F(UserPageTest, PagesByNumberAreWhatAPlainSortGives) {
  for (auto query : queries()) {
    const auto in_order = expected(query);
    for (const std::uint32_t page : {1u, 2u, 40u, 150u, 151u, 200u, 317u, 400u}) {
      query.page = page;
      expect_page(query, in_order, std::size_t{30} * (page - 1));
    }
  }
}

TEST_F(UserPageTest, PagesBehindAUserAreWhatAPlainSortGives) {
  PseudoRandom random(7);
  for (auto query : queries()) {
    const auto in_order = expected(query);
    for (int turn = 0; turn < 20 && !in_order.empty(); ++turn) {
      const auto at = random() % in_order.size();
      const auto& user = in_order[at];
      query.after = {.name = user.name, .uid = user.uid, .online = user.online};
      expect_page(query, in_order, at + 1);
    }
  }
}

TEST_F(UserPageTest, ASearchFindsThoseWhoCameWithTheOthersAndThoseWhoCameLater) {
  UserQuery query;
  query.search = "Name 12";
  query.search_in_name = true;
  query.per_page = 1'000;
  query.sort = UserSort::name;
  auto in_order = expected(query);
  std::erase_if(in_order, [](const Listed& user) { return !user.name.starts_with("name 12"); });
  expect_page(query, in_order, 0);
}

}  // namespace
}  // namespace parley::storage
