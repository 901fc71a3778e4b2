#include "daemon/command_line/command_line.hpp"

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include "base/error_code.hpp"
#include "daemon/commands/execute.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;

auto parse(std::vector<std::string> words) {
  words.insert(words.begin(), "parleyd");
  std::vector<char*> arguments;
  arguments.reserve(words.size());
  for (auto& word : words) arguments.push_back(word.data());
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

Invocation invocation(std::vector<std::string> words) {
  auto parsed = parse(std::move(words));
  EXPECT_TRUE(parsed) << parsed.error()->message;
  return std::get<Invocation>(std::move(*parsed));
}

std::string error(std::vector<std::string> words) {
  const auto parsed = parse(std::move(words));
  if (parsed) return "(no error)";
  EXPECT_EQ(parsed.error()->message.find('\n'), std::string::npos);
  return parsed.error()->message;
}

std::string help(std::vector<std::string> words) {
  words.push_back("--help");
  const auto parsed = parse(std::move(words));
  return parsed ? std::get<HelpRequest>(*parsed).text : parsed.error()->message;
}

TEST(CommandLine, SettingsAreFlags) {
  const auto serve = invocation({"serve", "--data-dir", "d", "--listen=127.0.0.1:1", "--tls-listen",
                                 "", "--trusted-proxy", "10.0.0.0/8", "--trusted-proxy", "::1",
                                 "--access-log", "--config", "c.toml"});
  EXPECT_EQ(std::get<ServeInvocation>(serve.what).mode, Mode::serve);
  EXPECT_EQ(serve.config_file, "c.toml");
  EXPECT_EQ(serve.flags, (SettingTexts{{"data_dir", "d"},
                                       {"listen", "127.0.0.1:1"},
                                       {"tls_listen", ""},
                                       {"trusted_proxy", "10.0.0.0/8,::1"},
                                       {"access_log", "true"}}));
  const auto dev = invocation({"dev", "--access-log=false"});
  EXPECT_EQ(std::get<ServeInvocation>(dev.what).mode, Mode::dev);
  EXPECT_EQ(dev.flags.at("access_log"), "false");
  const auto apart = invocation({"serve", "--access-log", "false", "--listen", "127.0.0.1:1"});
  EXPECT_EQ(apart.flags.at("access_log"), "false");
  EXPECT_EQ(apart.flags.at("listen"), "127.0.0.1:1");
  EXPECT_EQ(invocation({"config", "check", "--access-log"}).flags.at("access_log"), "true");
}

TEST(CommandLine, WordsAreGivenWithoutAFlag) {
  const auto remove = invocation({"admin", "remove", "ann@example.com", "--data-dir", "d"});
  EXPECT_EQ(json::serialize(std::get<CommandInvocation>(remove.what).arguments),
            R"({"email":"ann@example.com"})");
  EXPECT_THAT(error({"admin", "remove"}), HasSubstr("email is required"));
}

TEST(CommandLine, EverySettingIsAFlagOfServeDevAndConfigCheck) {
  for (const auto& setting : all_settings()) {
    const auto flag = flag_of(setting) + "=true";
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"serve", flag}, {"dev", flag}, {"config", "check", flag}}) {
      EXPECT_EQ(invocation(words).flags, (SettingTexts{{std::string(setting.name), "true"}}));
    }
  }
}

TEST(CommandLine, CommandsGetTheirArgumentsByType) {
  const auto create =
      invocation({"app", "create", "--name", "My app", "--token-ttl", "60", "--allowed-origin", "a",
                  "--allowed-origin", "b", "--json", "--data-dir", "d"});
  const auto& command = std::get<CommandInvocation>(create.what);
  EXPECT_EQ(command.command->verb, "create");
  EXPECT_EQ(json::serialize(command.arguments),
            R"({"name":"My app","token-ttl":60,"allowed-origin":["a","b"]})");
  EXPECT_TRUE(create.json);
  EXPECT_EQ(create.flags.at("data_dir"), "d");

  const auto remove = invocation({"app", "delete", "--app", "x", "--yes"});
  EXPECT_EQ(json::serialize(std::get<CommandInvocation>(remove.what).arguments),
            R"({"app":"x","yes":true})");
  EXPECT_FALSE(remove.json);
}

TEST(CommandLine, MistakesAreOneLineThatPointsToHelp) {
  EXPECT_EQ(
      error({"fly", "--to", "x"}),
      "unknown command fly; the commands are serve, dev, app, key, user, admin, config, version "
      "(see `parleyd --help`)");
  EXPECT_EQ(
      error({"user", "delete", "--app", "x", "--uid", "y"}),
      "unknown command delete; the commands are create, list, token (see `parleyd user --help`)");
  EXPECT_EQ(error({"serve", "--prot", "80"}), "unknown flag --prot (see `parleyd serve --help`)");
  EXPECT_EQ(error({"serve", "--=x", "--"}), "unknown flag -- (see `parleyd serve --help`)");
  EXPECT_EQ(error({"serve", "now"}), "unexpected argument now (see `parleyd serve --help`)");
  EXPECT_THAT(error({"app", "create"}), HasSubstr("--name is required"));
  EXPECT_THAT(error({"app", "delete", "--app", "x"}), HasSubstr("--yes is required"));
  EXPECT_THAT(error({"app", "create", "--name", "x", "--token-ttl", "1h"}),
              HasSubstr("--token-ttl: \"1h\" is not a whole number"));
  EXPECT_THAT(error({"app", "create", "--name", "J\xf6rg"}),
              HasSubstr("--name: the value is not UTF-8"));
  EXPECT_THAT(error({"user", "list", "--app", "x", "--listen", "y"}), HasSubstr("--listen"));
}

TEST(CommandLine, AMissingCommandIsSaidWithTheOnesThereAre) {
  EXPECT_EQ(error({}),
            "no command was given; the commands are serve, dev, app, key, user, admin, config, "
            "version (see `parleyd --help`)");
  EXPECT_EQ(
      error({"key"}),
      "no command was given; the commands are create, list, delete (see `parleyd key --help`)");
  EXPECT_THAT(error({"--data-dir", "d"}), HasSubstr("no command was given"));
  EXPECT_THAT(error({"app", "--data-dir", "d"}), HasSubstr("no command was given"));
  EXPECT_THAT(error({"--"}), HasSubstr("unknown flag --"));
  EXPECT_THAT(error({""}), HasSubstr("unknown command ''; the commands are"));
}

TEST(CommandLine, AMisspeltWordIsNamedBeforeWhatIsMissing) {
  EXPECT_EQ(error({"app", "create", "--nmae", "foo"}),
            "unknown flag --nmae; did you mean --name? (see `parleyd app create --help`)");
  EXPECT_THAT(error({"app", "create", "-name", "foo"}), HasSubstr("did you mean --name?"));
  EXPECT_THAT(error({"app", "create", "--allowed-origins", "*"}),
              HasSubstr("unknown flag --allowed-origins; did you mean --allowed-origin?"));
  EXPECT_THAT(error({"app", "create", "--allowedOrigins=*"}),
              HasSubstr("unknown flag --allowedOrigins; did you mean --allowed-origin?"));
  EXPECT_THAT(error({"serve", "--data_dir", "d"}), HasSubstr("did you mean --data-dir?"));
  EXPECT_THAT(error({"--data-dri", "d", "serve"}), HasSubstr("did you mean --data-dir?"));
  EXPECT_EQ(error({"usr", "list"}),
            "unknown command usr; did you mean user? (see `parleyd --help`)");
  EXPECT_EQ(error({"app", "crate", "--help"}),
            "unknown command crate; did you mean create? (see `parleyd app --help`)");
}

TEST(CommandLine, AFlagWithTheNameOfAnotherProgramIsTold) {
  for (const auto& [words, meant] : std::vector<std::pair<std::vector<std::string>, const char*>>{
           {{"dev", "--port", "1234"}, "--listen"},
           {{"serve", "--host=0.0.0.0"}, "--listen"},
           {{"app", "update", "--id", "my-app"}, "--app"},
           {{"app", "create", "--app", "my-app"}, "--id"},
           {{"user", "create", "--id", "ann"}, "--uid"},
           {{"key", "delete", "--app-id", "my-app"}, "--app"}}) {
    EXPECT_THAT(error(words), HasSubstr(fmt::format("did you mean {}?", meant))) << words.front();
  }
  EXPECT_THAT(error({"app", "list", "--port", "80"}), HasSubstr("unknown flag --port (see"));
}

TEST(CommandLine, EveryCommandNamesAMisspeltFlagFirst) {
  for (const auto* command : all_commands()) {
    for (const auto& parameter : command->parameters) {
      if (parameter.kind == Parameter::Kind::word) continue;
      auto misspelt = "--" + std::string(parameter.name);
      misspelt.insert(misspelt.size() - 1, "q");
      EXPECT_THAT(error({std::string(command->noun), std::string(command->verb), misspelt}),
                  HasSubstr("unknown flag " + misspelt))
          << command->example;
    }
  }
}

TEST(CommandLine, FlagsWithoutOrWithTooManyValuesAreNamed) {
  EXPECT_EQ(error({"serve", "--listen"}), "--listen requires a value (see `parleyd serve --help`)");
  EXPECT_EQ(error({"key", "create", "--app", "--name", "x"}),
            "--app requires a value, but --name follows it (see `parleyd key create --help`)");
  EXPECT_EQ(error({"user", "create", "--app", "a", "--app=b"}),
            "--app was given more than once, but takes a single value (see `parleyd user create "
            "--help`)");
  EXPECT_EQ(error({"app", "list", "--json=x"}),
            "--json can only be true or false, not x (see `parleyd app list --help`)");
  EXPECT_EQ(error({"serve", "--access-log="}),
            "--access-log can only be true or false, not '' (see `parleyd serve --help`)");
  EXPECT_EQ(error({"serve", "--help=x"}), "--help takes no value (see `parleyd serve --help`)");
  EXPECT_EQ(error({"--version=false"}), "--version takes no value (see `parleyd --help`)");
  EXPECT_THAT(error({"admin", "list", "extra"}), HasSubstr("unexpected argument extra"));
}

TEST(CommandLine, AnEmptyValueDoesNotTakeTheNextWord) {
  const auto create = invocation({"app", "create", "--region=", "--name", "x"});
  EXPECT_EQ(json::serialize(std::get<CommandInvocation>(create.what).arguments),
            R"({"name":"x","region":""})");
}

TEST(CommandLine, FlagsMayPrecedeTheCommand) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--data-dir", "x", "--json", "app", "list"},
        {"--data-dir=x", "app", "--json", "list"},
        {"app", "--data-dir", "x", "list", "--json"}}) {
    const auto list = invocation(words);
    EXPECT_EQ(std::get<CommandInvocation>(list.what).command->verb, "list");
    EXPECT_EQ(list.flags, (SettingTexts{{"data_dir", "x"}}));
    EXPECT_TRUE(list.json);
  }
  EXPECT_EQ(invocation({"--config", "c.toml", "serve"}).config_file, "c.toml");
  EXPECT_EQ(invocation({"--access-log", "dev"}).flags.at("access_log"), "true");
  EXPECT_THAT(error({"--listen", "x", "app", "list"}),
              HasSubstr("unknown flag --listen (see `parleyd app list --help`)"));
  EXPECT_THAT(error({"--data-dir", "x", "app", "list", "--data-dir", "y"}),
              HasSubstr("--data-dir was given more than once"));
}

/// The ways to give a boolean flag, each before and after `command`.
std::vector<std::vector<std::string>> ways_to_give(const std::string& flag,
                                                   const std::string& value,
                                                   const std::vector<std::string>& command) {
  std::vector<std::vector<std::string>> given{{flag + "=" + value}, {flag, value}};
  if (value == "true") given.push_back({flag});
  std::vector<std::vector<std::string>> lines;
  for (const auto& words : given) {
    for (std::size_t at = 0; at <= command.size(); ++at) {
      auto line = command;
      line.insert(line.begin() + static_cast<std::ptrdiff_t>(at), words.begin(), words.end());
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

TEST(CommandLine, BooleanSettingsTakeTrueAndFalseEverywhere) {
  for (const auto& setting : all_settings()) {
    if (setting.shape != Shape::toggle) continue;
    for (const std::string value : {"true", "false"}) {
      for (const std::vector<std::string>& command :
           {std::vector<std::string>{"serve"}, {"dev"}, {"config", "check"}}) {
        for (const auto& line : ways_to_give(flag_of(setting), value, command))
          EXPECT_EQ(invocation(line).flags, (SettingTexts{{std::string(setting.name), value}}));
      }
    }
    EXPECT_THAT(help({"serve"}), HasSubstr(flag_of(setting) + " [true|false] "));
  }
}

TEST(CommandLine, BooleanArgumentsTakeTrueAndFalseEverywhere) {
  for (const auto* command : all_commands()) {
    std::vector<std::string> words{std::string(command->noun), std::string(command->verb)};
    for (const auto& parameter : command->parameters) {
      if (!parameter.required || parameter.kind == Parameter::Kind::flag) continue;
      if (parameter.kind != Parameter::Kind::word)
        words.push_back("--" + std::string(parameter.name));
      words.emplace_back("x");
    }
    for (const auto& parameter : command->parameters) {
      if (parameter.kind != Parameter::Kind::flag) continue;
      for (const std::string value : {"true", "false"}) {
        for (const auto& line : ways_to_give("--" + std::string(parameter.name), value, {})) {
          auto all = words;
          all.insert(all.begin() + 2, line.begin(), line.end());
          const auto parsed = invocation(all);
          EXPECT_EQ(std::get<CommandInvocation>(parsed.what).arguments.at(parameter.name),
                    value == "true");
        }
      }
    }
  }
}

TEST(CommandLine, SwitchesTakeTrueAndFalseEverywhere) {
  for (const std::string value : {"true", "false"}) {
    for (const auto& line : ways_to_give("--json", value, {"app", "list"}))
      EXPECT_EQ(invocation(line).json, value == "true");
    for (const auto& line : ways_to_give("--dev", value, {"config", "check"}))
      EXPECT_EQ(std::get<ConfigCheckInvocation>(invocation(line).what).mode,
                value == "true" ? Mode::dev : Mode::serve);
  }
  EXPECT_TRUE(invocation({"--json", "app", "list", "--json=true"}).json);
  EXPECT_THAT(error({"--json", "app", "list", "--json=false"}),
              HasSubstr("--json was given more than once"));
}

TEST(CommandLine, ABooleanFlagDoesNotTakeTheNextWord) {
  const auto reset = invocation({"admin", "reset-password", "--generate", "ann@example.com"});
  EXPECT_EQ(json::serialize(std::get<CommandInvocation>(reset.what).arguments),
            R"({"email":"ann@example.com","generate":true})");
  EXPECT_THAT(error({"admin", "reset-password", "a@b.example", "--generate", "yes"}),
              HasSubstr("unexpected argument yes"));
  for (const auto* word : {"yes", "on", "1", "FALSE"}) {
    EXPECT_THAT(error({"serve", "--access-log", word}),
                HasSubstr(fmt::format("--access-log can only be true or false, not {}", word)));
  }
}

TEST(CommandLine, AFlagOfSeveralCommandsMayPrecedeEach) {
  const auto admin = invocation({"--link", "admin", "reset-password", "ann@example.com"});
  EXPECT_EQ(std::get<CommandInvocation>(admin.what).arguments.at("link"), true);
  const auto user = invocation(
      {"--link", "https://a.example", "user", "create", "--app", "x", "--uid", "u", "--name", "n"});
  EXPECT_EQ(std::get<CommandInvocation>(user.what).arguments.at("link"), "https://a.example");
}

TEST(CommandLine, HelpIsACommandToo) {
  const auto text = [](std::vector<std::string> words) {
    const auto parsed = parse(std::move(words));
    return parsed ? std::get<HelpRequest>(*parsed).text : parsed.error()->message;
  };
  EXPECT_EQ(text({"help"}), help({}));
  EXPECT_EQ(text({"help", "app"}), help({"app"}));
  EXPECT_EQ(text({"app", "help"}), help({"app"}));
  EXPECT_EQ(text({"help", "app", "create"}), help({"app", "create"}));
  EXPECT_EQ(text({"app", "help", "create"}), help({"app", "create"}));
  EXPECT_EQ(text({"help", "serve"}), help({"serve"}));
  EXPECT_THAT(error({"help", "fly"}), HasSubstr("unknown command fly"));
}

TEST(CommandLine, HelpHasAnExampleEverywhere) {
  std::vector<std::vector<std::string>> leaves{
      {}, {"serve"}, {"dev"}, {"version"}, {"config", "check"}, {"config", "reference"}};
  for (const auto* command : all_commands()) {
    leaves.push_back({std::string(command->noun), std::string(command->verb)});
  }
  for (const auto& leaf : leaves) {
    const auto text = help(leaf);
    auto usage = std::string("Usage: parleyd");
    for (const auto& word : leaf) usage += " " + word;
    EXPECT_THAT(text, HasSubstr(usage));
    EXPECT_THAT(text, HasSubstr("Example:\n  parleyd"));
  }
  EXPECT_THAT(help({"app"}), HasSubstr("Usage: parleyd app"));
  for (const std::string group : {"app", "key", "user", "admin", "config"})
    EXPECT_THAT(help({group}), HasSubstr("Example:\n  parleyd " + group)) << group;
}

TEST(CommandLine, TheVersionIsACommandAndAFlag) {
  EXPECT_TRUE(std::holds_alternative<VersionInvocation>(invocation({"version"}).what));
  EXPECT_TRUE(std::holds_alternative<VersionInvocation>(invocation({"--version"}).what));
}

/// The words of a line after `parleyd `, as a shell splits them.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  for (const char c : line.substr(std::string_view("parleyd ").size())) {
    if (c == quote || (quote == 0 && (c == '"' || c == '\''))) {
      quote = quote == 0 ? c : char{0};
    } else if (c == ' ' && quote == 0) {
      words.push_back(std::exchange(word, ""));
    } else {
      word += c;
    }
  }
  words.push_back(word);
  return words;
}

/// Each example parses as the command that it belongs to.
TEST(CommandLine, ExamplesCanBeTyped) {
  for (const auto* command : all_commands()) {
    const auto parsed = invocation(words_of(command->example));
    EXPECT_EQ(std::get<CommandInvocation>(parsed.what).command, command);
  }
}

/// Also in errors of the API: no required flag is missing.
TEST(CommandLine, CommandsThatErrorsAdviseAreComplete) {
  int found = 0;
  for (std::size_t i = 0; i < kErrorCodeCount; ++i) {
    const auto text = std::string(info(static_cast<ErrorCode>(i)).dev_message);
    constexpr std::string_view kStart = "`parleyd ";
    for (auto at = text.find(kStart); at != std::string::npos; at = text.find(kStart, at + 1)) {
      const auto line = text.substr(at + 1, text.find('`', at + 1) - at - 1);
      EXPECT_TRUE(parse(words_of(line))) << line;
      ++found;
    }
  }
  EXPECT_GT(found, 5);
}

}  // namespace
}  // namespace parley::daemon
