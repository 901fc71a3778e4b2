#include "daemon/command_line/words.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/nearest_name.hpp"
#include "daemon/command_line/shell_word.hpp"

namespace parley::daemon {
namespace {

bool is_flag(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

/// "--name" for "--name=x".
std::string flag_in(std::string_view word) { return std::string(word.substr(0, word.find('='))); }

bool requires_value(const CLI::Option& option) { return option.get_items_expected_min() > 0; }

bool allows_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

std::vector<const CLI::App*> subcommands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

const CLI::App* find_child(const CLI::App& app, std::string_view name) {
  for (const auto* child : subcommands_of(app)) {
    if (child->get_name() == name) return child;
  }
  return nullptr;
}

bool is_group(const CLI::App& app) { return !subcommands_of(app).empty(); }

/// An option of a subcommand of `app`, at any depth; nullptr if there is none.
const CLI::Option* find_below(const CLI::App& app, const std::string& flag) {
  for (const auto* child : subcommands_of(app)) {
    if (const auto* option = child->get_option_no_throw(flag)) return option;
    if (const auto* option = find_below(*child, flag)) return option;
  }
  return nullptr;
}

/// The flags of `app` and its subcommands, without dashes.
std::set<std::string> flags_of(const CLI::App& app) {
  std::set<std::string> names;
  for (const auto* option : app.get_options())
    names.insert(option->get_lnames().begin(), option->get_lnames().end());
  for (const auto* child : subcommands_of(app)) names.merge(flags_of(*child));
  return names;
}

std::string describe_unknown_flag(const CLI::App& app, const std::string& flag) {
  auto name = flag.substr(std::min(flag.find_first_not_of('-'), flag.size()));
  std::ranges::replace(name, '_', '-');
  const auto flags = flags_of(app);
  const std::vector<std::string_view> known(flags.begin(), flags.end());
  const auto meant = nearest_name(name, known);
  return meant.empty() ? fmt::format("unknown flag {}", flag)
                       : fmt::format("unknown flag {}; did you mean --{}?", flag, meant);
}

std::optional<std::string> find_mistake_in_group(const Words& words) {
  std::vector<std::string_view> names;
  for (const auto* child : subcommands_of(*words.app)) names.emplace_back(child->get_name());
  const auto list = fmt::format("the commands are {}", fmt::join(names, ", "));
  if (words.rest.empty()) return "no command was given; " + list;
  const auto& first = words.rest.front();
  if (!is_flag(first)) {
    const auto meant = nearest_name(first, names);
    return meant.empty() ? fmt::format("unknown command {}; {}", shell_word(first), list)
                         : fmt::format("unknown command {}; did you mean {}?", first, meant);
  }
  // --help and --version.
  if (words.app->get_option_no_throw(first) != nullptr) return std::nullopt;
  return describe_unknown_flag(*words.app, flag_in(first));
}

/// Looks at the flags of one command, from left to right.
std::optional<std::string> find_mistake_in_flags(const Words& words) {
  const auto& [app, path, rest] = words;
  std::set<const CLI::Option*> given;
  for (std::size_t i = 0; i < rest.size() && rest[i] != "--"; ++i) {
    if (!is_flag(rest[i])) continue;
    const auto flag = flag_in(rest[i]);
    const auto* option = app->get_option_no_throw(flag);
    if (option == nullptr) return describe_unknown_flag(*app, flag);
    const bool has_value = flag.size() < rest[i].size();
    if (!allows_value(*option)) {
      if (has_value) return fmt::format("{} takes no value", flag);
      continue;
    }
    const bool is_list = option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    if (!given.insert(option).second && !is_list)
      return fmt::format("{} was given more than once, but takes a single value", flag);
    if (has_value || !requires_value(*option)) continue;
    if (++i == rest.size()) return fmt::format("{} requires a value", flag);
    if (is_flag(rest[i]) && app->get_option_no_throw(flag_in(rest[i])) != nullptr)
      return fmt::format("{} requires a value, but {} follows it", flag, rest[i]);
  }
  return std::nullopt;
}

/// CLI11 would take the next word as the value of `--flag=`.
std::vector<std::string> separate_empty_values(const CLI::App& app,
                                               std::vector<std::string> words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (!is_flag(words[i]) || !words[i].ends_with('=')) continue;
    const auto* option = app.get_option_no_throw(flag_in(words[i]));
    if (option == nullptr || !requires_value(*option)) continue;
    words[i].pop_back();
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(++i), "");
  }
  return words;
}

}  // namespace

Words find_subcommand(const CLI::App& root, const std::vector<std::string>& words) {
  Words found{&root, {}, {}};
  auto next = words.begin();
  bool wants_help = false;
  while (next != words.end() && is_group(*found.app)) {
    if (const auto* child = find_child(*found.app, *next)) {
      found.app = child;
      found.path.push_back(*next++);
      continue;
    }
    if (*next == "help") {
      wants_help = true;
      ++next;
      continue;
    }
    const auto flag = flag_in(*next);
    const auto* option = is_flag(flag) ? find_below(*found.app, flag) : nullptr;
    const bool is_own = is_flag(flag) && found.app->get_option_no_throw(flag) != nullptr;
    if (option == nullptr || is_own) break;
    const bool has_value = flag.size() < next->size();
    found.rest.push_back(*next++);
    if (!has_value && requires_value(*option) && next != words.end()) found.rest.push_back(*next++);
  }
  if (wants_help && (next == words.end() || !is_group(*found.app))) {
    found.rest = {"--help"};
    return found;
  }
  if (is_group(*found.app)) found.rest.clear();
  found.rest.insert(found.rest.end(), next, words.end());
  found.rest = separate_empty_values(*found.app, std::move(found.rest));
  return found;
}

std::optional<std::string> find_mistake(const Words& words) {
  if (is_group(*words.app)) return find_mistake_in_group(words);
  const bool wants_help = std::ranges::any_of(
      words.rest, [](const auto& word) { return word == "--help" || word == "-h"; });
  return wants_help ? std::nullopt : find_mistake_in_flags(words);
}

}  // namespace parley::daemon
