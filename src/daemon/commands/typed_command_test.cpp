#include "daemon/commands/typed_command.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "daemon/commands/execute.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;

const Command& find_command(std::string_view noun, std::string_view verb) {
  for (const auto* command : all_commands()) {
    if (command->noun == noun && command->verb == verb) return *command;
  }
  throw std::out_of_range("no such command");
}

TEST(TypedCommand, IsTheLineThatWasTyped) {
  const json::object arguments{{"app", "shop"},
                               {"expires-in", 60},
                               {"uid", "nancy"},
                               {"password", "..."},
                               {"unknown", "not shown"}};
  const TypedCommand typed{find_command("user", "token"), arguments, " --data-dir d"};
  EXPECT_EQ(typed.line(), "parleyd user token --app shop --uid nancy --expires-in 60 --data-dir d");
  EXPECT_EQ(typed.word("uid"), "nancy");
  EXPECT_EQ(typed.word("name"), "''");
}

TEST(TypedCommand, QuotesWhatAShellWouldChange) {
  const json::object app{{"name", "-O'Neil & Co"},
                         {"allowed-origin", {"https://a.example", "https://*.b.example"}}};
  EXPECT_EQ((TypedCommand{find_command("app", "create"), app}).line(),
            R"(parleyd app create --name='-O'\''Neil & Co' --allowed-origin https://a.example )"
            R"(--allowed-origin 'https://*.b.example')");
  const json::object admin{{"email", "ann@example.com"}, {"link", true}, {"generate", false}};
  EXPECT_EQ((TypedCommand{find_command("admin", "reset-password"), admin}).line(),
            "parleyd admin reset-password ann@example.com --link");
}

/// Each command whose result is lost advises commands that can be pasted.
TEST(TypedCommand, AdviceAfterALostResultKeepsTheFlagsOfTheOperator) {
  const json::object result{{"appId", "shop"},     {"id", "key_1"},     {"uid", "nancy"},
                            {"email", "ann@x.yz"}, {"password", "..."}, {"scope", "fullAccess"}};
  const json::object arguments{{"app", "shop"}, {"uid", "nancy"}, {"name", "Back end"}};
  int found = 0;
  for (const auto* command : all_commands()) {
    if (command->if_lost == nullptr) continue;
    const auto advice =
        command->if_lost(result, {*command, arguments, " --data-dir 'my data' --config c.toml"});
    for (auto at = advice.find("`parleyd "); at != advice.npos;
         at = advice.find("`parleyd ", at + 1)) {
      const auto line = advice.substr(at, advice.find('`', at + 1) - at);
      EXPECT_TRUE(line.ends_with(" --data-dir 'my data' --config c.toml")) << line;
      ++found;
    }
  }
  EXPECT_EQ(found, 7);
}

TEST(TypedCommand, ALostPasswordOrLinkIsReplacedByAnother) {
  const auto& command = find_command("admin", "create");
  const json::object arguments;
  const auto advice = [&](json::object result) {
    result["email"] = "ann@x";
    return command.if_lost(result, {command, arguments, " --data-dir d"});
  };
  EXPECT_THAT(advice({{"password", "..."}}),
              HasSubstr("`parleyd admin reset-password ann@x --generate --data-dir d`"));
  EXPECT_THAT(advice({{"link", "..."}}),
              HasSubstr("`parleyd admin reset-password ann@x --link --data-dir d`"));
  EXPECT_EQ(advice({}), "The administrator ann@x was saved with the password that you gave.");
}

}  // namespace
}  // namespace parley::daemon
