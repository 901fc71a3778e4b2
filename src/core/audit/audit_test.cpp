#include "core/audit/audit.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace parley::core {
namespace {

std::vector<AuditAction> all_actions() {
  std::vector<AuditAction> actions;
  for (int i = 0; i <= static_cast<int>(kLastAuditAction); ++i) {
    actions.push_back(static_cast<AuditAction>(i));
  }
  return actions;
}

TEST(AuditTest, EveryActionIsANounADotAndWhatBecameOfIt) {
  std::set<std::string_view> texts;
  for (const auto action : all_actions()) {
    const auto text = to_string(action);
    EXPECT_TRUE(texts.insert(text).second) << text;
    const auto dot = text.find('.');
    ASSERT_NE(dot, text.npos) << text;
    EXPECT_EQ(text.find('.', dot + 1), text.npos) << text;
    EXPECT_EQ(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_."), text.npos) << text;
  }
}

TEST(AuditTest, EveryActionHasATargetOfAKnownKind) {
  const std::set<std::string_view> known{"user", "role", "api_key", "app", "administrator"};
  for (const auto action : all_actions()) {
    EXPECT_TRUE(known.contains(target_kind_of(action))) << to_string(action);
  }
  EXPECT_EQ(target_kind_of(AuditAction::auth_tokens_flushed), "user");
  EXPECT_EQ(target_kind_of(AuditAction::friends_added), "user");
  EXPECT_EQ(target_kind_of(AuditAction::session_ended), "user");
  EXPECT_EQ(target_kind_of(AuditAction::api_key_created), "api_key");
}

TEST(AuditTest, KindsOfActorsHaveStableTexts) {
  for (const auto kind : {ActorKind::key, ActorKind::user, ActorKind::administrator,
                          ActorKind::account, ActorKind::server}) {
    EXPECT_EQ(actor_kind_from_string(to_string(kind)), kind);
  }
  EXPECT_EQ(to_string(ActorKind::account), "account");
  EXPECT_EQ(actor_kind_from_string("root"), std::nullopt);
}

TEST(AuditTest, AnEventSaysWhatTheActionSays) {
  const Actor actor{ActorKind::key, "key_1", "Back end", "203.0.113.7"};
  const Time now{std::chrono::milliseconds{7}};
  const auto event = audit_event("shop", now, actor, AuditAction::role_updated, "vip",
                                 changed_fields({{"name", true}, {"metadata", false}}));
  EXPECT_EQ(event, (AuditEvent{.app_id = "shop",
                               .at = now,
                               .actor = actor,
                               .action = "role.updated",
                               .target_kind = "role",
                               .target_id = "vip",
                               .details = R"({"fields":["name"]})"}));
  EXPECT_EQ(audit_event("shop", now, actor, AuditAction::role_deleted, "vip").details, "{}");
}

}  // namespace
}  // namespace parley::core
