// Stores API keys in SQLite.
#pragma once

#include "core/apikey/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/store_counters.hpp"

namespace parley::storage::sqlite {

class ApiKeyStore final : public core::ApiKeyStore {
 public:
  ApiKeyStore(Database& database, StoreCounters& statistics)
      : database_(database), statistics_(statistics) {}

  std::optional<core::ApiKey> find_by_digest(const crypto::Sha256& digest) override;
  std::vector<crypto::Sha256> digests_without_checksum(std::uint32_t limit) override;
  std::optional<core::ApiKey> find(std::string_view app_id, std::string_view key_id) override;
  std::vector<core::ApiKey> list(std::string_view app_id) override;
  void insert(const core::ApiKey& key) override;
  bool update(const core::ApiKey& key) override;
  void touch(std::string_view app_id, std::string_view key_id, Time last_used_at) override;
  bool remove(std::string_view app_id, std::string_view key_id) override;

 private:
  Database& database_;
  StoreCounters& statistics_;
};

}  // namespace parley::storage::sqlite
