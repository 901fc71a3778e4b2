// Logging: one event a line, JSON or text. Secrets are never passed in; control characters are
// escaped, so that a value cannot forge a line.
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

/// Sets where lines go (standard error) and how they look. Call once, before the first thread.
void configure(Format format, Level least);

/// Writes one line: time, level, event and fields. Safe from any thread; does not throw.
void write(Level level, std::string_view event, Fields fields = {});

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
