#include "base/log.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <memory>

#include <fmt/format.h>
#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>

#include "base/line_writer.hpp"
#include "base/secret_shapes.hpp"
#include "base/sparse_lines.hpp"

namespace parley::log {
namespace {

Format g_format = Format::text;
Level g_least = Level::info;
std::unique_ptr<LineWriter> g_writer;
SparseLines g_sparse_lines{256};
std::atomic<std::uint64_t> g_dropped{0};  ///< Without lines lost by g_writer.

using Out = std::back_insert_iterator<std::string>;

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug: return "debug";
    case Level::info: return "info";
    case Level::warn: return "warning";
    case Level::error: return "error";
  }
  return "";
}

std::string quote(std::string_view text) { return boost::json::serialize(text); }

struct Render {
  std::string operator()(std::string_view text) const {
    return has_secret_shape(text) ? quote(mask_secrets(text)) : quote(text);
  }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{:.3f}", number); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
};

/// In UTC. JSON has the date and microseconds; text has the time of day in milliseconds.
void append_time(std::string& line, std::chrono::system_clock::time_point now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const auto of_day = std::chrono::floor<std::chrono::microseconds>(now - day);
  const std::chrono::hh_mm_ss time(of_day);
  const auto seconds = fmt::format("{:02}:{:02}:{:02}", time.hours().count(),
                                   time.minutes().count(), time.seconds().count());
  const auto microseconds = time.subseconds().count();
  if (g_format == Format::text) {
    fmt::format_to(Out(line), "{}.{:03}", seconds, microseconds / 1000);
  } else {
    const std::chrono::year_month_day date(day);
    fmt::format_to(Out(line), "{:04}-{:02}-{:02}T{}.{:06}Z", int{date.year()},
                   unsigned{date.month()}, unsigned{date.day()}, seconds, microseconds);
  }
}

void append_fields(std::string& line, Fields fields) {
  const bool json = g_format == Format::json;
  for (const auto& [key, value] : fields) {
    line.append(json ? ",\"" : " ").append(key).append(json ? "\":" : "=");
    line.append(std::visit(Render{}, value));
  }
}

/// The line without its closing brace and line feed.
std::string render_open(Level level, std::string_view event, Fields fields) {
  const bool json = g_format == Format::json;
  std::string line = json ? R"({"time":")" : "";
  append_time(line, std::chrono::system_clock::now());
  line.append(json ? R"(","level":")" : " ").append(name_of(level));
  line.append(json ? R"(","event":")" : " ").append(event).append(json ? "\"" : "");
  append_fields(line, fields);
  return line;
}

const char* end_of_line() { return g_format == Format::json ? "}\n" : "\n"; }

std::string render(Level level, std::string_view event, Fields fields) {
  return render_open(level, event, fields).append(end_of_line());
}

void output(Level level, std::string_view line) {
  if (g_writer) {
    g_writer->write(line, level >= Level::warn);
  } else {
    std::fwrite(line.data(), 1, line.size(), stderr);
  }
}

std::string report_of_dropped_lines(std::uint64_t count) {
  return render(Level::warn, "log.dropped", {{"count", static_cast<std::int64_t>(count)}});
}

}  // namespace

void configure(Format format, Level least) {
  g_format = format;
  g_least = least;
}

Background::Background() {
  g_writer = std::make_unique<LineWriter>(STDERR_FILENO, report_of_dropped_lines);
}

Background::~Background() {
  g_dropped += g_writer->lost();
  g_writer.reset();
}

std::uint64_t dropped_lines() noexcept { return g_dropped + (g_writer ? g_writer->lost() : 0); }

void write(Level level, std::string_view event, Fields fields) noexcept {
  if (!enabled(level)) return;
  try {
    output(level, render(level, event, fields));
  } catch (...) {
    ++g_dropped;
  }
}

void write_sparsely(Level level, std::string_view event, std::string_view reason,
                    Fields fields) noexcept {
  if (!enabled(level)) return;
  try {
    const auto left_out = g_sparse_lines.admit(event, reason, std::chrono::steady_clock::now());
    if (!left_out) return;
    auto line = render_open(level, event, {{"reason", reason}});
    append_fields(line, fields);
    if (*left_out > 0) append_fields(line, {{"leftOut", static_cast<std::int64_t>(*left_out)}});
    output(level, line.append(end_of_line()));
  } catch (...) {
    ++g_dropped;
  }
}

bool enabled(Level level) noexcept { return level >= g_least; }

}  // namespace parley::log
