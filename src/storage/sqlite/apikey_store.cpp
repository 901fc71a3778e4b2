#include "storage/sqlite/apikey_store.hpp"

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

core::ApiKey read_api_key(Row row) {
  return {.id = row.text(),
          .app_id = row.text(),
          .name = row.text(),
          .scope = row.enumerator<core::Scope>(),
          .digest = row.digest(),
          .hint = row.text(),
          .created_by = row.text(),
          .created_at = row.time(),
          .last_used_at = row.time()};
}

}  // namespace

std::optional<core::ApiKey> ApiKeyStore::find_by_digest(const crypto::Sha256& digest) {
  ++statistics_.digest_lookups;
  return database_.first(sql::kFindApiKeyByDigest, read_api_key, digest);
}

std::vector<crypto::Sha256> ApiKeyStore::digests_without_checksum(std::uint32_t limit) {
  return database_.all(
      sql::kApiKeysWithoutChecksum, [](Row row) { return row.digest(); }, limit);
}

std::optional<core::ApiKey> ApiKeyStore::find(std::string_view app_id, std::string_view key_id) {
  return database_.first(sql::kFindApiKey, read_api_key, app_id, key_id);
}

std::vector<core::ApiKey> ApiKeyStore::list(std::string_view app_id) {
  return database_.all(sql::kListApiKeys, read_api_key, app_id);
}

void ApiKeyStore::insert(const core::ApiKey& key) {
  database_.run(sql::kInsertApiKey, key.id, key.app_id, key.name, key.scope, key.digest, key.hint,
                key.created_by, key.created_at, key.last_used_at);
}

bool ApiKeyStore::update(const core::ApiKey& key) {
  return database_.run(sql::kUpdateApiKey, key.app_id, key.id, key.name, key.scope) == 1;
}

void ApiKeyStore::touch(std::string_view app_id, std::string_view key_id, Time last_used_at) {
  database_.run(sql::kTouchApiKey, app_id, key_id, last_used_at);
}

bool ApiKeyStore::remove(std::string_view app_id, std::string_view key_id) {
  return database_.run(sql::kRemoveApiKey, app_id, key_id) == 1;
}

}  // namespace parley::storage::sqlite
