#include "daemon/command_line/command_line.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "daemon/command_line/command_line_flags.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/commands/execute.hpp"

namespace parley::daemon {
namespace {

std::string example(std::string_view line) { return fmt::format("Example:\n  {}", line); }

/// The tree of subcommands. The `read` function of a leaf fills in an Invocation after parsing.
class Parser {
 public:
  Parser() {
    app_.footer(example("parleyd dev --data-dir ./parley-data"));
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

  Result<std::variant<Invocation, HelpRequest>> parse(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
      return read();
    } catch (const CLI::CallForHelp&) {
      const auto& app = deepest();
      return HelpRequest{app.help(path_to(app.get_parent()))};
    } catch (const CLI::CallForVersion&) {
      Invocation invocation;
      invocation.what = VersionInvocation{};
      return invocation;
    } catch (const CLI::ExtrasError&) {
      return mistake(describe_unexpected());
    } catch (const CLI::ParseError& error) {
      return mistake(error.what());
    }
  }

 private:
  using Read = std::function<void(Invocation&)>;

  Error mistake(std::string_view what) {
    return operator_error(fmt::format("{} (see `{} --help`)", what, path_to(&deepest())));
  }

  /// CLI11 lists all words that it did not expect, the last one first. Only the first is a mistake:
  /// those after it may belong to it.
  std::string describe_unexpected() {
    const auto words = app_.remaining(true);
    const std::string_view first = words.front();
    if (first.starts_with('-')) return fmt::format("unknown flag {}", first);
    std::vector<std::string> commands;
    for (const auto* command : deepest().get_subcommands({}))
      commands.push_back(command->get_name());
    if (commands.empty()) return fmt::format("unexpected argument {}", first);
    return fmt::format("unknown command {}; the commands are {}", first, fmt::join(commands, ", "));
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
      invocation.what = ConfigCheckInvocation{dev->count() > 0 ? Mode::dev : Mode::serve};
      flags->read(invocation);
    };
    add_json(check);
    add_leaf(group, "reference", "Print a reference of all settings as Markdown",
             "parleyd config reference",
             [](Invocation& invocation) { invocation.what = ConfigReferenceInvocation{}; });
  }

  /// Throws CLI::RequiredError if no leaf was parsed.
  Invocation read() const {
    const auto leaf =
        std::ranges::find_if(leaves_, [](const auto& entry) { return entry.first->parsed(); });
    if (leaf == leaves_.end()) throw CLI::RequiredError("A subcommand");
    Invocation invocation;
    leaf->second(invocation);
    invocation.json =
        std::ranges::any_of(json_, [](const auto* flag) { return flag->count() > 0; });
    return invocation;
  }

  /// The last subcommand parsed.
  CLI::App& deepest() {
    auto* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return *app;
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
  return Parser().parse(argc, argv);
}

}  // namespace parley::daemon
