// Logging: one event per line, JSON or text, on standard error. Control characters are escaped, so
// that a value cannot forge a line. Secrets are never passed in; what looks like one is masked.
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

/// Sets how lines look and which are written. Call once, before the first thread.
void configure(Format format, Level least);

/// While it lives, a thread of its own writes the lines, and log::write() never waits for whoever
/// reads them: lines that the reader is too slow for are dropped, counted and reported by a line
/// `log.dropped`. At its end the rest has a second to be written. Without one, log::write() itself
/// writes, and waits: fit for commands. At most one at a time; it outlives the threads that log.
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

/// The same with the field `reason`, for what can fail many times per second: of lines with the
/// same event and reason, only the first is written and then one per minute. Its field `leftOut`
/// says how many were not; it is missing when that is none.
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
