#include "daemon/configuration/configuration.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "daemon/configuration/configuration_report.hpp"
#include "daemon/configuration/toml_guard.hpp"
#include "daemon/data/file.hpp"
#include "support/pseudo_random.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using ::testing::HasSubstr;

class ConfigurationTest : public ::testing::Test {
 protected:
  Result<Configuration> load(SettingTexts flags = {}) {
    const auto environment = [this](const char* name) -> const char* {
      const auto found = variables_.find(name);
      return found == variables_.end() ? nullptr : found->second.c_str();
    };
    return load_configuration({mode_, std::move(flags), environment, file_});
  }

  void write_file(const std::string& text) {
    file_ = directory_ / "parley.toml";
    std::ofstream(file_) << text;
  }

  std::string error_of(SettingTexts flags = {}) {
    const auto loaded = load(std::move(flags));
    if (loaded) return "(no error)";
    EXPECT_EQ(loaded.error()->message.find('\n'), std::string::npos) << loaded.error()->message;
    return loaded.error()->message;
  }

  static std::string source_of(const Configuration& configuration, std::string_view name) {
    for (const auto& origin : configuration.origins) {
      if (origin.setting->name == name) return origin.source;
    }
    return "(none)";
  }

  Mode mode_ = Mode::serve;
  std::map<std::string, std::string> variables_;
  std::string file_;
  test_support::TemporaryDirectory directory_;
};

TEST_F(ConfigurationTest, EveryDefaultIsValid) {
  for (const auto mode : {Mode::serve, Mode::dev}) {
    mode_ = mode;
    ASSERT_EQ(error_of(), "(no error)");
    EXPECT_EQ(http::to_string(load()->settings.listen), "127.0.0.1:8080");
  }
}

TEST_F(ConfigurationTest, LimitsOfConnectionsFollowFromHowManyThereMayBe) {
  EXPECT_EQ(connections_per_address(load()->settings), 65'536U / 4);
  EXPECT_EQ(sockets_per_user(load()->settings), 100U);
  const auto small = load({{"max_connections", "300"}})->settings;
  EXPECT_EQ(connections_per_address(small), 75U);
  EXPECT_EQ(sockets_per_user(small), 30U);
  const auto tiny = load({{"max_connections", "3"}})->settings;
  EXPECT_EQ(connections_per_address(tiny), 1U);
  EXPECT_EQ(sockets_per_user(tiny), 10U);
  const auto off = load({{"connections_per_address", "0"}, {"sockets_per_user", "0"}})->settings;
  EXPECT_EQ(connections_per_address(off), 0U);
  EXPECT_EQ(sockets_per_user(off), 0U);
  EXPECT_THAT(error_of({{"connections_per_address", "many"}}),
              HasSubstr("\"many\" is neither auto nor a whole number from 0 to 10000000"));
}

TEST_F(ConfigurationTest, ModesDiffer) {
  const auto serve = load()->settings;
  EXPECT_EQ(serve.failed_credentials_per_minute, 20U);
  EXPECT_FALSE(serve.tls_listen);
  EXPECT_EQ(serve.log_format, log::Format::json);
  mode_ = Mode::dev;
  const auto dev = load()->settings;
  EXPECT_EQ(dev.failed_credentials_per_minute, 0U);
  EXPECT_EQ(http::to_string(*dev.tls_listen), "127.0.0.1:8443");
  EXPECT_TRUE(dev.access_log);
  EXPECT_EQ(dev.caller_limits.user_per_minute, 0U);
  EXPECT_EQ(dev.address_requests_per_minute, 0U);
  EXPECT_EQ(connections_per_address(dev), 0U);
  EXPECT_EQ(sockets_per_user(dev), 0U);
}

TEST_F(ConfigurationTest, StrongerSourcesWin) {
  write_file("threads = 1\nlisten = \"127.0.0.1:1001\"\nlog_level = \"warn\"\n");
  variables_ = {{"PARLEY_LISTEN", "127.0.0.1:1002"}, {"PARLEY_LOG_LEVEL", "debug"}};
  const auto loaded = load({{"log_level", "error"}});
  ASSERT_TRUE(loaded) << loaded.error()->message;
  EXPECT_EQ(loaded->settings.threads, 1U);
  EXPECT_EQ(source_of(*loaded, "threads"), file_);
  EXPECT_EQ(http::to_string(loaded->settings.listen), "127.0.0.1:1002");
  EXPECT_EQ(source_of(*loaded, "listen"), "PARLEY_LISTEN");
  EXPECT_EQ(loaded->settings.log_level, log::Level::error);
  EXPECT_EQ(source_of(*loaded, "log_level"), "--log-level");
  EXPECT_EQ(source_of(*loaded, "keep_alive_seconds"), "default");
}

TEST_F(ConfigurationTest, KnowsWhichFlagsLeadToTheSameData) {
  EXPECT_EQ(flags_for_same_data(*load()), "");
  EXPECT_EQ(flags_for_same_data(*load({{"data_dir", "my data"}})), " --data-dir 'my data'");
  variables_["PARLEY_DATA_DIR"] = "d";
  EXPECT_EQ(flags_for_same_data(*load()), " --data-dir d");
  write_file("data_dir = \"there\"\n");
  EXPECT_EQ(flags_for_same_data(*load()), " --data-dir d --config " + file_);
  variables_.clear();
  EXPECT_EQ(flags_for_same_data(*load()), " --config " + file_);
}

TEST_F(ConfigurationTest, SuggestsTheSettingThatWasMeant) {
  write_file("lisen = \"127.0.0.1:0\"\n");
  EXPECT_THAT(error_of(), HasSubstr("unknown setting \"lisen\"; did you mean listen?"));
  write_file("data-dir = \"d\"\n");
  EXPECT_THAT(error_of(), HasSubstr("did you mean data_dir?"));
  write_file("colour = \"red\"\n");
  EXPECT_THAT(error_of(), HasSubstr("`parleyd config check` lists all settings"));
}

TEST_F(ConfigurationTest, NamesTheRangeOfPorts) {
  EXPECT_THAT(error_of({{"listen", "127.0.0.1:80000"}}), HasSubstr("a port from 1 to 65535"));
}

TEST_F(ConfigurationTest, TheEnvironmentCanNameTheFileAndTheFlagWins) {
  write_file("threads = 7\n");
  variables_["PARLEY_CONFIG"] = std::exchange(file_, "");
  EXPECT_EQ(load()->settings.threads, 7U);
  file_ = directory_ / "other.toml";
  std::ofstream(file_) << "threads = 8\n";
  EXPECT_EQ(load()->settings.threads, 8U);
}

TEST_F(ConfigurationTest, EmptyVariablesCountAsAbsent) {
  variables_["PARLEY_THREADS"] = "";
  EXPECT_EQ(source_of(*load(), "threads"), "default");
}

TEST_F(ConfigurationTest, FilesTakeTextsNumbersTruthsAndArrays) {
  write_file(
      "# for a test\naccess_log = true\nkeep_alive_seconds = 5\n"
      "trusted_proxy = [\"10.0.0.0/8\", \"::1\"]\nadmin_listen = \"off\"\n");
  const auto loaded = load();
  ASSERT_TRUE(loaded) << loaded.error()->message;
  EXPECT_TRUE(loaded->settings.access_log);
  EXPECT_EQ(loaded->settings.keep_alive.count(), 5);
  EXPECT_EQ(loaded->settings.trusted_proxies.size(), 2U);
  EXPECT_FALSE(loaded->settings.admin_listen);
}

TEST_F(ConfigurationTest, FilesWithMistakesAreRefusedWithTheirLine) {
  const std::pair<const char*, const char*> cases[] = {
      {"threads = 1\nlisen = \"x\"\n", "line 2: unknown setting \"lisen\""},
      {"[tls]\ncert = \"x\"\n", "line 1: unknown setting \"tls\""},
      {"\"a\\nb\" = 1\n", "line 1: unknown setting \"a b\""},
      {"threads = 1.5\n", "line 1: threads must be a string"},
      {"trusted_proxy = [1]\n", "line 1: trusted_proxy must be a string"},
      {"threads = 1\nlisten =\n", "line 2: "},
      {"threads = 1\nthreads = 2\n", "line 2: "},
      {"threads = \"many\"\n", "is not a whole number from 0 to 1024"},
      {"threads = 99999999999999999999\n", "parley.toml"},
      {"threads = 1\na = \'\'\'...", "line 2: a string is not closed"},
      {"a = \"\"\"\n\n", "line 1: a string is not closed"},
      {"a = \"x\\\"\n", "line 1: a string is not closed"},
      {"a = [\"x\",\n", "line 1: a bracket is not closed"},
      {"threads = 1 # \x01\n", "line 1: a control character"},
      {"# \xff\n", "parley.toml: the file is not UTF-8"},
  };
  for (const auto& [text, expected] : cases) {
    write_file(text);
    EXPECT_THAT(error_of(), HasSubstr(expected)) << text;
  }
}

TEST_F(ConfigurationTest, FilesThatWouldOverwhelmTheParserAreRefused) {
  const std::string many_brackets(60'000, '[');
  std::string many_keys = "a";
  for (int i = 0; i < 20'000; ++i) many_keys += ".a";
  std::string many_tables;
  for (int i = 0; i < 6'000; ++i) many_tables += "{a=";
  for (const auto& text : {many_brackets, "a = " + many_brackets, many_keys + " = 1",
                           "[" + many_keys + "]", "a = " + many_tables}) {
    write_file(text);
    EXPECT_THAT(error_of(), HasSubstr("line 1: tables, arrays or keys are nested too deeply"));
  }
  for (const auto* text : {"threads = 0b1", "threads = 1", "threads = 0x1", "a"}) {
    write_file(text + std::string(4'000, '1'));
    EXPECT_THAT(error_of(), HasSubstr("line 1: a name or a number is too long"));
  }
  write_file("# " + std::string(kMaxConfigurationBytes, 'x'));
  EXPECT_THAT(error_of(), HasSubstr("parley.toml: the file is longer than 64 KiB"));
  file_ = "/dev/zero";
  EXPECT_THAT(error_of(), HasSubstr("the file is longer than 64 KiB"));
}

/// Has every kind of value and string. The test below cuts it off and damages it at random.
constexpr std::string_view kRichFile =
    "# comment \"'[\n"
    "data_dir = \"a \\\"b\\\" \\u00e9 \\U0001F600\"\n"
    "public_url = 'https://chat.example.com'\n"
    "tls_cert = \"\"\"\nlong \\\n   text\"\"\"\n"
    "tls_key = '''\nlong\ntext'''\n"
    "threads = +1_0\nsession_cache_size = 0xff\naccess_log = true\n"
    "trusted_proxy = [\"10.0.0.0/8\", # one\n  '::1',\n]\n"
    "listen.a.\"b\" = 1.5e+3\n[table.'x']\nb = {c = [1, [2]], d = 1979-05-27T07:32:00Z}\n"
    "[[many]]\ne = 07:32:00.999\n";

TEST_F(ConfigurationTest, FilesThatAreCutOffOrDamagedAreRefusedOrRead) {
  for (std::size_t size = 0; size <= kRichFile.size(); ++size) {
    write_file(std::string(kRichFile.substr(0, size)));
    error_of();
  }
  test_support::PseudoRandom random(1);
  constexpr std::string_view kPieces = "'\"[]{}=.,#\\\n\t 0ax\xc3";
  for (int i = 0; i < 3'000; ++i) {
    std::string text(kRichFile.substr(0, random() % (kRichFile.size() + 1)));
    for (auto changes = random() % 8; changes > 0 && !text.empty(); --changes) {
      const auto at = random() % text.size();
      const char piece = kPieces[random() % kPieces.size()];
      if (random() % 3 == 0) {
        text.insert(at, 1 + random() % 4, piece);
      } else if (random() % 2 == 0) {
        text.erase(at, 1 + random() % 4);
      } else {
        text[at] = piece;
      }
    }
    write_file(text);
    error_of();
  }
}

TEST_F(ConfigurationTest, AProxyThatIsEverybodyIsWarnedAbout) {
  const std::pair<const char*, const char*> cases[] = {
      {"0.0.0.0/0", "0.0.0.0/0"}, {"::/0", "::/0"},         {"10.0.0.0/8,8.0.0.0/7", "8.0.0.0/7"},
      {"0.0.0.0/1", "0.0.0.0/1"}, {"2000::/3", "2000::/3"}, {"::ffff:0:0/96", "0.0.0.0/0"},
  };
  for (const auto& [networks, named] : cases) {
    const auto warnings = load({{"trusted_proxy", networks}})->warnings;
    ASSERT_EQ(warnings.size(), 1U) << networks;
    EXPECT_THAT(warnings.front(),
                HasSubstr("trusted_proxy " + std::string(named) + " covers much of the Internet"));
    EXPECT_THAT(warnings.front(), HasSubstr("anyone there can claim any address"));
  }
  for (const auto* network : {"", "127.0.0.1", "10.0.0.0/8,192.168.0.0/16", "fd00::/8", "::1"}) {
    EXPECT_THAT(load({{"trusted_proxy", network}})->warnings, ::testing::IsEmpty()) << network;
  }
}

TEST_F(ConfigurationTest, AMissingFileIsNamed) {
  file_ = "/nowhere/parley.toml";
  EXPECT_EQ(error_of(),
            "cannot read the configuration file /nowhere/parley.toml: No such file or directory");
  file_ = "/";
  EXPECT_EQ(error_of(), "cannot read the configuration file /: Is a directory");
}

TEST_F(ConfigurationTest, BadValuesAreNamedWithTheirSource) {
  EXPECT_EQ(error_of({{"listen", "nowhere"}}),
            "listen (from --listen): \"nowhere\" is not HOST:PORT, for example 127.0.0.1:8080");
  variables_["PARLEY_LOG_LEVEL"] = "loud";
  EXPECT_EQ(error_of(),
            "log_level (from PARLEY_LOG_LEVEL): \"loud\" is not one of debug, info, warn, error");
}

TEST_F(ConfigurationTest, EachTypeRefusesWhatItIsNot) {
  const std::pair<const char*, const char*> cases[] = {
      {"data_dir", ""},
      {"listen", ""},
      {"listen", "off"},
      {"tls_listen", "8443"},
      {"admin_listen", "x:y"},
      {"public_url", "chat.example.com"},
      {"public_url", "https://example.com/chat"},
      {"core_calls_per_minute", "-1"},
      {"trusted_proxy", "10/8"},
      {"access_log", "yes"},
      {"log_format", "xml"},
      {"log_level", "INFO"},
      {"threads", "-1"},
      {"threads", "1025"},
      {"threads", "1 "},
      {"max_connections", "0"},
      {"shutdown_patience_seconds", "1s"},
  };
  for (const auto& [name, text] : cases) {
    EXPECT_THAT(error_of({{name, text}}), HasSubstr(std::string(name) + " (from --"));
  }
}

TEST_F(ConfigurationTest, ACertificateTurnsTlsOn) {
  const auto loaded = load({{"tls_cert", "a.crt"}, {"tls_key", "a.key"}});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(http::to_string(*loaded->settings.tls_listen), "127.0.0.1:8443");
  EXPECT_EQ(source_of(*loaded, "tls_listen"), "default with tls_cert");
  EXPECT_FALSE(
      load({{"tls_cert", "a"}, {"tls_key", "b"}, {"tls_listen", "off"}})->settings.tls_listen);
  EXPECT_THAT(error_of({{"tls_cert", "a.crt"}}), HasSubstr("go together"));
}

TEST_F(ConfigurationTest, PublicUrlsAreNormalized) {
  for (const auto* url : {"https://chat.example.com/", "https://Chat.Example.com",
                          "https://chat.example.com.:443", "https://chat.example.com:"}) {
    EXPECT_EQ(load({{"public_url", url}})->settings.public_url, "https://chat.example.com") << url;
  }
}

TEST_F(ConfigurationTest, ReportsNameEverySetting) {
  const auto loaded = load({{"threads", "3"}});
  const auto report = describe(*loaded);
  const auto reference = configuration_reference();
  for (const auto& setting : all_settings()) {
    EXPECT_THAT(report, HasSubstr(std::string(setting.name)));
    EXPECT_THAT(reference, HasSubstr(environment_name_of(setting)));
    EXPECT_THAT(reference, HasSubstr("`" + flag_of(setting) + "`"));
    if (setting.shape == Shape::toggle) {
      EXPECT_THAT(reference, HasSubstr("it means `" + flag_of(setting) + " true`"));
    }
  }
  EXPECT_THAT(report, ::testing::ContainsRegex("threads +3 +--threads\n"));
  EXPECT_THAT(describe_as_json(*loaded),
              HasSubstr(R"({"name":"threads","value":"3","source":"--threads"})"));
}

std::filesystem::path in_repository(const char* path) {
  const auto source = std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
  return source.parent_path() / path;
}

TEST(ConfigurationPage, IsWhatTheProgramSays) {
  const auto page = read_file(in_repository("docs/operate/configuration.md"));
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->ends_with("-->\n\n" + configuration_reference()))
      << "The settings have changed: run `make docs`";
}

TEST(ConfigurationExample, IsUnderstood) {
  const auto loaded = load_configuration({.mode = Mode::serve,
                                          .flags = {},
                                          .environment = [](const char*) { return nullptr; },
                                          .file = in_repository("deploy/parley.toml")});
  ASSERT_TRUE(loaded) << loaded.error()->message;
  EXPECT_EQ(loaded->settings.trusted_proxies.size(), 2U);
}

}  // namespace
}  // namespace parley::daemon
