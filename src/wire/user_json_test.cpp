#include "wire/user_json.hpp"

#include <gtest/gtest.h>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/unix_seconds.hpp"

namespace parley::wire {
namespace {

json::object object(const char* text) { return json::parse(text).as_object(); }

core::User sample() {
  core::User user;
  user.uid = "superhero1";
  user.name = "Iron Man";
  user.role = "default";
  user.metadata = R"({"suit":"mark 50","@private":{"note":"afraid of heights"}})";
  user.tags = {"hero"};
  return user;
}

TEST(UserJsonTest, ShowsPrivateMetadataToThoseOnlyWhoMaySeeIt) {
  const auto hidden = to_json(sample(), {});
  EXPECT_EQ(json::serialize(hidden.at("metadata")), R"({"suit":"mark 50"})");
  const auto shown = to_json(sample(), {.with_private = true});
  EXPECT_TRUE(shown.at("metadata").as_object().contains("@private"));
}

TEST(UserJsonTest, ShowsTheStatus) {
  auto user = sample();
  EXPECT_EQ(to_json(user, {}).at("status"), "offline");
  EXPECT_EQ(to_json(user, {.available = true}).at("status"), "available");
  user.online = true;
  EXPECT_EQ(to_json(user, {}).at("status"), "available");
}

TEST(UserJsonTest, NamesTheConversationRelativeToTheViewer) {
  EXPECT_FALSE(to_json(sample(), {}).contains("conversationId"));
  EXPECT_FALSE(to_json(sample(), {.viewer = "superhero1"}).contains("conversationId"));
  EXPECT_EQ(to_json(sample(), {.viewer = "abc"}).at("conversationId"), "abc_user_superhero1");
  EXPECT_EQ(to_json(sample(), {.viewer = "xyz"}).at("conversationId"), "superhero1_user_xyz");
}

TEST(UserJsonTest, IgnoresWhatOnlyTheServerKnows) {
  const auto user = parse_new_user(
      object(R"({"uid":"ABC","name":"N","hasBlockedMe":true,"deactivatedAt":5,"status":7})"),
      Editor::others);
  ASSERT_TRUE(user);
  EXPECT_EQ(user->user.uid, "abc");
  EXPECT_EQ(user->user.deactivated_at, kNever);
}

TEST(UserJsonTest, NamesAllMistakesAtOnce) {
  const auto user = parse_new_user(
      object(R"({"uid":"a b","avatar":"ftp://x","tags":[1],"admin":true})"), Editor::others);
  ASSERT_FALSE(user);
  const auto& details = user.error()->details;
  for (const auto* field : {"uid", "name", "avatar", "tags", "admin"}) {
    EXPECT_TRUE(details.contains(field)) << field;
  }
}

TEST(UserJsonTest, NamesAllMistakesOfAChangeAtOnce) {
  const auto change = parse_user_change(
      object(R"({"uid":"other","name":"","avatar":"ftp://x","tags":[1],"admin":true})"),
      "superhero1", Editor::others);
  ASSERT_FALSE(change);
  EXPECT_EQ(change.error()->details.size(), 5U);
}

TEST(UserJsonTest, SuggestsTheFieldThatWasProbablyMeant) {
  const auto problem = [](std::string_view field) {
    const json::object body{{"uid", "a"}, {"name", "A"}, {json::string_view(field), 1}};
    return parse_new_user(body, Editor::others).error()->details.at(std::string(field))[0];
  };
  for (const auto* field : {"status_message", "StatusMessage", "statusMesage"})
    EXPECT_EQ(problem(field), "is not a known field; did you mean statusMessage?") << field;
  EXPECT_EQ(problem("Name"), "is not a known field; did you mean name?");
  EXPECT_EQ(problem("colour"), "is not a known field");
}

TEST(UserJsonTest, SaysWhichUidOfAListIsMalformed) {
  const auto body = object(R"({"uids":["ann","a b","c!","bob"]})");
  const auto refused = parse_uids(body, "uids", UidCheck::all);
  ASSERT_FALSE(refused);
  const auto& reasons = refused.error()->details.at("uids");
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_TRUE(reasons[0].starts_with("item 2 must be 1-100 characters")) << reasons[0];
  EXPECT_TRUE(reasons[1].starts_with("item 3 ")) << reasons[1];
  EXPECT_EQ(parse_uids(body, "uids", UidCheck::none)->size(), 4U);
}

TEST(UserJsonTest, KeepsPrivateMetadataFromOtherWriters) {
  const auto body = object(R"({"metadata":{"@private":{}}})");
  EXPECT_FALSE(parse_user_change(body, "superhero1", Editor::others));
  EXPECT_TRUE(parse_user_change(body, "superhero1", Editor::full_access));
}

TEST(UserJsonTest, AChangeByOthersLeavesThePrivatePart) {
  const auto change = parse_own_change(object(R"({"metadata":{"suit":"none"}})"), "superhero1");
  ASSERT_TRUE(change);
  const auto changed = to_json(core::apply(sample(), *change), {.with_private = true});
  EXPECT_EQ(json::serialize(changed.at("metadata")),
            R"({"suit":"none","@private":{"note":"afraid of heights"}})");
}

TEST(UserJsonTest, ShowsMetadataThatCannotBeReadAsAnEmptyObject) {
  for (const auto* text : {R"({"v":Infinity})", R"({"v":NaN})", "[]", "{"}) {
    auto user = sample();
    user.metadata = text;
    EXPECT_EQ(to_json(user, {}).at("metadata"), json::object()) << text;
    const auto change = parse_own_change(object(R"({"metadata":{"a":1}})"), "superhero1");
    EXPECT_EQ(core::apply(user, change.value()).metadata, R"({"a":1})") << text;
  }
}

TEST(UserJsonTest, NormalisesUrls) {
  const auto user = parse_new_user(
      object(R"({"uid":"a","name":"N","avatar":"HTTPS://Example.com/a b","link":"javascript:x"})"),
      Editor::others);
  ASSERT_TRUE(user);
  EXPECT_EQ(user->user.avatar, "https://example.com/a%20b");
  EXPECT_EQ(core::validate(user->user).error()->details.size(), 1U) << "the link";
  const auto change = parse_own_change(object(R"({"avatar":"HTTPS://Example.com/a b"})"), "a");
  EXPECT_EQ(change.value().avatar, "https://example.com/a%20b");
}

TEST(UserJsonTest, KeepsNumbersThatOtherReadersChangeForTheDomainToNameThem) {
  const auto body = object(R"({"uid":"a","name":"A","metadata":{"ids":[1,1546130668394913822]}})");
  const auto user = parse_new_user(body, Editor::full_access);
  ASSERT_TRUE(user);
  EXPECT_TRUE(core::validate(user->user).error()->details.contains("metadata.ids[1]"));
}

TEST(UserJsonTest, ShowsSuchNumbersWhereTheyAreStored) {
  auto user = sample();
  user.metadata = R"({"id":1546130668394913822})";
  EXPECT_EQ(json::serialize(to_json(user, {}).at("metadata")), user.metadata);
}

TEST(UserJsonTest, ReadsAnEmptyArrayAsAnEmptyObject) {
  const auto made =
      parse_new_user(object(R"({"uid":"a","name":"A","metadata":[]})"), Editor::others);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->user.metadata, "{}");
  const auto change = parse_user_change(object(R"({"metadata":[]})"), "a", Editor::full_access);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->metadata, "{}");
  EXPECT_TRUE(parse_imported_user(object(R"({"name":"A","metadata":[]})"), "a"));
  const auto nameless = parse_imported_user(json::array(), "a");
  ASSERT_FALSE(nameless);
  EXPECT_TRUE(nameless.error()->details.contains("name"));
  for (const auto* body : {R"({"metadata":[1]})", R"({"metadata":[[]]})", R"({"metadata":""})"})
    EXPECT_FALSE(parse_user_change(object(body), "a", Editor::full_access)) << body;
}

TEST(UserJsonTest, RefusesImportedTimesThatAreInOtherUnits) {
  for (const auto* field : {"createdAt", "lastActiveAt", "deactivatedAt"}) {
    const auto import = [field](std::int64_t time) {
      return parse_imported_user(json::object{{"name", "A"}, {field, time}}, "a");
    };
    for (const std::int64_t time : {0, 946'684'800, 1'600'000'000}) EXPECT_TRUE(import(time));
    for (const std::int64_t time : {1, 2024, 45'361, 20'240'310, 946'684'799})
      EXPECT_EQ(import(time).error()->details.at(field)[0], kTooEarly) << time;
    EXPECT_EQ(import(1'600'000'000'000).error()->details.at(field)[0], kNotMilliseconds);
    EXPECT_EQ(import(20'240'310'123'000).error()->details.at(field)[0], kUnixSecondsRule);
  }
}

TEST(UserJsonTest, CannotSetAndUnsetTheSameField) {
  const auto change = parse_user_change(
      object(R"({"avatar":"https://a.example/","tags":[],"unset":["avatar","tags","link"]})"),
      "superhero1", Editor::full_access);
  ASSERT_FALSE(change);
  const auto& details = change.error()->details;
  ASSERT_EQ(details.size(), 2U);
  for (const auto* field : {"avatar", "tags"}) {
    EXPECT_EQ(details.at(field)[0], "must not be set and listed in unset at the same time");
  }
  EXPECT_FALSE(parse_own_change(object(R"({"link":"","unset":["link"]})"), "superhero1"));
}

TEST(UserJsonTest, UnsetEmpties) {
  const auto change = parse_user_change(object(R"({"unset":["tags","metadata"]})"), "superhero1",
                                        Editor::full_access);
  ASSERT_TRUE(change);
  const auto changed = core::apply(sample(), *change);
  EXPECT_TRUE(changed.tags.empty());
  EXPECT_TRUE(changed.metadata.empty());
}

}  // namespace
}  // namespace parley::wire
