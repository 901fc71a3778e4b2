// Logging: one event per line, JSON or text, on standard error. Control characters are escaped, so
// that a value cannot forge a line. Callers never pass secrets; a value that looks like one is
// masked.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace parley::log {

enum class Level { debug, info, warn, error };
enum class Format { json, text };

/// A value of a log line. Views are only read during the call.
using Value = std::variant<std::string_view, std::int64_t, double, bool>;
using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

/// Sets the format and the lowest level that is written. Call once, before the first thread starts.
void configure(Format format, Level least);

/// While this exists, a background thread writes the lines, and log::write() never waits for a slow
/// reader: lines that do not fit the queue are dropped, counted and reported in a line
/// `log.dropped`. The destructor waits up to one second for the remaining lines. Without this
/// object log::write() writes itself and may block, which is fine for commands. At most one at a
/// time; it must outlive the threads that log.
class Background {
 public:
  Background();
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
};

/// Lines dropped since the process started. Any thread.
[[nodiscard]] std::uint64_t dropped_lines() noexcept;

/// Writes one line: time, level, event and fields. Safe from any thread; does not throw.
void write(Level level, std::string_view event, Fields fields = {}) noexcept;

/// Like write(), with the field `reason`, for failures that can happen many times per second: of
/// lines with the same event and reason, the first is written and then one per minute. Its field
/// `leftOut` is the number of lines suppressed since the last one; it is absent if that is 0.
void write_sparsely(Level level, std::string_view event, std::string_view reason,
                    Fields fields = {}) noexcept;

inline void debug(std::string_view event, Fields fields = {}) {
  write(Level::debug, event, fields);
}
inline void info(std::string_view event, Fields fields = {}) { write(Level::info, event, fields); }
inline void warn(std::string_view event, Fields fields = {}) { write(Level::warn, event, fields); }
inline void error(std::string_view event, Fields fields = {}) {
  write(Level::error, event, fields);
}

/// Whether lines of `level` are written at all; lets hot paths skip preparing their fields.
[[nodiscard]] bool enabled(Level level) noexcept;

}  // namespace parley::log
