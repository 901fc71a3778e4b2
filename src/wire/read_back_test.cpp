// An object from a response can be sent back to change it or to create it again.
#include <chrono>
#include <vector>

#include <gmock/gmock.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_reader.hpp"
#include "wire/administrator_json.hpp"
#include "wire/apikey_json.hpp"
#include "wire/app_json.hpp"
#include "wire/role_json.hpp"
#include "wire/session_json.hpp"
#include "wire/user_json.hpp"

namespace parley::wire {
namespace {

constexpr Time kWhen = from_unix_seconds(1'771'312'489);

/// A response as a caller sends it back.
json::object sent_back(const json::object& answer) {
  return read_json_object(json::serialize(answer)).value();
}

/// A user with a value in every field.
core::User whole_user() {
  return {.uid = "ann",
          .name = "Ann",
          .avatar = "https://example.com/a.png",
          .link = "https://example.com/",
          .role = "crew",
          .status_message = "Away",
          .metadata = R"({"a":1,"@private":{"b":2}})",
          .tags = {"red"},
          .last_active_at = kWhen,
          .created_at = kWhen,
          .updated_at = kWhen,
          .deactivated_at = kWhen,
          .online = true};
}

/// Every view of the user, and the fields that the API adds for the user itself.
std::vector<json::object> answers_about_a_user() {
  const core::Relation both{.blocked_by_me_at = kWhen, .blocked_me_at = kWhen};
  std::vector<json::object> answers = {
      to_json(whole_user(), {}), to_json(whole_user(), {.with_tags = false}),
      to_json(whole_user(), {.viewer = "ann", .available = true}),
      to_json(whole_user(), {.viewer = "bob", .relation = both, .with_private = true})};
  auto own = answers.front();
  own["authToken"] = "ann_1771312489x";
  own["jwt"] = "a.b.c";
  own["settings"] = json::object{{"MODE", "DEFAULT"}};
  answers.push_back(std::move(own));
  return answers;
}

/// The errors in `result`, for the message of a failed test.
template <class T>
std::string reasons(const Result<T>& result) {
  std::string text;
  if (result) return text;
  for (const auto& [field, list] : result.error()->details) text += field + " " + list[0] + "; ";
  return text;
}

TEST(ReadBack, AUser) {
  for (const auto& shown : answers_about_a_user()) {
    const auto answer = sent_back(shown);
    SCOPED_TRACE(json::serialize(answer));
    const auto created = parse_new_user(answer, Editor::full_access);
    const auto changed = parse_user_change(answer, "ann", Editor::full_access);
    const auto own = parse_own_change(answer, "ann");
    const auto imported = parse_imported_user(answer, "ann");
    EXPECT_TRUE(created) << reasons(created);
    EXPECT_TRUE(changed) << reasons(changed);
    EXPECT_TRUE(imported) << reasons(imported);
    const bool has_private = answer.at("metadata").as_object().contains("@private");
    EXPECT_EQ(own.has_value(), !has_private) << reasons(own);
    if (!created) continue;
    EXPECT_EQ(created->user.deactivated_at, kNever) << "which a POST does not decide";
    EXPECT_FALSE(created->with_auth_token);
  }
}

TEST(ReadBack, AUserByAnImportWithItsTimes) {
  const auto imported =
      parse_imported_user(sent_back(to_json(whole_user(), {.with_private = true})), "ann");
  ASSERT_TRUE(imported);
  auto expected = whole_user();
  expected.updated_at = Time{};
  expected.online = false;
  EXPECT_EQ(*imported, expected);
}

TEST(ReadBack, ARole) {
  const core::Role role{.id = "crew",
                        .name = "Crew",
                        .description = "Who works here",
                        .metadata = R"({"a":1})",
                        .settings = {.list_users = core::Audience::friends_only},
                        .created_at = kWhen,
                        .updated_at = kWhen};
  const auto answer = sent_back(to_json("my-app", role));
  EXPECT_TRUE(parse_new_role(answer)) << reasons(parse_new_role(answer));
  EXPECT_TRUE(parse_role_change(answer, "crew")) << reasons(parse_role_change(answer, "crew"));
  EXPECT_FALSE(parse_role_change(answer, "other"));
}

TEST(ReadBack, AnApp) {
  core::App app{.id = "my-app", .name = "My app"};
  app.allowed_origins = {"https://example.com"};
  app.created_at = app.updated_at = kWhen;
  const auto answer = sent_back(to_json(app));
  EXPECT_TRUE(parse_new_app(answer)) << reasons(parse_new_app(answer));
  EXPECT_TRUE(parse_app_change(answer, "my-app")) << reasons(parse_app_change(answer, "my-app"));
  EXPECT_FALSE(parse_app_change(answer, "other"));
}

TEST(ReadBack, AnApiKey) {
  core::ApiKey key{};
  key.id = "key_1";
  key.name = "Back end";
  key.hint = "1a2b...f09";
  key.created_by = "server";
  key.created_at = key.last_used_at = kWhen;
  for (const auto& shown :
       {to_json(key), to_json(core::CreatedApiKey{key, SecretString("1a2bf09")})}) {
    const auto answer = sent_back(shown);
    EXPECT_TRUE(parse_new_api_key(answer)) << reasons(parse_new_api_key(answer));
    EXPECT_TRUE(parse_api_key_change(answer)) << reasons(parse_api_key_change(answer));
  }
}

TEST(ReadBack, ASession) {
  core::Session session{};
  session.id = "ses_1";
  session.uid = "ann";
  session.created_at = session.last_used_at = kWhen;
  session.expires_at = kWhen + std::chrono::hours(1);
  session.last_ip = "127.0.0.1";
  session.device = {"web", "agent", R"({"a":1})", "device-1"};
  auto shown = to_json(session);
  shown["current"] = true;
  const auto answer = sent_back(shown);
  const auto changed = parse_device_change(answer);
  ASSERT_TRUE(changed) << reasons(changed);
  EXPECT_TRUE(core::check_fixed_fields(session, *changed));
  const auto created = parse_session_request(answer, kWhen, "ann", {}, {});
  ASSERT_TRUE(created) << reasons(created);
  EXPECT_EQ(created->device, session.device);
  EXPECT_EQ(created->idle_timeout, session.idle_timeout);
  EXPECT_EQ(created->expires_in, std::chrono::hours(1)) << "ends with the one that was read";
  EXPECT_FALSE(parse_session_request(answer, kWhen, "bob", {}, {}));
}

TEST(ReadBack, ASessionEndsWhenTheBodySays) {
  const auto at = to_unix_seconds(kWhen) + 60;
  const auto lifetime = [](const json::object& body) {
    const auto request =
        parse_session_request(body, kWhen + std::chrono::milliseconds(500), "ann", {}, {});
    return request ? request->expires_in : std::chrono::seconds{-1};
  };
  EXPECT_EQ(lifetime({{"expiresAt", at}}), std::chrono::seconds{60});
  EXPECT_EQ(lifetime({{"expiresAt", at}, {"expiresIn", 5}}), std::chrono::seconds{5});
  EXPECT_EQ(lifetime({{"expiresAt", 0}}), std::nullopt);
  EXPECT_EQ(lifetime({{"expiresAt", nullptr}}), std::nullopt);
  EXPECT_EQ(lifetime({{"expiresAt", at - 60}}), std::chrono::seconds{-1}) << "is over";
  EXPECT_EQ(lifetime({{"expiresAt", at * 1000}}), std::chrono::seconds{-1}) << "milliseconds";
  EXPECT_EQ(lifetime({{"expiresAt", "tomorrow"}}), std::chrono::seconds{-1});
}

TEST(ReadBack, AChangeOfASessionDoesNotMoveItsEnd) {
  const auto seconds = to_unix_seconds(kWhen);
  core::Session session{};
  session.expires_at = kWhen;
  const auto same = [&](const json::object& body) {
    return core::check_fixed_fields(session, parse_device_change(body).value()).has_value();
  };
  EXPECT_TRUE(same({}));
  EXPECT_TRUE(same({{"expiresAt", seconds}, {"idleTimeout", 0}}));
  EXPECT_TRUE(same({{"expiresAt", nullptr}, {"idleTimeout", nullptr}}));
  EXPECT_FALSE(same({{"expiresAt", seconds + 60}}));
  EXPECT_FALSE(same({{"expiresAt", 0}}));
  EXPECT_FALSE(same({{"idleTimeout", 60}}));
}

TEST(ReadBack, AnAdministrator) {
  core::Administrator administrator{};
  administrator.id = "adm_1";
  administrator.email = "ann@example.com";
  administrator.name = "Ann";
  administrator.created_at = administrator.updated_at = administrator.last_signed_in_at = kWhen;
  const auto answer = sent_back(to_json(administrator));
  EXPECT_TRUE(parse_new_administrator(answer)) << reasons(parse_new_administrator(answer));
  EXPECT_TRUE(parse_administrator_change(answer)) << reasons(parse_administrator_change(answer));
}

TEST(ReadBack, AnythingElseIsRefused) {
  auto answer = to_json(whole_user(), {});
  answer["admin"] = true;
  EXPECT_FALSE(parse_user_change(answer, "ann", Editor::full_access));
  EXPECT_FALSE(parse_imported_user(answer, "ann"));
}

}  // namespace
}  // namespace parley::wire
