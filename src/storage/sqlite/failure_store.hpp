// Stores failure counts by hour and error code in SQLite.
#pragma once

#include "core/failure/store.hpp"
#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

class FailureStore final : public core::FailureStore {
 public:
  explicit FailureStore(Database& database) : database_(database) {}

  void add(std::string_view app_id, Time hour, std::string_view code, std::uint64_t count) override;
  std::vector<core::HourlyFailures> since(std::string_view app_id, Time first) override;
  void forget_before(std::string_view app_id, Time first) override;

 private:
  Database& database_;
};

}  // namespace parley::storage::sqlite
