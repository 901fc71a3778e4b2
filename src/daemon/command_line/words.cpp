#include "daemon/command_line/words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/nearest_name.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/command_line/shell_word.hpp"

namespace parley::daemon {
namespace {

bool is_flag(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

/// "--name" for "--name=x".
std::string flag_in(std::string_view word) { return std::string(word.substr(0, word.find('='))); }

/// Whether the flag is on or off. Alone, it means true.
bool is_boolean(const CLI::Option* option) { return option->get_items_expected_min() == 0; }

bool is_true_or_false(std::string_view word) { return word == "true" || word == "false"; }

Error not_true_or_false(std::string_view flag, std::string_view word) {
  return operator_error(
      fmt::format("{} can only be true or false, not {}", flag, shell_word(word)));
}

bool takes_words(const CLI::App& app) {
  return std::ranges::any_of(app.get_options(),
                             [](const auto* option) { return option->get_positional(); });
}

bool is_repeatable(const CLI::Option& option) {
  return option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
}

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

/// The options that `flag` means in the subcommands of `app`, at any depth.
std::vector<const CLI::Option*> find_below(const CLI::App& app, const std::string& flag) {
  std::vector<const CLI::Option*> found;
  for (const auto* child : subcommands_of(app)) {
    if (const auto* option = child->get_option_no_throw(flag)) found.push_back(option);
    const auto deeper = find_below(*child, flag);
    found.insert(found.end(), deeper.begin(), deeper.end());
  }
  return found;
}

/// Whether `word` is the value of a flag that precedes the subcommand of `app`, and that means
/// `options` in the subcommands.
bool is_value(const CLI::App& app, const std::vector<const CLI::Option*>& options,
              const std::string& word) {
  const auto booleans = std::ranges::count_if(options, is_boolean);
  if (booleans == std::ssize(options)) return is_true_or_false(word);
  // `--link` is a text for `user create` and boolean for `admin create`.
  return booleans == 0 || find_child(app, word) == nullptr;
}

/// The flags of `app` and its subcommands, without dashes.
std::set<std::string> flags_of(const CLI::App& app) {
  std::set<std::string> names;
  for (const auto* option : app.get_options())
    names.insert(option->get_lnames().begin(), option->get_lnames().end());
  for (const auto* child : subcommands_of(app)) names.merge(flags_of(*child));
  return names;
}

/// What other programs, or other commands of this one, call a flag.
constexpr Synonyms kOtherNames[] = {
    {"listen", "address addr bind host port"},
    {"data-dir", "dir data path"},
    {"uid", "id user"},
    {"key", "id"},
    {"app", "id appid"},
    {"id", "app appid"},
    {"token-ttl", "ttl"},
    {"name", "displayname"},
};

std::string describe_unknown_flag(const CLI::App& app, const std::string& flag) {
  auto name = flag.substr(std::min(flag.find_first_not_of('-'), flag.size()));
  std::ranges::replace(name, '_', '-');
  const auto flags = flags_of(app);
  const std::vector<std::string_view> known(flags.begin(), flags.end());
  const auto meant = meant_name(name, known, kOtherNames);
  return meant.empty() ? fmt::format("unknown flag {}", flag)
                       : fmt::format("unknown flag {}; did you mean --{}?", flag, meant);
}

Status check_group(const Words& words) {
  std::vector<std::string_view> names;
  for (const auto* child : subcommands_of(*words.app)) names.emplace_back(child->get_name());
  const auto list = fmt::format("the commands are {}", fmt::join(names, ", "));
  if (words.rest.empty()) return operator_error("no command was given; " + list);
  const auto& first = words.rest.front();
  if (!is_flag(first)) {
    const auto meant = nearest_name(first, names);
    return operator_error(meant.empty()
                              ? fmt::format("unknown command {}; {}", shell_word(first), list)
                              : fmt::format("unknown command {}; did you mean {}?", first, meant));
  }
  const auto flag = flag_in(first);
  if (words.app->get_option_no_throw(flag) == nullptr)
    return operator_error(describe_unknown_flag(*words.app, flag));
  // --help and --version.
  if (flag != first) return operator_error(flag + " takes no value");
  return {};
}

/// The value of the flag at words[at], which `app` has. Sets `at` to the last word that was used.
Result<std::string> take_value(const CLI::App& app, const std::vector<std::string>& words,
                               std::size_t& at) {
  const auto flag = flag_in(words[at]);
  const auto* option = app.get_option_no_throw(flag);
  const bool has_value = flag.size() < words[at].size();
  if (has_value && option == app.get_help_ptr()) return operator_error(flag + " takes no value");
  if (has_value) {
    auto value = words[at].substr(flag.size() + 1);
    if (!is_boolean(option) || is_true_or_false(value)) return value;
    return not_true_or_false(flag, value);
  }
  const auto* const next = at + 1 < words.size() ? &words[at + 1] : nullptr;
  if (is_boolean(option) && (next == nullptr || !is_true_or_false(*next))) {
    const bool is_value = next != nullptr && !is_flag(*next) && !takes_words(app);
    if (is_value) return not_true_or_false(flag, *next);
    return "true";
  }
  if (next == nullptr) return operator_error(flag + " requires a value");
  if (is_flag(*next) && app.get_option_no_throw(flag_in(*next)) != nullptr)
    return operator_error(fmt::format("{} requires a value, but {} follows it", flag, *next));
  ++at;
  return *next;
}

/// Appends a flag in the form that CLI11 cannot misread: it would take the word after `--flag=` as
/// the value, and perhaps the word after a boolean `--flag`.
void append(std::vector<std::string>& words, const CLI::Option* option, std::string flag,
            std::string value) {
  if (is_boolean(option)) {
    words.push_back(flag + "=" + value);
  } else {
    words.push_back(std::move(flag));
    words.push_back(std::move(value));
  }
}

/// The words of one command, as CLI11 should get them. Reads the flags from left to right.
Result<std::vector<std::string>> check_command(const CLI::App& app,
                                               const std::vector<std::string>& words) {
  std::vector<std::string> checked;
  std::map<const CLI::Option*, std::string> given;
  std::size_t at = 0;
  for (; at < words.size() && words[at] != "--"; ++at) {
    if (!is_flag(words[at])) {
      checked.push_back(words[at]);
      continue;
    }
    auto flag = flag_in(words[at]);
    const auto* option = app.get_option_no_throw(flag);
    if (option == nullptr) return operator_error(describe_unknown_flag(app, flag));
    auto value = take_value(app, words, at);
    if (!value) return value.error();
    const auto [earlier, is_first] = given.emplace(option, *value);
    if (!is_first && !is_repeatable(*option)) {
      if (is_boolean(option) && earlier->second == *value) continue;
      return operator_error(
          fmt::format("{} was given more than once, but takes a single value", flag));
    }
    append(checked, option, std::move(flag), std::move(*value));
  }
  checked.insert(checked.end(), words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
  return checked;
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
    if (!is_flag(flag) || found.app->get_option_no_throw(flag) != nullptr) break;
    const auto options = find_below(*found.app, flag);
    if (options.empty()) break;
    const bool has_value = flag.size() < next->size();
    found.rest.push_back(*next++);
    if (!has_value && next != words.end() && is_value(*found.app, options, *next))
      found.rest.push_back(*next++);
  }
  if (wants_help && (next == words.end() || !is_group(*found.app))) {
    found.rest = {"--help"};
    return found;
  }
  if (is_group(*found.app)) found.rest.clear();
  found.rest.insert(found.rest.end(), next, words.end());
  return found;
}

Result<Words> check(Words words) {
  if (is_group(*words.app)) {
    if (auto valid = check_group(words); !valid) return valid.error();
    return words;
  }
  const bool wants_help = std::ranges::any_of(
      words.rest, [](const auto& word) { return word == "--help" || word == "-h"; });
  if (wants_help) {
    words.rest = {"--help"};
    return words;
  }
  auto checked = check_command(*words.app, words.rest);
  if (!checked) return checked.error();
  words.rest = std::move(*checked);
  return words;
}

}  // namespace parley::daemon
