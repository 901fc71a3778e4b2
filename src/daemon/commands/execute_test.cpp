#include "daemon/commands/execute.hpp"

#include <gmock/gmock.h>

#include <new>
#include <set>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "daemon/commands/render.hpp"
#include "daemon/server/runtime.hpp"
#include "support/domain_test.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

class CommandsTest : public ::testing::Test {
 protected:
  json::object execute_line(const std::string& line) {
    return json::parse(runtime_->io_threads().run(execute(runtime_->domain(), actor_, line)))
        .as_object();
  }

  json::object answer(std::string_view name, json::object arguments) {
    return execute_line(json::serialize(json::object{{"command", name}, {"args", arguments}}));
  }

  json::value data(std::string_view name, json::object arguments) {
    auto answered = answer(name, std::move(arguments));
    EXPECT_TRUE(answered.contains("data")) << json::serialize(answered);
    return answered["data"];
  }

  /// What the operator reads when the command fails.
  std::string shown_error(const Command& command, const json::object& arguments) {
    auto answered = execute_line(command_line(command, arguments));
    EXPECT_TRUE(answered.contains("error")) << json::serialize(answered);
    return render_error(answered["error"].as_object(), {command, arguments});
  }

  std::string error(std::string_view name, json::object arguments) {
    auto answered = answer(name, std::move(arguments));
    EXPECT_TRUE(answered.contains("error")) << json::serialize(answered);
    return json::serialize(answered["error"]);
  }

  json::object create_app(std::string_view id) {
    return data("app create", {{"id", id}, {"name", "App"}}).as_object();
  }

  void create_user(std::string_view uid) {
    data("user create", {{"app", "shop"}, {"uid", uid}, {"name", "User"}});
  }

  const core::Actor actor_{core::ActorKind::account, "1000", "operator", ""};
  test_support::TemporaryDirectory directory_;
  std::unique_ptr<Runtime> runtime_ =
      Runtime::open(DataDirectory(directory_.path()), 1, 100).value();
};

TEST_F(CommandsTest, AnAppLivesFromItsCreationToItsEnd) {
  const auto created = data("app create", {{"id", "shop"},
                                           {"name", "Shop"},
                                           {"mode", "production"},
                                           {"token-ttl", 60},
                                           {"allowed-origin", {"https://shop.example"}}})
                           .as_object();
  EXPECT_EQ(created.at("mode"), "production");
  EXPECT_EQ(created.at("tokenTtl"), 60);
  EXPECT_THAT(std::string(created.at("authKey").as_string()), MatchesRegex("[0-9a-f]+"));
  EXPECT_NE(created.at("authKey"), created.at("apiKey"));

  const auto updated = data("app update", {{"app", "shop"},
                                           {"mode", "development"},
                                           {"allowed-origin", {"any"}},
                                           {"core-calls-per-minute", 7}})
                           .as_object();
  EXPECT_EQ(updated.at("mode"), "development");
  EXPECT_EQ(updated.at("tokenTtl"), 60);
  EXPECT_EQ(updated.at("corePerMinute"), 7);
  EXPECT_TRUE(updated.at("allowedOrigins").as_array().empty());

  EXPECT_THAT(
      error("app update", {{"app", "shop"}, {"allowed-origin", {"https://a.example", "any"}}}),
      HasSubstr("must be either"));

  const auto listed = data("app list", {}).as_array();
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0], updated);
  EXPECT_FALSE(listed[0].as_object().contains("apiKey"));

  EXPECT_THAT(error("app delete", {{"app", "shop"}}), HasSubstr(R"("yes":["must be given"])"));
  data("app delete", {{"app", "shop"}, {"yes", true}});
  EXPECT_TRUE(data("app list", {}).as_array().empty());
}

TEST_F(CommandsTest, KeysAreShownOnceAndStopAtOnce) {
  create_app("shop");
  const auto made =
      data("key create", {{"app", "shop"}, {"name", "Back end"}, {"scope", "fullAccess"}});
  const std::string key(made.at("apiKey").as_string());
  const std::string id(made.at("id").as_string());
  EXPECT_EQ(key.size(), 40U);
  const auto listed = data("key list", {{"app", "shop"}, {"search", "back"}});
  ASSERT_EQ(listed.as_array().size(), 1U);
  EXPECT_EQ(listed.as_array()[0].at("id"), json::value(id));
  EXPECT_THAT(json::serialize(listed), ::testing::Not(HasSubstr(key)));

  auto& keys = runtime_->domain().api_keys;
  EXPECT_TRUE(runtime_->io_threads().run(keys.authenticate(key)));
  EXPECT_EQ(data("key delete", {{"app", "shop"}, {"key", key}}).at("id"), json::value(id));
  EXPECT_FALSE(runtime_->io_threads().run(keys.authenticate(key)));
}

TEST_F(CommandsTest, UsersAreCreatedFoundAndLoggedIn) {
  create_app("shop");
  const auto user = data("user create", {{"app", "shop"},
                                         {"uid", "Nancy"},
                                         {"name", "Nancy Grace"},
                                         {"avatar", "HTTPS://Example.com/a b"},
                                         {"role", "Default"},
                                         {"status-message", "Here"},
                                         {"tag", {"vip"}}});
  EXPECT_EQ(user.at("uid"), "nancy");
  EXPECT_EQ(user.at("avatar"), "https://example.com/a%20b");
  EXPECT_EQ(user.at("statusMessage"), "Here");
  EXPECT_EQ(user.at("tags"), json::array{"vip"});
  data("user create", {{"app", "shop"}, {"uid", "john"}, {"name", "John Paul"}});
  EXPECT_EQ(data("user list", {{"app", "shop"}}).as_array().size(), 2U);
  EXPECT_EQ(data("user list", {{"app", "shop"}, {"search", "gra"}}).as_array().size(), 1U);
  EXPECT_EQ(data("user list", {{"app", "shop"}, {"limit", 1}, {"page", 2}}).at(0).at("uid"),
            "nancy");

  const auto token = data("user token", {{"app", "shop"}, {"uid", "NANCY"}, {"expires-in", 60}});
  const auto session = runtime_->io_threads().run(runtime_->domain().sessions.authenticate(
      std::string(token.at("authToken").as_string()), "127.0.0.1"));
  ASSERT_TRUE(session);
  EXPECT_EQ((*session)->session().uid, "nancy");
  EXPECT_EQ((*session)->session().device.platform, "") << "no device has it yet";
}

TEST_F(CommandsTest, TheAuditLogNamesWhoGaveThem) {
  create_app("shop");
  data("app update", {{"app", "shop"}, {"mode", "production"}});
  const auto key = data("key create", {{"app", "shop"}, {"name", "K"}});
  data("key delete", {{"app", "shop"}, {"key", key.at("id")}});
  data("user create", {{"app", "shop"}, {"uid", "nancy"}, {"name", "Nancy"}});
  data("user token", {{"app", "shop"}, {"uid", "nancy"}});
  data("app delete", {{"app", "shop"}, {"yes", true}});
  std::vector<std::string> actions;
  auto& audit = runtime_->domain().audit;
  for (const auto& event : runtime_->io_threads().run(audit.list("shop", {})).value().events) {
    EXPECT_EQ(event.actor, actor_) << event.action;
    actions.push_back(event.action);
  }
  EXPECT_THAT(actions, ::testing::ElementsAre("app.deleted", "auth_token.created", "user.created",
                                              "api_key.deleted", "api_key.created", "app.updated",
                                              "api_key.created", "api_key.created", "app.created"));
}

TEST_F(CommandsTest, WhatIsWrongIsSaidByItsName) {
  create_app("shop");
  EXPECT_THAT(error("app create", {{"id", "shop"}, {"name", "x"}}), HasSubstr("is taken"));
  EXPECT_THAT(error("app create", {{"name", "x"}, {"mode", "test"}}),
              HasSubstr("must be development or production"));
  EXPECT_THAT(error("app create", {{"name", "x"}, {"max-tokens-per-user", 1LL << 40}}),
              HasSubstr("is too large"));
  EXPECT_THAT(error("app create", {{"name", "x"}, {"colour", "red"}}), HasSubstr("colour"));
  EXPECT_THAT(error("app update", {{"app", "gone"}}), HasSubstr("AUTH_ERR_INVALID_APPID"));
  EXPECT_THAT(error("user token", {{"app", "shop"}, {"uid", "x"}}), HasSubstr("ERR_UID_NOT_FOUND"));
  EXPECT_THAT(error("user list", {{"app", "shop"}, {"limit", 0}}), HasSubstr("1 to 1000"));
  EXPECT_THAT(error("key create", {{"app", "shop"}, {"name", "x"}, {"scope", "all"}}),
              HasSubstr("must be authOnly or fullAccess"));
}

TEST_F(CommandsTest, ErrorsSpeakOfFlagsAndNotOfTheApi) {
  create_app("shop");
  const json::object bad_app{{"id", "No"},
                             {"name", ""},
                             {"region", "?"},
                             {"token-ttl", 1LL << 40},
                             {"idle-timeout", 1LL << 40},
                             {"max-tokens-per-user", 0},
                             {"allowed-origin", {"example.com"}}};
  const json::object bad_user{{"app", "shop"}, {"uid", "?"},
                              {"name", ""},    {"avatar", "?"},
                              {"tag", {""}},   {"status-message", std::string(1000, 'x')}};
  const json::object bad_token{{"app", "shop"}, {"uid", "x"}, {"expires-in", 1LL << 40}};
  create_user("x");
  const std::pair<const Command*, json::object> cases[] = {{&app_commands()[0], bad_app},
                                                           {&user_commands()[0], bad_user},
                                                           {&user_commands()[2], bad_token}};
  for (const auto& [command, arguments] : cases) {
    const auto text = shown_error(*command, arguments);
    EXPECT_THAT(text, ::testing::Not(::testing::ContainsRegex("[a-z][A-Z]"))) << text;
    EXPECT_THAT(text, ::testing::Not(HasSubstr("request"))) << text;
    for (const auto& [name, value] : arguments) {
      if (name == "app" || (name == "uid" && value == "x")) continue;
      EXPECT_THAT(text, ::testing::ContainsRegex("--" + std::string(name) + "( [^ ]+)?: ")) << text;
    }
  }
}

TEST_F(CommandsTest, AnOriginForAllIsExplained) {
  for (const auto* all : {"*", ""}) {
    EXPECT_THAT(shown_error(app_commands()[0], {{"name", "x"}, {"allowed-origin", {all}}}),
                HasSubstr("is not an origin; to allow every origin, use \"any\"\n"));
  }
}

TEST_F(CommandsTest, EveryCommandThatNamesAnAppRefusesAnUnknownOne) {
  for (const auto* command : all_commands()) {
    json::object arguments;
    for (const auto& parameter : command->parameters) {
      if (!parameter.required) continue;
      const bool is_flag = parameter.kind == Parameter::Kind::flag;
      arguments[parameter.name] = is_flag ? json::value(true) : json::value("x");
    }
    if (!arguments.contains("app")) continue;
    const auto name = std::string(command->noun).append(" ").append(command->verb);
    EXPECT_THAT(error(name, arguments), HasSubstr("AUTH_ERR_INVALID_APPID")) << name;
  }
}

TEST_F(CommandsTest, AnAdministratorSignsInWithWhatTheCommandPrinted) {
  const auto made =
      data("admin create",
           {{"email", "ann@example.com"}, {"name", "Ann"}, {"role", "owner"}, {"generate", true}});
  core::AdminSessionService& sessions = runtime_->domain().admin_sessions;
  const auto sign_in = [&](const json::value& password) {
    return runtime_->io_threads().run(sessions.sign_in(
        "ann@example.com", SecretString(std::string(password.as_string())), {"127.0.0.1", "B"}));
  };
  EXPECT_TRUE(sign_in(made.at("password")));
  const auto reset = data("admin reset-password", {{"email", "ann@example.com"}, {"link", true}});
  EXPECT_FALSE(sign_in(made.at("password")));
  EXPECT_TRUE(runtime_->io_threads().run(sessions.sign_in_by_link(
      SecretString(std::string(reset.at("link").as_string())), {"127.0.0.1", "B"})));
  EXPECT_THAT(error("admin create", {{"email", "x@y"}, {"name", "X"}, {"role", "owner"}}),
              HasSubstr("is required"));
  EXPECT_THAT(error("admin remove", {{"email", "ann@example.com"}}), HasSubstr("ERR_LAST_OWNER"));
}

TEST_F(CommandsTest, LinesThatAskForNothingKnownAreRefused) {
  for (const auto* line :
       {"", "{", "[]", "7", "{}", R"({"command":"app list"})", R"({"command":7,"args":{}})",
        R"({"command":"app list","args":[]})", R"({"command":"app destroy","args":{}})"}) {
    const auto answered = execute_line(line);
    ASSERT_TRUE(answered.contains("error")) << line;
    EXPECT_EQ(answered.at("error").at("code"), "ERR_BAD_REQUEST") << line;
  }
}

class ThrowingStoreTest : public test_support::DomainTest {
 protected:
  json::object create_app() {
    const auto line = R"({"command":"app create","args":{"id":"x","name":"X"}})";
    return json::parse(runner.run(execute(domain, actor, line))).at("error").as_object();
  }
};

TEST_F(ThrowingStoreTest, AnswersWhateverIsThrown) {
  repeating.before_write = []() -> Status { throw std::bad_alloc(); };
  auto error = create_app();
  EXPECT_EQ(error.at("code"), "ERR_SERVICE_UNAVAILABLE");
  EXPECT_EQ(error.at("reason"), "out of memory");
  EXPECT_TRUE(error.contains("canPass"));

  repeating.before_write = []() -> Status { throw std::runtime_error("index out of range"); };
  error = create_app();
  EXPECT_EQ(error.at("code"), "ERR_EXCEPTION");
  EXPECT_EQ(error.at("reason"), "index out of range");
  EXPECT_FALSE(error.contains("canPass"));

  repeating.before_write = []() -> Status { throw 42; };
  EXPECT_EQ(create_app().at("reason"), "an exception of unknown type");
}

TEST_F(ThrowingStoreTest, SaysWhyTheStoreFailed) {
  repeating.before_write = []() -> Status {
    auto failure = make_error(ErrorCode::kErrServiceUnavailable);
    failure->internal = "database or disk is full";
    failure->retry_after = 1;
    return failure;
  };
  const auto error = create_app();
  EXPECT_EQ(error.at("reason"), "database or disk is full");
  EXPECT_TRUE(error.contains("canPass"));
}

TEST(CommandTable, NamesAreUniqueAndExamplesAreOfTheCommand) {
  std::set<std::string> names;
  for (const auto* command : all_commands()) {
    const auto name = std::string(command->noun).append(" ").append(command->verb);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_THAT(std::string(command->example), ::testing::StartsWith("parleyd " + name));
    for (const auto& parameter : command->parameters) {
      if (!parameter.required) continue;
      const auto typed = parameter.kind == Parameter::Kind::word
                             ? "@example.com"
                             : "--" + std::string(parameter.name);
      EXPECT_THAT(std::string(command->example), HasSubstr(typed));
    }
  }
}

}  // namespace
}  // namespace parley::daemon
