#include "core/role/service.hpp"

#include <utility>

#include "core/app/app.hpp"
#include "core/field_checks.hpp"
#include "core/unfinished.hpp"

namespace parley::core {
namespace {

// Few, so that moving the users of a removed role delays other writes by only a few milliseconds.
constexpr std::uint32_t kUsersMovedAtOnce = 100;

Error unknown_role(std::string_view id) {
  return make_error(ErrorCode::kErrRoleNotFound, {{"role", id}});
}

}  // namespace

Task<Result<Role>> RoleService::create(Actor actor, std::string app_id, Role draft) {
  draft.created_at = draft.updated_at = environment_.clock.now();
  if (auto valid = validate(draft); !valid) co_return valid.error();
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<Role> {
    if (!transaction.apps().epoch_of(app_id)) return unknown_app(app_id);
    auto& roles = transaction.roles();
    if (roles.find(app_id, draft.id))
      return make_error(ErrorCode::kErrRoleAlreadyExists, {{"role", draft.id}});
    if (roles.is_being_removed(app_id, draft.id))
      return bad_request("role",
                         "is still being removed, which takes longer the more users "
                         "had it; try again later");
    if (roles.list(app_id).size() >= kMaxRolesPerApp)
      return make_error(ErrorCode::kErrLimitExceeded,
                        {{"limit", std::to_string(kMaxRolesPerApp)}, {"what", "roles per app"}});
    static_cast<void>(roles.insert(app_id, draft));
    transaction.audit().append(
        audit_event(app_id, draft.created_at, actor, AuditAction::role_created, draft.id));
    return draft;
  });
}

Task<Result<std::vector<Role>>> RoleService::list(std::string app_id) {
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<std::vector<Role>> {
        return transaction.roles().list(app_id);
      });
}

Task<Result<Role>> RoleService::find(std::string app_id, std::string id) {
  co_return co_await environment_.store.read([&](Transaction& transaction) -> Result<Role> {
    auto role = transaction.roles().find(app_id, id);
    if (!role) return unknown_role(id);
    return std::move(*role);
  });
}

Task<Result<Role>> RoleService::update(Actor actor, std::string app_id, std::string id,
                                       RoleChange change) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<Role> {
    const auto before = transaction.roles().find(app_id, id);
    if (!before) return unknown_role(id);
    auto role = apply(*before, change);
    role.updated_at = environment_.clock.now();
    const auto changes = changed_fields(*before, role);
    if (auto valid = of_changed_fields(validate(role), changes); !valid) return valid.error();
    transaction.roles().update(app_id, role);
    transaction.audit().append(
        audit_event(app_id, role.updated_at, actor, AuditAction::role_updated, id, changes));
    return role;
  });
}

/// Returns whether no user has the role any more.
bool RoleService::move_some(Transaction& transaction, const RemovedRole& role) {
  auto moved =
      transaction.users().change_role(role.app_id, role.id, kDefaultRole, kUsersMovedAtOnce);
  const bool all = moved.size() < kUsersMovedAtOnce;
  if (all) transaction.roles().forget_removed(role.app_id, role.id);
  for (auto& uid : moved) {
    transaction.events().append({.kind = EventKind::user_changed,
                                 .app_id = role.app_id,
                                 .uid = std::move(uid),
                                 .role_changed = true});
  }
  return all;
}

/// Returns whether no user has the role any more.
Task<Result<bool>> RoleService::move_next(const RemovedRole& role) {
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<bool> { return move_some(transaction, role); });
}

Task<Status> RoleService::remove(Actor actor, std::string app_id, std::string id) {
  if (id == kDefaultRole) co_return make_error(ErrorCode::kErrRoleDeleteDenied, {{"role", id}});
  const RemovedRole role{std::move(app_id), std::move(id)};
  auto all = co_await environment_.store.write([&](Transaction& transaction) -> Result<bool> {
    if (!transaction.roles().remove(role.app_id, role.id)) return unknown_role(role.id);
    const auto users = transaction.users().count_of_role(role.app_id, role.id);
    transaction.audit().append(audit_event(role.app_id, environment_.clock.now(), actor,
                                           AuditAction::role_deleted, role.id,
                                           {{"movedUsers", users}}));
    return move_some(transaction, role);
  });
  if (!all) co_return all.error();
  if (!*all) has_unfinished_ = true;  // For finish_removals(), if this does not get to the end.
  while (!*all) {
    all = co_await move_next(role);
    if (!all) co_return all.error();
  }
  co_return Status{};
}

Task<Result<bool>> RoleService::finish_removals() {
  Unfinished unfinished(has_unfinished_);
  if (!unfinished.had_work()) co_return false;
  const auto removed = co_await environment_.store.read(
      [](Transaction& transaction) -> Result<std::vector<RemovedRole>> {
        return transaction.roles().list_removed();
      });
  if (!removed) co_return removed.error();
  if (removed->empty()) {
    unfinished.finish();
    co_return false;
  }
  const auto moved = co_await move_next(removed->front());
  if (!moved) co_return moved.error();
  co_return true;
}

}  // namespace parley::core
