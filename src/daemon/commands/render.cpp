#include "daemon/commands/render.hpp"

#include <algorithm>
#include <ctime>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.hpp"

namespace parley::daemon {
namespace {

namespace json = boost::json;

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

/// Keeps the text on one line, whatever a name contains.
std::string without_control_characters(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  return text;
}

std::string cell(std::string_view name, const json::value& value) {
  if (name.ends_with("At") && value.is_int64()) return date_of(value.get_int64());
  if (value.is_string()) return without_control_characters(std::string(value.get_string()));
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

/// Hints for errors whose devMessage is about API calls.
constexpr std::pair<std::string_view, std::string_view> kHints[] = {
    {"AUTH_ERR_INVALID_APPID", "`parleyd app list` shows the apps of this server."},
    {"ERR_APIKEY_NOT_FOUND", "`parleyd key list` shows the keys of the app."},
    {"ERR_ROLE_NOT_FOUND", "Create it first, for example in the dashboard."},
    {"ERR_UID_ALREADY_EXISTS",
     "UIDs are compared in lower case, and a deactivated user keeps its UID."},
    {"ERR_UID_NOT_FOUND",
     "`parleyd user list` shows the users; `parleyd user create` creates one."},
    {"ERR_USER_DEACTIVATED", "Reactivate the user first, for example in the dashboard."},
};

/// Whether the text is about HTTP, which does not help an operator.
bool is_about_calls(std::string_view text) {
  constexpr std::string_view kSigns[] = {"/v3", "/admin/", "header", "HTTP", "Retry-After"};
  return std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return text.find(sign) != text.npos; });
}

std::string hint_of(const json::object& error) {
  const auto code = text_of(error, "code");
  const auto* own =
      std::ranges::find(kHints, code, &std::pair<std::string_view, std::string_view>::first);
  if (own != std::end(kHints)) return std::string(own->second);
  auto hint = text_of(error, "devMessage");
  return is_about_calls(hint) ? "" : hint;
}

/// The sentences of an error's message that are not about API calls.
std::string without_calls(std::string_view message) {
  std::string kept;
  while (!message.empty()) {
    const auto end = std::min(message.find(". "), message.size() - 1) + 1;
    const auto sentence = message.substr(0, end);
    if (!is_about_calls(sentence)) kept += (kept.empty() ? "" : " ") + std::string(sentence);
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  return kept;
}

std::string render_list(const json::array& items, const Command& command) {
  if (items.empty()) return std::string(command.if_empty) + "\n";
  const auto& columns = command.columns;
  std::vector<Row> rows{Row(columns.begin(), columns.end())};
  for (const auto& item : items) {
    Row row;
    for (const auto column : columns) row.push_back(text_of(item.as_object(), column));
    rows.push_back(std::move(row));
  }
  return align(rows);
}

}  // namespace

std::string render_for_people(const json::value& data, const Command& command) {
  if (const auto* items = data.if_array()) return render_list(*items, command);
  std::vector<Row> rows;
  for (const auto& [name, value] : data.as_object()) rows.push_back({name, cell(name, value)});
  return align(rows);
}

std::string render_error(const json::object& error) {
  if (error.contains("reason")) {
    const bool can_pass = error.contains("canPass");
    return fmt::format("parleyd: {}: {}\nhint: {}\n",
                       can_pass ? "this cannot be done now" : "internal error",
                       text_of(error, "reason"),
                       can_pass ? "Fix the cause, then run the command again."
                                : "This is a bug in parleyd. Please report it with this line.");
  }
  auto text = fmt::format("parleyd: {}\n", without_calls(text_of(error, "message")));
  if (const auto* details = error.if_contains("details")) {
    for (const auto& [field, reasons] : details->as_object()) {
      text += fmt::format("  {}: {}\n", std::string_view(field), cell("", reasons));
    }
  } else if (const auto hint = hint_of(error); !hint.empty()) {
    text += fmt::format("hint: {}\n", hint);
  }
  return text;
}

}  // namespace parley::daemon
