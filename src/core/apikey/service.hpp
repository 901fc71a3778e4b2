// API keys: made by an app's back end or the operator, checked on every management call.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_set.hpp>

#include "base/steady_clock.hpp"
#include "base/task.hpp"
#include "core/apikey/apikey.hpp"
#include "core/audit/audit.hpp"
#include "core/cache_by_thread.hpp"
#include "core/environment.hpp"
#include "core/unwritten.hpp"

namespace parley::core {

using ApiKeyPtr = std::shared_ptr<const CachedApiKey>;

struct ApiKeyQuery {
  std::optional<Scope> scope;
  std::string search;  ///< Part of the name, ASCII case ignored; empty = all.
};

struct ApiKeyChange {
  std::optional<std::string> name;
  std::optional<Scope> scope;
};

/// `actor`: who makes the change, for the audit log, which it is written to in the same
/// transaction. Paths name a key by its id or by the key itself: `id_or_key`. All errors but those
/// named: ERR_SERVICE_UNAVAILABLE, when the store fails.
class ApiKeyService {
 public:
  explicit ApiKeyService(Environment environment);

  /// The key that `secret` is. From memory in the common case, where it stays when its app is
  /// removed: whoever lets a key in looks whether it belongs_to() the app. Texts that cannot be a
  /// key, by their shape or their checksum, are refused without a lookup.
  /// Error: AUTH_ERR_APIKEY_NOT_FOUND.
  Task<Result<ApiKeyPtr>> authenticate(std::string secret);

  /// What authenticate() answers, when memory has the key; else nullptr, and authenticate() knows
  /// the rest.
  [[nodiscard]] ApiKeyPtr authenticate_in_memory(std::string_view secret);

  /// Errors: ERR_BAD_REQUEST, ERR_LIMIT_EXCEEDED (the app has kMaxApiKeysPerApp),
  /// AUTH_ERR_INVALID_APPID (the app was removed meanwhile).
  Task<Result<CreatedApiKey>> create(Actor actor, std::string app_id, std::string name,
                                     Scope scope);

  /// The oldest first.
  Task<Result<std::vector<ApiKey>>> list(std::string app_id, ApiKeyQuery query);

  /// Error: ERR_APIKEY_NOT_FOUND.
  Task<Result<ApiKey>> find(std::string app_id, std::string id_or_key);

  /// A key may not change itself.
  /// Errors: ERR_APIKEY_NOT_FOUND, ERR_APIKEY_NO_SELF_ACTION, ERR_BAD_REQUEST.
  Task<Result<ApiKey>> update(Actor actor, std::string app_id, std::string id_or_key,
                              ApiKeyChange change);

  /// Errors as of update().
  Task<Status> remove(Actor actor, std::string app_id, std::string id_or_key);

  /// Writes down when keys were last used. Call every few seconds. What the store cannot take waits
  /// for the next call, up to 10,000 uses.
  Task<Status> flush_activity();

 private:
  struct Entry {
    ApiKeyPtr key;
    std::shared_ptr<std::atomic<SteadyTime>> noted;  ///< When its use was last noted.
  };

  /// The keys made before keys had a checksum, which no later one joins.
  class KeysWithoutChecksum {
   public:
    explicit KeysWithoutChecksum(const std::vector<crypto::Sha256>& digests);
    /// May be wrong only when it says yes.
    [[nodiscard]] bool may_contain(const crypto::Sha256& digest) const;

   private:
    bool is_complete_;
    boost::unordered_flat_set<crypto::Sha256, crypto::Sha256Hash> digests_;
  };

  Task<Result<bool>> may_exist(std::string_view secret, const crypto::Sha256& digest);
  Task<Result<Entry>> load(const crypto::Sha256& digest);
  void note_use(const Entry& entry);
  void changed(const ApiKey& key);

  Environment environment_;
  CacheByThread<crypto::Sha256, Entry, crypto::Sha256Hash> cache_;
  std::mutex without_checksum_mutex_;
  std::shared_ptr<const KeysWithoutChecksum> without_checksum_;  ///< Null until first needed.
  Unwritten<ApiKey> used_;  ///< To be written by flush_activity().
};

}  // namespace parley::core
