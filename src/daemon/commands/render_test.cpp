#include "daemon/commands/render.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "api/error_json.hpp"
#include "daemon/commands/execute.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kColumns[] = {"uid", "name", "createdAt"};

Command list_command() {
  return {.noun = "user",
          .verb = "list",
          .help = "",
          .example = "",
          .parameters = {},
          .run = nullptr,
          .columns = kColumns,
          .if_empty = "No users found."};
}

TEST(RenderForPeople, ListsAreTables) {
  const json::array users{{{"uid", "a"}, {"name", "Ännchen"}, {"createdAt", 1'795'000'000}},
                          {{"uid", "nancy"}, {"name", "Nan\ncy"}}};
  EXPECT_EQ(render_for_people(users, list_command()),
            "UID    Name     Created\n"
            "a      Ännchen  2026-11-18 11:06:40\n"
            "nancy  Nancy\n");
}

TEST(RenderForPeople, AListWithoutItemsIsASentence) {
  EXPECT_EQ(render_for_people(json::array{}, list_command()), "No users found.\n");
  for (const auto* command : all_commands()) {
    EXPECT_EQ(command->columns.empty(), command->if_empty.empty()) << command->example;
  }
}

TEST(RenderForPeople, ObjectsAreLines) {
  EXPECT_EQ(render_for_people(json::object{{"appId", "x"},
                                           {"origins", {"a", "b"}},
                                           {"hasPassword", true},
                                           {"hasBlockedMe", false},
                                           {"deletedAt", 0}},
                              list_command()),
            "App ID        x\n"
            "Origins       a, b\n"
            "Has password  yes\n"
            "Deleted       never\n");
}

TEST(RenderForPeople, SaysWhatZeroAndAnEmptyListMean) {
  EXPECT_EQ(render_for_people(json::object{{"tokenTtl", 0},
                                           {"idleTimeout", 1},
                                           {"allowedOrigins", json::array{}},
                                           {"corePerMinute", 0}},
                              list_command()),
            "Token lifetime         no expiry\n"
            "Idle timeout           1 second\n"
            "Allowed origins        every origin may use the app\n"
            "Core calls per minute  the server's default\n");
}

const Command& create_app() { return app_commands().front(); }

TEST(RenderForPeople, SaysWhatTheKeysOfANewAppAreFor) {
  json::object app{{"appId", "x"}, {"mode", "development"}, {"authKey", "a"}, {"apiKey", "b"}};
  const auto text = render_for_people(app, create_app());
  EXPECT_THAT(text, ::testing::StartsWith(
                        "App ID        x\n"
                        "Mode          development\n"
                        "Auth Key      a\n"
                        "REST API Key  b\n\n"
                        "Put the App ID and the address of this server into your app.\n"));
  EXPECT_THAT(text, HasSubstr("The Auth Key is for development."));
  EXPECT_THAT(text, HasSubstr("The REST API Key is for your server."));
  EXPECT_THAT(text, HasSubstr("they are not shown again."));
  app["mode"] = "production";
  EXPECT_THAT(render_for_people(app, create_app()), HasSubstr("The Auth Key does not work while"));
}

const json::object kArguments{{"app", "my shop"}, {"uid", "nancy"}};

std::string render(const json::object& error, const Command& command) {
  return render_error(error, {command, kArguments, " --data-dir d"});
}

TEST(RenderError, SaysWhatIsWrongAndWhatToDo) {
  EXPECT_EQ(render({{"message", "No such user."}, {"devMessage", "Create it."}}, list_command()),
            "parleyd: No such user.\nhint: Create it.\n");
}

TEST(RenderError, NamesTheFlagThatIsWrong) {
  EXPECT_EQ(render({{"message", "The request is not valid. Check: allowedOrigins, appId."},
                    {"devMessage", "Look at the details."},
                    {"details",
                     {{"allowedOrigins", {"is odd", "is old"}},
                      {"appId", {"is taken"}},
                      {"password", {"is short"}}}}},
                   create_app()),
            "parleyd: --allowed-origin: is odd\n"
            "parleyd: --allowed-origin: is old\n"
            "parleyd: --id: is taken\n"
            "parleyd: password: is short\n"
            "hint: `parleyd app create --help` describes the flags.\n");
}

TEST(RenderError, RepeatsTheValueThatIsWrong) {
  const json::object arguments{{"id", "my shop"},
                               {"name", std::string(101, 'a')},
                               {"region", ""},
                               {"token-ttl", 5},
                               {"allowed-origin", {"a", "b"}}};
  const json::object error{{"message", "The request is not valid."},
                           {"details",
                            {{"appId", {"is taken"}},
                             {"name", {"must have at most 100 characters, but has 101"}},
                             {"region", {"is odd"}},
                             {"tokenTtl", {"is short"}},
                             {"allowedOrigins", {"\"a\" must include a scheme"}}}}};
  EXPECT_EQ(render_error(error, {create_app(), arguments}),
            "parleyd: --id 'my shop': is taken\n"
            "parleyd: --name: must have at most 100 characters, but has 101\n"
            "parleyd: --region '': is odd\n"
            "parleyd: --token-ttl 5: is short\n"
            "parleyd: --allowed-origin: \"a\" must include a scheme\n"
            "hint: `parleyd app create --help` describes the flags.\n");
}

/// The fields that the services may name in an error.
TEST(RenderError, NamesNoFieldOfTheApi) {
  const std::pair<std::span<const Command>, std::vector<const char*>> nouns[] = {
      {app_commands(),
       {"name", "region", "mode", "tokenTtl", "idleTimeout", "maxTokensPerUser", "allowedOrigins",
        "corePerMinute", "otherPerMinute"}},
      {user_commands(), {"uid", "name", "avatar", "link", "role", "statusMessage", "tags"}},
      {key_commands(), {"name", "scope"}},
      {admin_commands(), {"email", "name", "role"}}};
  for (const auto& [commands, fields] : nouns) {
    const auto& create = commands.front();
    ASSERT_EQ(create.verb, "create");
    for (const auto* field : fields) {
      const json::object error{{"details", {{field, {"is odd"}}}}};
      const auto text = render_error(error, {create, {}});
      const auto shown = text.substr(0, text.find(": is odd"));
      EXPECT_TRUE(shown.starts_with("parleyd: --") || shown == "parleyd: email") << shown;
      EXPECT_TRUE(std::ranges::none_of(shown, [](char c) { return c >= 'A' && c <= 'Z'; }))
          << shown;
    }
  }
}

TEST(RenderError, HasHintsThatCanBePasted) {
  const json::object unknown{{"code", "AUTH_ERR_INVALID_APPID"},
                             {"message", "The app x does not exist, or the credential belongs ..."},
                             {"devMessage", "Compare the header appId."}};
  EXPECT_EQ(render(unknown, list_command()),
            "parleyd: The app 'my shop' does not exist.\n"
            "hint: `parleyd app list --data-dir d` shows the apps of this server.\n");
  const json::object user{{"code", "ERR_UID_NOT_FOUND"}, {"message", "No."}, {"devMessage", ""}};
  EXPECT_THAT(render(user, list_command()),
              HasSubstr("`parleyd user create --app 'my shop' --uid nancy --name nancy "
                        "--data-dir d`"));
}

TEST(RenderError, DoesNotSuggestToCreateAUserWhoseUidIsInvalid) {
  const json::object arguments{{"app", "shop"}, {"uid", "a b"}};
  const json::object error{{"code", "ERR_UID_NOT_FOUND"}, {"message", "No user can have it."}};
  EXPECT_EQ(render_error(error, {user_commands().front(), arguments}),
            "parleyd: No user can have it.\n"
            "hint: A UID has 1-100 characters from a-z, 0-9, - and _; `parleyd user list --app "
            "shop` shows the users.\n");
}

TEST(RenderForPeople, ANewTokenHasNoLastUse) {
  const json::object token{{"uid", "a"}, {"lastUsedAt", 1'795'000'000}, {"used", false}};
  EXPECT_EQ(render_for_people(token, list_command()), "UID  a\n");
}

TEST(RenderError, SaysTheReasonOfAFailureThatIsNotTheOperators) {
  const json::object full{{"code", "ERR_SERVICE_UNAVAILABLE"},
                          {"message", "Please try again shortly."},
                          {"devMessage", "Wait as long as the header Retry-After says."},
                          {"reason", "database or disk is full"},
                          {"canPass", true}};
  EXPECT_EQ(render(full, list_command()),
            "parleyd: this cannot be done now: database or disk is full\n"
            "hint: Fix the cause, then run the command again.\n");
  EXPECT_EQ(render({{"code", "ERR_EXCEPTION"}, {"reason", "out of range"}}, list_command()),
            "parleyd: internal error: out of range\n"
            "hint: This is a bug in parleyd. Please report it with this line.\n");
}

TEST(RenderError, NeverSpeaksOfCallsOverHttp) {
  for (std::size_t i = 0; i < kErrorCodeCount; ++i) {
    const auto error = make_error(static_cast<ErrorCode>(i));
    const auto shown = json::parse(api::error_json(error, "")).at("error").as_object();
    const auto text = render(shown, list_command());
    for (const auto* sign : {"/v3", "/admin/", "header", "Retry-After", "credential belongs"}) {
      EXPECT_THAT(text, ::testing::Not(HasSubstr(sign)));
    }
    EXPECT_THAT(text, ::testing::StartsWith("parleyd: "));
  }
}

}  // namespace
}  // namespace parley::daemon
