// Storage interface for API keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/apikey/apikey.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class ApiKeyStore {
 public:
  virtual ~ApiKeyStore() = default;

  /// The only lookup without an app id: a secret has at least 128 random bits, so its digest
  /// identifies the app, too.
  [[nodiscard]] virtual std::optional<ApiKey> find_by_digest(const crypto::Sha256& digest) = 0;

  /// The digests of the keys, of all apps, that were made before keys had checksums; at most
  /// `limit`.
  [[nodiscard]] virtual std::vector<crypto::Sha256> digests_without_checksum(
      std::uint32_t limit) = 0;

  [[nodiscard]] virtual std::optional<ApiKey> find(std::string_view app_id,
                                                   std::string_view key_id) = 0;

  /// All keys of the app, oldest first; at most kMaxApiKeysPerApp.
  [[nodiscard]] virtual std::vector<ApiKey> list(std::string_view app_id) = 0;

  /// Always succeeds: the id and digest of `key` are random, so they are new.
  virtual void insert(const ApiKey& key) = 0;

  /// Sets name and scope. False when the app has no key with this id.
  virtual bool update(const ApiKey& key) = 0;

  virtual void touch(std::string_view app_id, std::string_view key_id, Time last_used_at) = 0;

  /// False when the app has no key with this id.
  virtual bool remove(std::string_view app_id, std::string_view key_id) = 0;
};

}  // namespace parley::core
