// The counts behind statistics, in SQLite.
#pragma once

#include "core/statistics/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

class StatisticsStore final : public core::StatisticsStore {
 public:
  StatisticsStore(Database& database, Statistics& statistics)
      : database_(database), statistics_(statistics) {}

  void count_login(std::string_view app_id, Time hour) override;
  std::vector<core::HourlyLogins> logins_since(std::string_view app_id, Time first) override;
  void forget_logins_before(std::string_view app_id, Time first) override;

 private:
  Database& database_;
  Statistics& statistics_;
};

}  // namespace parley::storage::sqlite
