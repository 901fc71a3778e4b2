#include "core/app/service.hpp"

#include <utility>

#include "core/field_checks.hpp"
#include "core/unfinished.hpp"
#include "crypto/token_format.hpp"

namespace parley::core {
namespace {

// Unknown ids, such as host labels that are not app ids, are cached too, so that they cost no
// query.
constexpr std::size_t kCachedApps = 4096;

// Few, so that the deletion of an app delays other writes by only a few milliseconds.
constexpr std::uint32_t kRowsRemovedAtOnce = 250;

Role default_role(Time now) {
  return Role{.id = std::string(kDefaultRole),
              .name = "Default",
              .description = "Users without another role have this one.",
              .metadata = {},
              .settings = {},
              .created_at = now,
              .updated_at = now};
}

void insert(Transaction& transaction, const Actor& actor, const ApiKey& key) {
  transaction.api_keys().insert(key);
  transaction.audit().append(
      audit_event(key.app_id, key.created_at, actor, AuditAction::api_key_created, key.id));
}

void append(Transaction& transaction, const std::string& id, AppEpoch epoch, AppChangeKind change) {
  transaction.events().append(
      {.kind = EventKind::app_changed, .app_id = id, .app_epoch = epoch, .app_change = change});
}

Error taken(Transaction& transaction, std::string_view id) {
  return bad_request("appId",
                     transaction.apps().is_being_removed(id)
                         ? "is still being removed, which takes longer the more users it had; try "
                           "again later"
                         : "is taken");
}

}  // namespace

AppService::AppService(Environment environment)
    : environment_(environment), cache_(environment.bus, kCachedApps) {
  environment_.bus.subscribe([this](const Event& event) {
    if (event.kind == EventKind::app_changed) cache_.forget(event.app_id, event.id);
    if (event.kind == EventKind::events_missed) cache_.clear();
  });
}

Task<Result<CreatedApp>> AppService::create(Actor actor, App draft) {
  if (draft.id.empty()) draft.id = crypto::random_hex(environment_.random, 8);
  draft.created_at = draft.updated_at = environment_.clock.now();
  if (auto valid = validate(draft); !valid) co_return valid.error();
  const auto first_key = [&](const char* name, Scope scope) {
    return make_api_key(environment_.random, draft.created_at, draft.id, name, scope, actor);
  };
  auto auth = first_key("Auth Key", Scope::auth_only);
  auto rest = first_key("REST API Key", Scope::full_access);
  const Status created = co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto epoch = transaction.apps().insert(draft);
    if (!epoch) return taken(transaction, draft.id);
    draft.epoch = *epoch;
    append(transaction, draft.id, *epoch, AppChangeKind::created);
    static_cast<void>(transaction.roles().insert(draft.id, default_role(draft.created_at)));
    transaction.audit().append(
        audit_event(draft.id, draft.created_at, actor, AuditAction::app_created, draft.id));
    insert(transaction, actor, auth.key);
    insert(transaction, actor, rest.key);
    return {};
  });
  if (!created) co_return created.error();
  co_return CreatedApp{std::move(draft), std::move(auth.secret), std::move(rest.secret)};
}

Task<Result<std::shared_ptr<const App>>> AppService::find(std::string id) {
  if (auto cached = cache_.find(id)) co_return std::move(*cached);
  if (!is_app_id(id)) co_return std::shared_ptr<const App>{};
  const auto as_of = environment_.bus.now();
  auto found =
      co_await environment_.store.read([&](Transaction& transaction) -> Result<std::optional<App>> {
        return transaction.apps().find(id);
      });
  if (!found) co_return found.error();
  const auto app = *found ? std::make_shared<const App>(std::move(**found)) : nullptr;
  cache_.insert(id, app, as_of);
  co_return app;
}

Task<Result<std::shared_ptr<const App>>> AppService::find(std::string id, AppEpoch epoch) {
  auto found = co_await find(std::move(id));
  if (found && *found && (*found)->epoch != epoch) co_return nullptr;
  co_return found;
}

Task<Result<std::vector<App>>> AppService::list() {
  co_return co_await environment_.store.read(
      [](Transaction& transaction) -> Result<std::vector<App>> {
        return transaction.apps().list();
      });
}

Task<Result<App>> AppService::update(Actor actor, std::string id, AppChange change) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<App> {
    const auto before = transaction.apps().find(id);
    if (!before) return unknown_app(id);
    auto app = apply(*before, change);
    app.updated_at = environment_.clock.now();
    const auto changes = changed_fields(*before, app);
    if (auto valid = of_changed_fields(validate(app), changes); !valid) return valid.error();
    transaction.apps().update(app);
    append(transaction, id, app.epoch, AppChangeKind::updated);
    transaction.audit().append(
        audit_event(id, app.updated_at, actor, AuditAction::app_updated, id, changes));
    return app;
  });
}

Task<Status> AppService::remove(Actor actor, std::string id) {
  // The keys and sessions of a removed app need no events of their own: each is bound to the epoch
  // of its app, and no later app has that epoch.
  bool purged = false;
  const auto removed = co_await environment_.store.write([&](Transaction& transaction) -> Status {
    auto& apps = transaction.apps();
    const auto epoch = apps.remove(id);
    if (!epoch) return unknown_app(id);
    append(transaction, id, *epoch, AppChangeKind::removed);
    transaction.audit().append(
        audit_event(id, environment_.clock.now(), actor, AuditAction::app_deleted, id));
    purged = apps.purge_removed(id, kRowsRemovedAtOnce);
    return {};
  });
  if (removed && !purged) has_removed_ = true;
  co_return removed;
}

Task<Result<bool>> AppService::finish_removals() {
  Unfinished unfinished(has_removed_);
  if (!unfinished.had_work()) co_return false;
  const auto left = co_await environment_.store.write([](Transaction& transaction) -> Result<bool> {
    auto& apps = transaction.apps();
    const auto ids = apps.list_removed();
    if (ids.empty()) return false;
    return !apps.purge_removed(ids.front(), kRowsRemovedAtOnce) || ids.size() > 1;
  });
  if (!left) co_return left.error();
  if (!*left) unfinished.finish();
  co_return *left;
}

}  // namespace parley::core
