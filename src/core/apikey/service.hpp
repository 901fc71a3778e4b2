// API keys: created by an app's back end or the operator, checked on every management call.
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
#include "core/environment.hpp"
#include "core/per_thread_cache.hpp"
#include "core/unwritten.hpp"

namespace parley::core {

using ApiKeyPtr = std::shared_ptr<const CachedApiKey>;

struct ApiKeyQuery {
  std::optional<Scope> scope;
  std::string search;  ///< Part of the name, both as fold_key() spells them; empty = all.
};

struct ApiKeyChange {
  std::optional<std::string> name;
  std::optional<Scope> scope;
};

/// `actor` is who makes the change. Each change is recorded in the app's audit log in the same
/// transaction. `id_or_key`: the id of a key, or the key itself. Besides the errors listed, every
/// call can return ERR_SERVICE_UNAVAILABLE, if the store fails.
class ApiKeyService {
 public:
  explicit ApiKeyService(Environment environment);

  /// Returns the key whose secret this is, usually from memory, and records that it is used. A
  /// cached key outlives its app, so the caller must check belongs_to(). Text with the wrong shape
  /// or checksum is rejected without a lookup. Error: AUTH_ERR_APIKEY_NOT_FOUND.
  Task<Result<ApiKeyPtr>> authenticate(std::string secret);

  /// Like authenticate(), but only if the key is in memory. Otherwise returns nullptr, and the
  /// caller must use authenticate().
  [[nodiscard]] ApiKeyPtr authenticate_in_memory(std::string_view secret);

  /// Errors: ERR_BAD_REQUEST, ERR_LIMIT_EXCEEDED (the app has kMaxApiKeysPerApp),
  /// AUTH_ERR_INVALID_APPID (the app was removed meanwhile).
  Task<Result<CreatedApiKey>> create(Actor actor, std::string app_id, std::string name,
                                     Scope scope);

  /// Oldest first.
  Task<Result<std::vector<ApiKey>>> list(std::string app_id, ApiKeyQuery query);

  /// Error: ERR_APIKEY_NOT_FOUND.
  Task<Result<ApiKey>> find(std::string app_id, std::string id_or_key);

  /// A key may not change itself.
  /// Errors: ERR_APIKEY_NOT_FOUND, ERR_APIKEY_NO_SELF_ACTION, ERR_BAD_REQUEST.
  Task<Result<ApiKey>> update(Actor actor, std::string app_id, std::string id_or_key,
                              ApiKeyChange change);

  /// A key may not remove itself. Errors: ERR_APIKEY_NOT_FOUND, ERR_APIKEY_NO_SELF_ACTION.
  Task<Status> remove(Actor actor, std::string app_id, std::string id_or_key);

  /// Stores when keys were last used. Call it every few seconds. If the store fails, up to 10,000
  /// uses are kept for the next call.
  Task<Status> flush_activity();

 private:
  struct Entry {
    ApiKeyPtr key;
    std::shared_ptr<std::atomic<SteadyTime>> noted;  ///< When its use was last recorded.
  };

  /// The keys that were made before keys had checksums. None is ever added.
  class KeysWithoutChecksum {
   public:
    explicit KeysWithoutChecksum(const std::vector<crypto::Sha256>& digests);
    /// May return false positives, but no false negatives.
    [[nodiscard]] bool may_contain(const crypto::Sha256& digest) const;

   private:
    bool is_complete_;
    boost::unordered_flat_set<crypto::Sha256, crypto::Sha256Hash> digests_;
  };

  Task<Result<bool>> may_exist(std::string_view secret, const crypto::Sha256& digest);
  Task<Result<Entry>> load(const crypto::Sha256& digest);
  void note_use(const Entry& entry);

  Environment environment_;
  PerThreadCache<crypto::Sha256, Entry, crypto::Sha256Hash> cache_;
  std::mutex without_checksum_mutex_;
  std::shared_ptr<const KeysWithoutChecksum> without_checksum_;  ///< Null until first needed.
  Unwritten<ApiKey> used_;  ///< To be written by flush_activity().
};

}  // namespace parley::core
