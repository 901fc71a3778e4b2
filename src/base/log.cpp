#include "base/log.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>
#include <boost/json/value.hpp>

namespace parley::log {
namespace {

Format g_format = Format::text;

spdlog::level::level_enum to_spdlog(Level level) {
  switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warn: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
  }
  return spdlog::level::off;
}

std::string quote(std::string_view text) { return boost::json::serialize(text); }

struct Render {
  std::string operator()(std::string_view text) const { return quote(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{:.3f}", number); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
};

std::string render(std::string_view event, Fields fields) {
  const bool json = g_format == Format::json;
  std::string line = json ? R"("event":)" + quote(event) : std::string(event);
  for (const auto& [key, value] : fields) {
    line += json ? ",\"" : " ";
    line.append(key);
    line += json ? "\":" : "=";
    line += std::visit(Render{}, value);
  }
  return line;
}

}  // namespace

void configure(Format format, Level least) {
  g_format = format;
  auto logger = spdlog::stderr_logger_mt("parley");
  logger->set_level(to_spdlog(least));
  logger->set_pattern(format == Format::json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v})"
                                             : "%H:%M:%S.%e %^%l%$ %v",
                      spdlog::pattern_time_type::utc);
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

void write(Level level, std::string_view event, Fields fields) {
  if (!enabled(level)) return;
  spdlog::default_logger_raw()->log(to_spdlog(level), render(event, fields));
}

bool enabled(Level level) noexcept {
  return spdlog::default_logger_raw()->should_log(to_spdlog(level));
}

}  // namespace parley::log
