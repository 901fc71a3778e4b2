#include "storage/sqlite/statistics_store.hpp"

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {

void StatisticsStore::count_login(std::string_view app_id, Time hour) {
  database_.run(sql::kCountLogin, app_id, hour);
  ++statistics_.logins;
}

std::vector<core::HourlyLogins> StatisticsStore::logins_since(std::string_view app_id, Time first) {
  const auto read = [](Row row) {
    return core::HourlyLogins{.hour = row.time(),
                              .count = static_cast<std::uint64_t>(row.integer())};
  };
  return database_.all(sql::kLoginsSince, read, app_id, first);
}

void StatisticsStore::forget_logins_before(std::string_view app_id, Time first) {
  database_.run(sql::kForgetLoginsBefore, app_id, first);
}

}  // namespace parley::storage::sqlite
