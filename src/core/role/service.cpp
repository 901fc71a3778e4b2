#include "core/role/service.hpp"

namespace parley::core {
namespace {

Error unknown_role(std::string_view id) {
  return make_error(ErrorCode::kErrRoleNotFound, {{"role", id}});
}

}  // namespace

Task<Result<Role>> RoleService::create(Actor actor, std::string app_id, Role draft) {
  draft.created_at = draft.updated_at = environment_.clock.now();
  if (auto valid = validate(draft); !valid) co_return valid.error();
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<Role> {
    auto& roles = transaction.roles();
    if (roles.find(app_id, draft.id))
      return make_error(ErrorCode::kErrRoleAlreadyExists, {{"role", draft.id}});
    if (roles.list(app_id).size() >= kMaxRolesPerApp)
      return make_error(ErrorCode::kErrLimitExceeded,
                        {{"limit", std::to_string(kMaxRolesPerApp)}, {"what", "roles an app"}});
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
    if (auto valid = validate(role); !valid) return valid.error();
    transaction.roles().update(app_id, role);
    transaction.audit().append(audit_event(app_id, role.updated_at, actor,
                                           AuditAction::role_updated, id,
                                           changed_fields(*before, role)));
    return role;
  });
}

Task<Status> RoleService::remove(Actor actor, std::string app_id, std::string id) {
  if (id == kDefaultRole) co_return make_error(ErrorCode::kErrRoleDeleteDenied, {{"role", id}});
  std::vector<std::string> moved;
  const Status removed = co_await environment_.store.write([&](Transaction& transaction) -> Status {
    if (!transaction.roles().remove(app_id, id)) return unknown_role(id);
    moved = transaction.users().change_role(app_id, id, kDefaultRole);
    transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                           AuditAction::role_deleted, id,
                                           {{"movedUsers", moved.size()}}));
    return {};
  });
  if (!removed) co_return removed;
  for (const auto& uid : moved) {
    environment_.bus.publish(
        {.kind = EventKind::user_changed, .app_id = app_id, .uid = uid, .role_changed = true});
  }
  co_return Status{};
}

}  // namespace parley::core
