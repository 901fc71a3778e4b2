#include "daemon/commands/render.hpp"

#include <algorithm>
#include <ctime>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/quantity.hpp"
#include "base/text.hpp"

namespace parley::daemon {
namespace {

using Row = std::vector<std::string>;

std::string date_of(std::int64_t unix_seconds) {
  if (unix_seconds == 0) return "never";
  const std::time_t seconds = unix_seconds;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  const auto length = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
  return {text, length};
}

constexpr Label kLabels[] = {
    {"appId", "App ID"},
    {"id", "ID"},
    {"uid", "UID"},
    {"apiKey", "API Key"},
    {"authKey", "Auth Key"},
    {"tokenTtl", "Token lifetime"},
    {"maxTokensPerUser", "Maximum sessions per user"},
    {"corePerMinute", "Core calls per minute"},
    {"otherPerMinute", "Other calls per minute"},
};

/// What 0 or an empty list means.
constexpr Label kMeaningOfNothing[] = {
    {"tokenTtl", "no expiry"},
    {"idleTimeout", "none"},
    {"allowedOrigins", "every origin may use the app"},
    {"corePerMinute", "the server's default"},
    {"otherPerMinute", "the server's default"},
};

constexpr std::string_view kInSeconds[] = {"tokenTtl", "idleTimeout"};

/// The relations to the user who looks, and the use of a token that was created just now.
constexpr std::string_view kNotForPeople[] = {"hasBlockedMe", "blockedByMe", "lastUsedAt", "used"};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::optional<std::string_view> find_text(std::span<const Label> labels, std::string_view field) {
  const auto found = std::ranges::find(labels, field, &Label::field);
  return found == labels.end() ? std::nullopt : std::optional(found->text);
}

/// "Last used" for lastUsedAt, "Idle timeout" for idleTimeout.
std::string words_of(std::string_view field) {
  if (field.ends_with("At")) field.remove_suffix(2);
  std::string words;
  for (const char c : field) {
    const bool is_large = c >= 'A' && c <= 'Z';
    if (is_large) words += ' ';
    words += is_large ? static_cast<char>(c + 32) : c;
  }
  if (!words.empty() && words[0] >= 'a') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string label_for(std::string_view field, const Command& command) {
  if (const auto own = find_text(command.labels, field)) return std::string(*own);
  const auto usual = find_text(kLabels, field);
  return usual ? std::string(*usual) : words_of(field);
}

bool is_nothing(const json::value& value) {
  return value == 0 || (value.is_array() && value.get_array().empty());
}

std::string cell(std::string_view name, const json::value& value) {
  if (name.ends_with("At") && value.is_int64()) return date_of(value.get_int64());
  const auto meaning = find_text(kMeaningOfNothing, name);
  if (meaning && is_nothing(value)) return std::string(*meaning);
  if (contains(kInSeconds, name) && value.is_int64()) return quantity(value.get_int64(), "second");
  if (value.is_string()) return without_control_characters(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "yes" : "no";
  if (const auto* list = value.if_array()) {
    std::string joined;
    for (const auto& item : *list) joined += (joined.empty() ? "" : ", ") + cell("", item);
    return joined;
  }
  return json::serialize(value);
}

/// Columns as wide as their widest cell, two spaces apart.
std::string align(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], count_characters(row[i]));
    }
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i] + std::string(widths[i] - count_characters(row[i]) + 2, ' ');
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value == nullptr ? "" : cell(name, *value);
}

std::string render_list(const json::array& items, const Command& command) {
  if (items.empty()) return std::string(command.if_empty) + "\n";
  const auto& columns = command.columns;
  std::vector<Row> rows(1);
  for (const auto column : columns) rows[0].push_back(label_for(column, command));
  for (const auto& item : items) {
    Row row;
    for (const auto column : columns) row.push_back(text_of(item.as_object(), column));
    rows.push_back(std::move(row));
  }
  return align(rows);
}

}  // namespace

std::string without_control_characters(std::string_view text) {
  std::string kept(text);
  std::erase_if(kept, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  return kept;
}

std::string render_for_people(const json::value& data, const Command& command) {
  if (const auto* items = data.if_array()) return render_list(*items, command);
  std::vector<Row> rows;
  for (const auto& [name, value] : data.as_object()) {
    if (!contains(kNotForPeople, name))
      rows.push_back({label_for(name, command), cell(name, value)});
  }
  const auto meaning = command.explain == nullptr ? "" : command.explain(data.as_object());
  return align(rows) + (meaning.empty() ? "" : "\n" + meaning);
}

}  // namespace parley::daemon
