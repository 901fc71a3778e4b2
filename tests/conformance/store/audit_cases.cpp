#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::ActorKind;
using core::AuditAction;
using core::AuditEvent;
using core::AuditQuery;
using core::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;

class AuditCase : public StoreCase {
 protected:
  /// An event with every field set, identified by its target.
  static AuditEvent event(std::string_view app, const std::string& target_id,
                          AuditAction action = AuditAction::user_created) {
    const core::Actor actor{ActorKind::key, "key_1", "Back end", "203.0.113.7"};
    return audit_event(app, at(5), actor, action, target_id, {{"fields", {"name", "role"}}});
  }

  void append(const AuditEvent& event) {
    write([&](Transaction& transaction) { transaction.audit().append(event); });
  }

  std::vector<AuditEvent> list(std::string_view app, const AuditQuery& query = {}) {
    return read([&](Transaction& transaction) {
      return transaction.audit().list(core::WalkPermit(), app, query).events;
    });
  }

  /// The target ids of the events that the query finds.
  std::vector<std::string> targets(std::string_view app, const AuditQuery& query = {}) {
    std::vector<std::string> ids;
    for (const auto& event : list(app, query)) ids.push_back(event.target_id);
    return ids;
  }

  std::uint64_t purge(Time before, std::uint32_t limit) {
    return write(
        [&](Transaction& transaction) { return transaction.audit().purge(before, limit); });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(AuditCase);

TEST_P(AuditCase, KeepsEveryFieldAndNumbersTheEventsOfEachApp) {
  for (const auto app : {kApp, kOtherApp, kApp}) append(event(app, "ann"));
  AuditEvent first = event(kApp, "ann");
  first.sequence = 1;
  AuditEvent second = first;
  second.sequence = 2;
  EXPECT_THAT(list(kApp), ElementsAre(second, first));
  first.app_id = kOtherApp;
  EXPECT_THAT(list(kOtherApp), ElementsAre(first));
  EXPECT_THAT(list("unknown"), IsEmpty());
}

TEST_P(AuditCase, TheServerHasALogOfItsOwn) {
  append(event("", "adm_1", AuditAction::administrator_created));
  append(event(kApp, "ann"));
  EXPECT_THAT(targets(""), ElementsAre("adm_1"));
  EXPECT_THAT(targets(kApp), ElementsAre("ann"));
}

TEST_P(AuditCase, PagesFromTheNewestToTheOldest) {
  for (const auto* id : {"a", "b", "c", "d"}) {
    append(event(kApp, id));
    append(event(kOtherApp, id));
  }
  EXPECT_THAT(targets(kApp, {.limit = 2}), ElementsAre("d", "c"));
  EXPECT_THAT(targets(kApp, {.before = 3, .limit = 2}), ElementsAre("b", "a"));
  EXPECT_THAT(targets(kApp, {.before = 1}), IsEmpty());
}

TEST_P(AuditCase, StopsAfterSoManyEventsAndTellsWhereToGoOn) {
  for (const auto* id : {"a", "b", "c", "d", "e"}) append(event(kApp, id));
  append(event(kOtherApp, "f"));
  const AuditQuery of_nothing{.action = "role", .most_examined = 2};
  const AuditQuery by_key{.actor_id = "key_1", .action = "role", .most_examined = 2};
  const AuditQuery of_a{.target_kind = "user", .target_id = "a", .most_examined = 2};
  const auto slice = [&](AuditQuery query, std::uint64_t before) {
    query.before = before;
    return read([&](Transaction& transaction) {
      return transaction.audit().list(core::WalkPermit(), kApp, query);
    });
  };
  for (const auto& query : {of_nothing, by_key}) {
    EXPECT_THAT(slice(query, AuditQuery::kNewest).events, IsEmpty());
    EXPECT_EQ(slice(query, AuditQuery::kNewest).next, 4u) << "e and d were examined";
    EXPECT_EQ(slice(query, 4).next, 2u);
    EXPECT_EQ(slice(query, 2).next, 0u) << "nothing is left";
  }
  EXPECT_EQ(slice(of_a, AuditQuery::kNewest).events.size(), 1u) << "other targets do not count";
  EXPECT_EQ(slice(of_a, AuditQuery::kNewest).next, 0u);
  EXPECT_EQ(slice({.limit = 2}, AuditQuery::kNewest).next, 4u);
}

TEST_P(AuditCase, FindsByActor) {
  AuditEvent own = event(kApp, "by ann");
  own.actor = {ActorKind::user, "ann", "", ""};
  AuditEvent namesake = event(kApp, "by the account ann");
  namesake.actor = {ActorKind::account, "ann", "", ""};
  for (const auto& each : {own, event(kApp, "by a key"), namesake}) append(each);
  own.app_id = kOtherApp;
  own.target_id = "elsewhere";
  append(own);
  EXPECT_THAT(targets(kApp, {.actor_kind = ActorKind::key}), ElementsAre("by a key"));
  EXPECT_THAT(targets(kApp, {.actor_id = "ann"}), ElementsAre("by the account ann", "by ann"));
  EXPECT_THAT(targets(kApp, {.actor_kind = ActorKind::user, .actor_id = "ann"}),
              ElementsAre("by ann"));
  EXPECT_THAT(targets(kApp, {.actor_id = "bob"}), IsEmpty());
}

TEST_P(AuditCase, FindsByActionOrByAllOfOneNoun) {
  append(event(kApp, "a", AuditAction::auth_token_created));
  append(event(kApp, "b", AuditAction::auth_token_deleted));
  append(event(kApp, "c", AuditAction::auth_tokens_flushed));
  append(event(kOtherApp, "d", AuditAction::auth_token_created));
  EXPECT_THAT(targets(kApp, {.action = "auth_token.created"}), ElementsAre("a"));
  EXPECT_THAT(targets(kApp, {.action = "auth_token"}), ElementsAre("b", "a"));
  EXPECT_THAT(targets(kApp, {.action = "auth"}), IsEmpty());
  EXPECT_THAT(targets(kApp, {.action = "auth_token.create"}), IsEmpty());
}

TEST_P(AuditCase, FindsByTarget) {
  append(event(kApp, "vip", AuditAction::role_created));
  append(event(kApp, "vip", AuditAction::user_created));
  append(event(kApp, "vip", AuditAction::role_deleted));
  append(event(kApp, "ann", AuditAction::user_created));
  append(event(kOtherApp, "vip", AuditAction::role_created));
  const AuditQuery of_role{.target_kind = "role", .target_id = "vip"};
  const auto found = list(kApp, of_role);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].action, "role.deleted");
  EXPECT_EQ(found[1].action, "role.created");
  EXPECT_THAT(targets(kApp, {.target_kind = "user"}), ElementsAre("ann", "vip"));
  EXPECT_EQ(
      list(kApp, {.action = "role.created", .target_kind = "role", .target_id = "vip"}).size(), 1u);
  EXPECT_EQ(list(kOtherApp, of_role).size(), 1u);
}

TEST_P(AuditCase, FindsByTime) {
  for (const int ms : {1, 2, 3}) {
    AuditEvent each = event(kApp, std::to_string(ms));
    each.at = at(ms);
    append(each);
    each.app_id = kOtherApp;
    append(each);
  }
  EXPECT_THAT(targets(kApp, {.from = at(2)}), ElementsAre("3", "2"));
  EXPECT_THAT(targets(kApp, {.until = at(2)}), ElementsAre("1"));
  EXPECT_THAT(targets(kApp, {.from = at(2), .until = at(3)}), ElementsAre("2"));
}

TEST_P(AuditCase, PurgesTheOldOfEveryLogABoundedPieceAtATime) {
  for (const std::string_view app : {std::string_view(), kApp, kOtherApp}) {
    for (const int ms : {1, 2, 9}) {
      AuditEvent each = event(app, std::to_string(ms));
      each.at = at(ms);
      append(each);
    }
  }
  EXPECT_EQ(purge(at(2), 10), 3u);
  EXPECT_THAT(targets(kApp), ElementsAre("9", "2"));
  EXPECT_EQ(purge(at(9), 2), 2u);
  EXPECT_EQ(purge(at(9), 2), 1u);
  EXPECT_EQ(purge(at(9), 2), 0u);
  for (const std::string_view app : {std::string_view(), kApp, kOtherApp}) {
    EXPECT_THAT(targets(app), ElementsAre("9"));
  }
  append(event(kApp, "new"));
  EXPECT_EQ(list(kApp).front().sequence, 4u);
}

TEST_P(AuditCase, KeepsNothingThatIsUndone) {
  append(event(kApp, "eve"));
  const auto undone = run(store().write([](Transaction& transaction) -> Status {
    transaction.audit().append(event(kApp, "ann"));
    return make_error(ErrorCode::kErrException);
  }));
  EXPECT_FALSE(undone);
  EXPECT_THAT(targets(kApp), ElementsAre("eve"));
  append(event(kApp, "bob"));
  EXPECT_EQ(list(kApp).front().sequence, 2u);
}

TEST_P(AuditCase, StaysWhenItsAppIsRemovedAndSurvivesARestartOfTheStore) {
  append(event(kApp, "ann"));
  write([](Transaction& transaction) { remove_completely(transaction, kApp); });
  reopen();
  EXPECT_THAT(targets(kApp), ElementsAre("ann"));
}

TEST_P(AuditCase, AnActorOfAnAppThatIsGoneChangesNothingInALaterOneOfItsId) {
  const auto epoch_of = [&](std::string_view app) {
    return read([&](Transaction& transaction) { return transaction.apps().epoch_of(app); }).value();
  };
  const auto here = epoch_of(kApp);
  const auto elsewhere = epoch_of(kOtherApp);
  const auto change_as = [&](std::string_view app, core::AppEpoch epoch, const std::string& uid) {
    return run(store().write([&](Transaction& transaction) -> Status {
      EXPECT_TRUE(transaction.users().insert(app, sample_user(uid)));
      auto of_actor = event(app, uid);
      of_actor.actor.kind = core::ActorKind::key;
      of_actor.actor.app_epoch = epoch;
      transaction.audit().append(of_actor);
      return {};
    }));
  };
  EXPECT_TRUE(change_as(kApp, here, "ann"));
  EXPECT_TRUE(change_as(kOtherApp, elsewhere, "ann"));
  write([](Transaction& transaction) { transaction.apps().remove(kApp); });
  EXPECT_EQ(change_as(kApp, here, "bob").error().code, ErrorCode::kAuthErrApikeyNotFound);
  write([](Transaction& transaction) {
    remove_completely(transaction, kApp);
    EXPECT_TRUE(transaction.apps().insert(sample_app(kApp)));
  });
  EXPECT_EQ(change_as(kApp, here, "bob").error().code, ErrorCode::kAuthErrApikeyNotFound);
  EXPECT_EQ(change_as(kApp, elsewhere, "bob").error().code, ErrorCode::kAuthErrApikeyNotFound);
  read([](Transaction& transaction) {
    EXPECT_EQ(transaction.users().find(kApp, "bob"), std::nullopt);
  });
  EXPECT_TRUE(change_as(kOtherApp, elsewhere, "bob"));
  EXPECT_TRUE(change_as(kApp, epoch_of(kApp), "bob"));
  EXPECT_TRUE(change_as(kApp, 0, "cid")) << "epoch 0: the actor may change any app";
}

}  // namespace parley::store_suite
