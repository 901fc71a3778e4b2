#include "daemon/commands/render.hpp"

#include <algorithm>
#include <ctime>
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

/// A single line, whatever a name holds.
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

std::string render_list(const json::array& items, std::span<const std::string_view> columns) {
  if (items.empty()) return "(none)\n";
  std::vector<Row> rows{Row(columns.begin(), columns.end())};
  for (const auto& item : items) {
    Row row;
    for (const auto column : columns) row.push_back(text_of(item.as_object(), column));
    rows.push_back(std::move(row));
  }
  return align(rows);
}

}  // namespace

std::string render_for_people(const json::value& data, std::span<const std::string_view> columns) {
  if (const auto* items = data.if_array()) return render_list(*items, columns);
  std::vector<Row> rows;
  for (const auto& [name, value] : data.as_object()) rows.push_back({name, cell(name, value)});
  return align(rows);
}

std::string render_error(const json::object& error) {
  auto text = fmt::format("parleyd: {}\n", text_of(error, "message"));
  const auto* details = error.if_contains("details");
  if (details == nullptr) return text + fmt::format("hint: {}\n", text_of(error, "devMessage"));
  for (const auto& [field, reasons] : details->as_object()) {
    text += fmt::format("  {}: {}\n", std::string_view(field), cell("", reasons));
  }
  return text;
}

}  // namespace parley::daemon
