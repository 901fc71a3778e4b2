#include "storage/sqlite/failure_store.hpp"

#include <utility>

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {

void FailureStore::add(std::string_view app_id, Time hour, std::string_view code,
                       std::uint64_t count) {
  database_.run(sql::kAddFailures, app_id, hour, code, static_cast<std::int64_t>(count));
}

std::vector<core::HourlyFailures> FailureStore::since(std::string_view app_id, Time first) {
  struct Count {
    Time hour;
    std::string code;
    std::uint64_t failures;
  };
  const auto read = [](Row row) {
    const Time hour = row.time();
    auto code = row.text();
    return Count{hour, std::move(code), static_cast<std::uint64_t>(row.integer())};
  };
  std::vector<core::HourlyFailures> hours;
  for (auto& [hour, code, failures] : database_.all(sql::kFailuresSince, read, app_id, first)) {
    if (hours.empty() || hours.back().hour != hour) hours.push_back({hour, {}});
    hours.back().counts.emplace(std::move(code), failures);
  }
  return hours;
}

void FailureStore::forget_before(std::string_view app_id, Time first) {
  database_.run(sql::kForgetFailuresBefore, app_id, first);
}

}  // namespace parley::storage::sqlite
