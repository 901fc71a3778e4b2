#include <map>

#include "conformance/store/store_with_users.hpp"
#include "support/pseudo_random.hpp"

namespace parley::store_suite {

using core::Session;
using core::Transaction;
using std::chrono::minutes;
using std::chrono::seconds;

class SessionCountCase : public StoreWithUsers {
 protected:
  using StoreWithUsers::insert;

  Session insert(std::string_view app, const std::string& id, Time expires_at = kNever) {
    auto session = sample_session(app, "ann", id, at(0));
    session.expires_at = expires_at;
    return insert(session);
  }

  std::uint64_t count(std::string_view app, Time now) {
    return read([&](Transaction& transaction) {
      return transaction.sessions().count_live(core::WalkPermit(), app, now);
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(SessionCountCase);

TEST_P(SessionCountCase, IsOfEachApp) {
  EXPECT_EQ(count(kApp, at(0)), 0u);
  insert(kApp, "ses_1");
  insert(kApp, "ses_2", at(0) + minutes{10});
  insert(kOtherApp, "ses_3");
  EXPECT_EQ(count(kApp, at(0)), 2u);
  EXPECT_EQ(count(kOtherApp, at(0)), 1u);
  EXPECT_EQ(count("unknown", at(0)), 0u);
}

// Ends that are soon, around the full hour, and a month later.
TEST_P(SessionCountCase, IsExactToTheMillisecondAtWhichASessionEnds) {
  for (const auto end : {minutes{2}, minutes{60}, minutes{61}, minutes{60 * 24 * 30}}) {
    insert(kOtherApp, "ses_" + std::to_string(end.count()), at(0) + end);
  }
  std::uint64_t live = 4;
  for (const auto end : {minutes{2}, minutes{60}, minutes{61}, minutes{60 * 24 * 30}}) {
    EXPECT_EQ(count(kOtherApp, at(-1) + end), live) << end.count();
    EXPECT_EQ(count(kOtherApp, at(0) + end), live - 1) << end.count();
    EXPECT_EQ(count(kOtherApp, at(1) + end), live - 1) << end.count();
    EXPECT_EQ(count(kApp, at(0) + end), 0u);
    --live;
  }
}

TEST_P(SessionCountCase, FollowsTheLastUseOfSessionsThatIdle) {
  auto session = sample_session(kApp, "ann", "ses_1", at(0));
  session.idle_timeout = minutes{40};
  insert(session);
  EXPECT_EQ(count(kApp, at(0) + minutes{40}), 0u);
  session.last_used_at = at(0) + minutes{30};  // The session now ends later.
  write([&](Transaction& transaction) { transaction.sessions().update(session); });
  EXPECT_EQ(count(kApp, at(0) + minutes{69}), 1u);
  EXPECT_EQ(count(kApp, at(0) + minutes{70}), 0u);
}

TEST_P(SessionCountCase, LeavesOutThoseWhoseUserOrAppIsRemoved) {
  for (const auto app : {kApp, kOtherApp}) {
    insert(app, std::string(app) + "_1");
    insert(app, std::string(app) + "_2", at(0) + minutes{10});
  }
  write([](Transaction& transaction) { transaction.users().remove(kApp, "ann"); });
  EXPECT_EQ(count(kApp, at(0)), 0u);
  EXPECT_EQ(count(kOtherApp, at(0)), 2u);
  write([](Transaction& transaction) {
    remove_completely(transaction, kOtherApp);
    EXPECT_TRUE(transaction.apps().insert(sample_app(kOtherApp)));
  });
  EXPECT_EQ(count(kOtherApp, at(0)), 0u);
}

TEST_P(SessionCountCase, SurvivesARestartOfTheStore) {
  insert(kApp, "ses_1");
  insert(kApp, "ses_2", at(0) + minutes{10});
  reopen();
  EXPECT_EQ(count(kApp, at(0)), 2u);
  EXPECT_EQ(count(kOtherApp, at(0)), 0u);
}

/// Makes random changes to sessions, and compares the counts with a model.
class SessionCountWalk : public SessionCountCase {
 protected:
  unsigned pick(unsigned count) { return random_() % count; }
  std::string_view any_app() { return pick(2) == 0 ? kApp : kOtherApp; }

  void begin(std::string_view app, Time now, std::uint32_t most = kAnyNumber) {
    const std::string id = "ses_" + std::to_string(++last_id_);
    auto session = sample_session(app, "ann", id, now);
    if (pick(3) > 0) session.expires_at = now + seconds{pick(20'000)};
    if (pick(3) > 0) session.idle_timeout = seconds{1 + pick(10'000)};
    remove(write(
        [&](Transaction& transaction) { return transaction.sessions().begin(session, most); }));
    model_[id] = session;
  }

  void step(Time now) {
    const auto app = any_app();
    if (model_.empty() || pick(3) == 0) return begin(app, now);
    auto chosen = std::next(model_.begin(), pick(static_cast<unsigned>(model_.size())));
    auto& session = chosen->second;
    switch (pick(8)) {
      case 0: return remove({session});
      case 1: return begin(app, now, 1 + pick(20));
      case 2:
        return remove(write([&](Transaction& transaction) {
          return transaction.sessions().remove_some(app, "ann", {now - seconds{30'000}}, session.id,
                                                    100);
        }));
      case 3:
        write([&](Transaction& transaction) {
          return transaction.sessions().purge_ended(now - seconds{10'000}, 100);
        });
        std::erase_if(model_, [&](const auto& item) {
          const auto end = core::ends_at(item.second, item.second.last_used_at);
          return end != kNever && end < now - seconds{10'000};
        });
        return;
      default:
        session.last_used_at = now;
        write([&](Transaction& transaction) { transaction.sessions().update(session); });
    }
  }

  void remove(const std::vector<Session>& ended) {
    write([&](Transaction& transaction) { transaction.sessions().remove(ended); });
    for (const auto& session : ended) model_.erase(session.id);
  }

  std::uint64_t truth(std::string_view app, Time now) const {
    std::uint64_t live = 0;
    for (const auto& [id, session] : model_) {
      if (session.app_id != app) continue;
      if (core::state_of(session, session.last_used_at, now) == core::SessionState::live) ++live;
    }
    return live;
  }

 private:
  test_support::PseudoRandom random_{7};
  std::map<std::string, Session> model_;
  int last_id_ = 0;
};

PARLEY_RUN_ON_EVERY_ENGINE(SessionCountWalk);

TEST_P(SessionCountWalk, IsAlwaysWhatCountingOneByOneGives) {
  std::uint64_t most = 0;
  for (int i = 0; i < 1'000; ++i) {
    const Time now = at(0) + seconds{100 * i};
    step(now);
    for (const auto app : {kApp, kOtherApp}) {
      ASSERT_EQ(count(app, now), truth(app, now)) << "step " << i << " on " << app;
      most = std::max(most, truth(app, now));
    }
  }
  EXPECT_GT(most, 5u);
}

}  // namespace parley::store_suite
