#include "storage/sqlite/statistics_store.hpp"

#include <algorithm>

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {

void StatisticsStore::count_login(std::string_view app_id, Time hour) {
  ++total_;
  const auto known = std::ranges::find_if(uncommitted_, [&](const auto& count) {
    return count.app_id == app_id && count.hour == hour;
  });
  if (known == uncommitted_.end()) {
    uncommitted_.push_back({std::string(app_id), hour, 1});
  } else {
    ++known->logins;
  }
}

void StatisticsStore::write_counts() {
  for (const auto& [app_id, hour, logins] : uncommitted_) {
    database_.run(sql::kCountLogins, app_id, hour, logins);
    statistics_.logins += logins;
  }
  uncommitted_.clear();
}

std::vector<core::HourlyLogins> StatisticsStore::logins_since(std::string_view app_id, Time first) {
  write_counts();
  const auto read = [](Row row) {
    return core::HourlyLogins{.hour = row.time(),
                              .count = static_cast<std::uint64_t>(row.integer())};
  };
  return database_.all(sql::kLoginsSince, read, app_id, first);
}

void StatisticsStore::forget_logins_before(std::string_view app_id, Time first) {
  write_counts();
  database_.run(sql::kForgetLoginsBefore, app_id, first);
}

}  // namespace parley::storage::sqlite
