// Stores the counts for statistics in SQLite.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/statistics/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

/// The number of logins of an app in one hour.
struct LoginCount {
  std::string app_id;
  Time hour;
  std::uint32_t logins = 0;
};

class StatisticsStore final : public core::StatisticsStore {
 public:
  StatisticsStore(Database& database, Statistics& statistics)
      : database_(database), statistics_(statistics) {}

  /// Adds to uncommitted(); write_counts() writes it to the store.
  void count_login(std::string_view app_id, Time hour) override;
  std::vector<core::HourlyLogins> logins_since(std::string_view app_id, Time first) override;
  void forget_logins_before(std::string_view app_id, Time first) override;

  /// Login counts of units of work that are not committed yet. Whoever rolls those back must roll
  /// back these counts, too. They are kept in memory so that all logins of a batch write a row
  /// once.
  [[nodiscard]] std::vector<LoginCount>& uncommitted() { return uncommitted_; }

  /// The number of logins counted since the store was opened, including those rolled back.
  [[nodiscard]] std::uint64_t total() const { return total_; }

  /// Writes uncommitted() to the open transaction and empties it. Call it last before the commit.
  void write_counts();

 private:
  Database& database_;
  Statistics& statistics_;
  std::vector<LoginCount> uncommitted_;
  std::uint64_t total_ = 0;
};

}  // namespace parley::storage::sqlite
