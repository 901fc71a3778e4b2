// Stores the counts for statistics in SQLite.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/statistics/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/uncommitted.hpp"
#include "storage/store_counters.hpp"

namespace parley::storage::sqlite {

/// The number of logins of an app in one hour.
struct LoginCount {
  std::string app_id;
  Time hour;
  std::uint32_t logins = 0;
};

/// Keeps login counts in memory until the commit, so that all logins of a batch write a row once.
class StatisticsStore final : public core::StatisticsStore, private Uncommitted {
 public:
  StatisticsStore(Database& database, AllUncommitted& all, StoreCounters& statistics)
      : Uncommitted(all), database_(database), statistics_(statistics) {}

  void count_login(std::string_view app_id, Time hour) override;
  std::vector<core::HourlyLogins> logins_since(std::string_view app_id, Time first) override;
  void forget_logins_before(std::string_view app_id, Time first) override;

  /// The number of logins counted since the store was opened, including those rolled back.
  [[nodiscard]] std::uint64_t total() const { return total_; }

  /// Writes the counts that are in memory to the open transaction. Call it last before the commit.
  void write_counts();

 private:
  void set_savepoint() override { at_savepoint_ = uncommitted_; }
  void undo_to_savepoint() noexcept override { uncommitted_.swap(at_savepoint_); }
  void undo_all() noexcept override { uncommitted_.clear(); }

  Database& database_;
  StoreCounters& statistics_;
  std::vector<LoginCount> uncommitted_;
  std::vector<LoginCount> at_savepoint_;
  std::uint64_t total_ = 0;
};

}  // namespace parley::storage::sqlite
