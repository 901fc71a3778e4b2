#include "core/apikey/service.hpp"

#include <utility>

#include "core/field_checks.hpp"
#include "core/name_search.hpp"
#include "crypto/token_format.hpp"

namespace parley::core {
namespace {

constexpr std::size_t kCachedKeys = 4096;
constexpr std::size_t kFlushedAtOnce = 200;
constexpr std::size_t kMostUnwritten = 10'000;
constexpr std::chrono::minutes kNotedEvery{1};
constexpr std::uint32_t kMostWithoutChecksum = 1'000'000;  // 50 MB at most. Real servers have few.

// The key of this app with the given id, or that is the given key.
std::optional<ApiKey> find_in(Transaction& transaction, std::string_view app_id,
                              std::string_view id_or_key) {
  if (!crypto::is_api_key_shape(id_or_key)) return transaction.api_keys().find(app_id, id_or_key);
  auto key = transaction.api_keys().find_by_digest(crypto::sha256(id_or_key));
  if (key && key->app_id != app_id) return std::nullopt;
  return key;
}

Result<ApiKey> find_other(Transaction& transaction, std::string_view app_id,
                          std::string_view id_or_key, const Actor& actor) {
  auto key = find_in(transaction, app_id, id_or_key);
  if (!key) return make_error(ErrorCode::kErrApikeyNotFound);
  if (actor.kind == ActorKind::key && actor.id == key->id)
    return make_error(ErrorCode::kErrApikeyNoSelfAction);
  return std::move(*key);
}

/// When the stored last use was recorded. kLongAgo if the next record is due: because the last one
/// is old, or because it is in the future (the clock was set back).
SteadyTime noted_at(const ApiKey& key, const Environment& environment) {
  const auto age = environment.clock.now() - key.last_used_at;
  const bool is_recent = age >= Time::duration::zero() && age < kNotedEvery;
  return is_recent ? environment.steady_clock.now() - age : kLongAgo;
}

void append_changed(Transaction& transaction, const ApiKey& key) {
  transaction.events().append(
      {.kind = EventKind::api_key_changed, .app_id = key.app_id, .digest = key.digest});
}

bool matches(const ApiKey& key, const ApiKeyQuery& query) {
  return (!query.scope || key.scope == *query.scope) &&
         fold_key(key.name).find(fold_key(query.search)) != std::string::npos;
}

}  // namespace

ApiKeyService::ApiKeyService(Environment environment)
    : environment_(environment), cache_(environment.bus, kCachedKeys), used_(kMostUnwritten) {
  environment_.bus.subscribe([this](const Event& event) {
    if (event.kind == EventKind::api_key_changed) cache_.forget(event.digest, event.id);
    if (event.kind == EventKind::events_missed) cache_.clear();
  });
}

Task<Result<ApiKeyPtr>> ApiKeyService::authenticate(std::string secret) {
  if (!crypto::is_api_key_shape(secret)) co_return make_error(ErrorCode::kAuthErrApikeyNotFound);
  if (auto known = authenticate_in_memory(secret)) co_return known;
  const auto digest = crypto::sha256(secret);
  const auto may_be_one = co_await may_exist(secret, digest);
  if (!may_be_one) co_return may_be_one.error();
  if (!*may_be_one) co_return make_error(ErrorCode::kAuthErrApikeyNotFound);
  const auto loaded = co_await load(digest);
  if (!loaded) co_return loaded.error();
  note_use(*loaded);
  co_return loaded->key;
}

ApiKeyPtr ApiKeyService::authenticate_in_memory(std::string_view secret) {
  if (!crypto::is_api_key_shape(secret)) return nullptr;
  auto cached = cache_.find(crypto::sha256(secret));
  if (!cached) return nullptr;
  note_use(*cached);
  return std::move(cached->key);
}

ApiKeyService::KeysWithoutChecksum::KeysWithoutChecksum(const std::vector<crypto::Sha256>& digests)
    : is_complete_(digests.size() < kMostWithoutChecksum) {
  if (is_complete_) digests_.insert(digests.begin(), digests.end());
}

bool ApiKeyService::KeysWithoutChecksum::may_contain(const crypto::Sha256& digest) const {
  return !is_complete_ || digests_.contains(digest);
}

/// Whether the key may exist, so that the store must be asked. A key with a wrong checksum exists
/// only if it was made before keys had checksums. The digests of those keys are loaded once, when
/// the first key with a wrong checksum arrives.
Task<Result<bool>> ApiKeyService::may_exist(std::string_view secret, const crypto::Sha256& digest) {
  if (crypto::has_api_key_checksum(secret)) co_return true;
  std::shared_ptr<const KeysWithoutChecksum> known;
  {
    const std::lock_guard lock(without_checksum_mutex_);
    known = without_checksum_;
  }
  if (!known) {
    const auto digests = co_await environment_.store.read(
        [](Transaction& transaction) -> Result<std::vector<crypto::Sha256>> {
          return transaction.api_keys().digests_without_checksum(kMostWithoutChecksum);
        });
    if (!digests) co_return digests.error();
    known = std::make_shared<const KeysWithoutChecksum>(*digests);
    const std::lock_guard lock(without_checksum_mutex_);
    without_checksum_ = known;
  }
  co_return known->may_contain(digest);
}

Task<Result<ApiKeyService::Entry>> ApiKeyService::load(const crypto::Sha256& digest) {
  const auto as_of = environment_.bus.now();
  auto found =
      co_await environment_.store.read([&](Transaction& transaction) -> Result<CachedApiKey> {
        auto key = transaction.api_keys().find_by_digest(digest);
        if (!key) return make_error(ErrorCode::kAuthErrApikeyNotFound);
        const auto app_epoch = transaction.apps().epoch_of(key->app_id);
        if (!app_epoch) return make_error(ErrorCode::kAuthErrApikeyNotFound);
        return CachedApiKey{std::move(*key), *app_epoch};
      });
  if (!found) co_return found.error();
  const auto noted = noted_at(*found, environment_);
  Entry entry{std::make_shared<const CachedApiKey>(std::move(*found)),
              std::make_shared<std::atomic<SteadyTime>>(noted)};
  cache_.insert(digest, entry, as_of);
  co_return entry;
}

void ApiKeyService::note_use(const Entry& entry) {
  const auto now = environment_.steady_clock.now();
  auto noted = entry.noted->load(std::memory_order_relaxed);
  if (now - noted < kNotedEvery) return;
  if (!entry.noted->compare_exchange_strong(noted, now)) return;
  ApiKey used = *entry.key;
  used.last_used_at = environment_.clock.now();
  used_.add(std::move(used));
}

Task<Status> ApiKeyService::flush_activity() {
  Unwritten<ApiKey>::Taken used(used_);
  while (!used.empty()) {
    const auto some = used.next(kFlushedAtOnce);
    const Status written =
        co_await environment_.store.write([&](Transaction& transaction) -> Status {
          for (const auto& key : some) {
            transaction.api_keys().touch(key.app_id, key.id, key.last_used_at);
          }
          return {};
        });
    if (written) continue;
    used.not_written();
    co_return written;
  }
  co_return Status{};
}

Task<Result<CreatedApiKey>> ApiKeyService::create(Actor actor, std::string app_id, std::string name,
                                                  Scope scope) {
  auto created = make_api_key(environment_.random, environment_.clock.now(), std::move(app_id),
                              std::move(name), scope, actor);
  const auto& key = created.key;
  if (auto valid = validate(key); !valid) co_return valid.error();
  const Status stored = co_await environment_.store.write([&](Transaction& transaction) -> Status {
    if (!transaction.apps().epoch_of(key.app_id)) return unknown_app(key.app_id);
    if (transaction.api_keys().list(key.app_id).size() >= kMaxApiKeysPerApp)
      return make_error(ErrorCode::kErrLimitExceeded, {{"limit", std::to_string(kMaxApiKeysPerApp)},
                                                       {"what", "API keys per app"}});
    transaction.api_keys().insert(key);
    transaction.audit().append(
        audit_event(key.app_id, key.created_at, actor, AuditAction::api_key_created, key.id));
    return {};
  });
  if (!stored) co_return stored.error();
  co_return created;
}

Task<Result<std::vector<ApiKey>>> ApiKeyService::list(std::string app_id, ApiKeyQuery query) {
  auto keys = co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<std::vector<ApiKey>> {
        return transaction.api_keys().list(app_id);
      });
  if (keys) std::erase_if(*keys, [&](const ApiKey& key) { return !matches(key, query); });
  co_return keys;
}

Task<Result<ApiKey>> ApiKeyService::find(std::string app_id, std::string id_or_key) {
  co_return co_await environment_.store.read([&](Transaction& transaction) -> Result<ApiKey> {
    auto key = find_in(transaction, app_id, id_or_key);
    if (!key) return make_error(ErrorCode::kErrApikeyNotFound);
    return std::move(*key);
  });
}

Task<Result<ApiKey>> ApiKeyService::update(Actor actor, std::string app_id, std::string id_or_key,
                                           ApiKeyChange change) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<ApiKey> {
    auto key = find_other(transaction, app_id, id_or_key, actor);
    if (!key) return key;
    const auto before = *key;
    if (change.name) key->name = *change.name;
    if (change.scope) key->scope = *change.scope;
    const auto changes =
        changed_fields({{"name", key->name != before.name}, {"scope", key->scope != before.scope}});
    if (auto valid = of_changed_fields(validate(*key), changes); !valid) return valid.error();
    transaction.api_keys().update(*key);
    append_changed(transaction, *key);
    transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                           AuditAction::api_key_updated, key->id, changes));
    return key;
  });
}

Task<Status> ApiKeyService::remove(Actor actor, std::string app_id, std::string id_or_key) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto key = find_other(transaction, app_id, id_or_key, actor);
    if (!key) return key.error();
    transaction.api_keys().remove(app_id, key->id);
    append_changed(transaction, *key);
    transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                           AuditAction::api_key_deleted, key->id));
    return {};
  });
}

}  // namespace parley::core
