// The counts behind statistics, in SQLite.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/statistics/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/statistics.hpp"

namespace parley::storage::sqlite {

/// Logins of an app in an hour.
struct LoginCount {
  std::string app_id;
  Time hour;
  std::uint32_t logins = 0;
};

class StatisticsStore final : public core::StatisticsStore {
 public:
  StatisticsStore(Database& database, Statistics& statistics)
      : database_(database), statistics_(statistics) {}

  /// Stands in uncommitted() until write_counts().
  void count_login(std::string_view app_id, Time hour) override;
  std::vector<core::HourlyLogins> logins_since(std::string_view app_id, Time first) override;
  void forget_logins_before(std::string_view app_id, Time first) override;

  /// By the works whose commit is to come: whoever undoes them undoes these, too. Works that share
  /// a commit so share a row, instead of writing it one after the other.
  [[nodiscard]] std::vector<LoginCount>& uncommitted() { return uncommitted_; }

  /// How many logins were counted since it was opened, undone or not.
  [[nodiscard]] std::uint64_t total() const { return total_; }

  /// The last change of a transaction.
  void write_counts();

 private:
  Database& database_;
  Statistics& statistics_;
  std::vector<LoginCount> uncommitted_;
  std::uint64_t total_ = 0;
};

}  // namespace parley::storage::sqlite
