#include "daemon/command_line/command_line.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/command_line/command_line_flags.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/command_line/words.hpp"
#include "daemon/commands/execute.hpp"

namespace parley::daemon {
namespace {

std::string example(std::string_view line) { return fmt::format("Example:\n  {}", line); }

/// The tree of subcommands. The `read` function of a leaf fills in an Invocation after parsing.
class Parser {
 public:
  Parser() {
    app_.footer("Help for a command:\n  parleyd help app create\n\n" +
                example("parleyd dev --data-dir ./parley-data"));
    app_.set_version_flag("--version", "", "Print the version");
    add_serve("serve", "Run the server", Mode::serve,
              "parleyd serve --data-dir /var/lib/parley --listen 127.0.0.1:8080");
    add_serve("dev", "Run a development server: one app, sample users, a try-it page", Mode::dev,
              "parleyd dev --data-dir ./parley-data");
    add_commands("app", "Create and change apps", app_commands());
    add_commands("key", "Create and delete API keys", key_commands());
    add_commands("user", "Create users and log them in", user_commands());
    add_commands("admin", "Manage the administrators of the dashboard", admin_commands());
    add_config();
    auto& version = add_leaf(app_, "version", "Print the version", "parleyd version --json",
                             [](Invocation& invocation) { invocation.what = VersionInvocation{}; });
    add_json(version);
  }

  Result<std::variant<Invocation, HelpRequest>> parse(const std::vector<std::string>& given) {
    auto found = find_subcommand(app_, given);
    const auto& app = *found.app;
    auto words = check(std::move(found));
    if (!words) return mistake(words.error()->message, app);
    try {
      app_.parse(in_reverse(std::move(*words)));
      return read(app);
    } catch (const CLI::CallForHelp&) {
      return HelpRequest{app.help(path_to(app.get_parent()))};
    } catch (const CLI::CallForVersion&) {
      Invocation invocation;
      invocation.what = VersionInvocation{};
      return invocation;
    } catch (const CLI::ExtrasError&) {
      return mistake(fmt::format("unexpected argument {}", app_.remaining(true).front()), app);
    } catch (const CLI::ParseError& error) {
      return mistake(error.what(), app);
    }
  }

 private:
  using Read = std::function<void(Invocation&)>;

  static Error mistake(std::string_view what, const CLI::App& app) {
    return operator_error(fmt::format("{} (see `{} --help`)", what, path_to(&app)));
  }

  /// CLI11 takes the words from the end of the vector.
  static std::vector<std::string> in_reverse(Words words) {
    auto all = std::move(words.path);
    all.insert(all.end(), words.rest.begin(), words.rest.end());
    std::ranges::reverse(all);
    return all;
  }

  CLI::App& add_leaf(CLI::App& parent, std::string name, std::string help, std::string_view line,
                     Read read) {
    auto* leaf = parent.add_subcommand(std::move(name), std::move(help));
    leaf->footer(example(line));
    leaves_.emplace_back(leaf, std::move(read));
    return *leaf;
  }

  CLI::App& add_group(std::string name, std::string help, std::string_view line) {
    auto* group = app_.add_subcommand(std::move(name), std::move(help));
    group->footer(example(line));
    return *group;
  }

  void add_json(CLI::App& app) { json_.push_back(add_switch(app, "--json", "Print JSON.")); }

  const SettingFlags* add_settings(CLI::App& app, std::string_view only = "") {
    settings_.push_back(std::make_unique<SettingFlags>(app, only));
    return settings_.back().get();
  }

  void add_serve(std::string name, std::string help, Mode mode, std::string_view line) {
    auto& leaf = add_leaf(app_, std::move(name), std::move(help), line, nullptr);
    leaves_.back().second = [mode, flags = add_settings(leaf)](Invocation& invocation) {
      invocation.what = ServeInvocation{mode};
      flags->read(invocation);
    };
  }

  void add_commands(std::string noun, std::string help, std::span<const Command> commands) {
    auto& group = add_group(std::move(noun), std::move(help), commands.front().example);
    for (const auto& command : commands) {
      auto& leaf = add_leaf(group, std::string(command.verb), std::string(command.help),
                            command.example, nullptr);
      commands_.push_back(std::make_unique<CommandFlags>(leaf, command));
      const auto* settings = add_settings(leaf, "data_dir");
      leaves_.back().second = [settings, flags = commands_.back().get()](Invocation& invocation) {
        invocation.what = flags->read();
        settings->read(invocation);
      };
      add_json(leaf);
    }
  }

  void add_config() {
    constexpr std::string_view kCheck = "parleyd config check --config /etc/parley/parley.toml";
    auto& group = add_group("config", "Show the configuration", kCheck);
    auto& check = add_leaf(group, "check", "Print every setting and where its value comes from",
                           kCheck, nullptr);
    auto* dev = add_switch(check, "--dev", "Use the defaults of `parleyd dev`.");
    leaves_.back().second = [dev, flags = add_settings(check)](Invocation& invocation) {
      invocation.what = ConfigCheckInvocation{is_on(*dev) ? Mode::dev : Mode::serve};
      flags->read(invocation);
    };
    add_json(check);
    add_leaf(group, "reference", "Print a reference of all settings as Markdown",
             "parleyd config reference",
             [](Invocation& invocation) { invocation.what = ConfigReferenceInvocation{}; });
  }

  /// `parsed` is a leaf. Throws CLI::ConversionError.
  Invocation read(const CLI::App& parsed) const {
    const auto leaf =
        std::ranges::find_if(leaves_, [&](const auto& entry) { return entry.first == &parsed; });
    Invocation invocation;
    leaf->second(invocation);
    invocation.json = std::ranges::any_of(json_, [](const auto* flag) { return is_on(*flag); });
    return invocation;
  }

  /// "parleyd app create"; empty for nullptr.
  static std::string path_to(const CLI::App* app) {
    if (app == nullptr) return "";
    const auto parents = path_to(app->get_parent());
    return parents.empty() ? app->get_name() : parents + " " + app->get_name();
  }

  CLI::App app_{"Parley: users, sessions and presence for chat apps, on your own machine.",
                "parleyd"};
  std::vector<std::pair<CLI::App*, Read>> leaves_;
  std::vector<std::unique_ptr<SettingFlags>> settings_;
  std::vector<std::unique_ptr<CommandFlags>> commands_;
  std::vector<CLI::Option*> json_;
};

}  // namespace

Result<std::variant<Invocation, HelpRequest>> parse_command_line(int argc, char** argv) {
  return Parser().parse({argv + std::min(argc, 1), argv + argc});
}

}  // namespace parley::daemon
