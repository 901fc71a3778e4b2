#include "core/administrator/service.hpp"

#include <algorithm>
#include <utility>

#include "core/administrator/in_transaction.hpp"
#include "core/field_checks.hpp"

namespace parley::core {
namespace {

/// ERR_LAST_OWNER if the administrator is the only owner.
Status check_not_last_owner(Transaction& transaction, const Administrator& administrator) {
  if (administrator.role != AdminRole::owner) return {};
  const auto all = transaction.administrators().list();
  const auto owners = std::ranges::count(all, AdminRole::owner, &Administrator::role);
  if (owners < 2) return make_error(ErrorCode::kErrLastOwner);
  return {};
}

Status insert(Transaction& transaction, const Actor& actor, const Administrator& administrator) {
  if (transaction.administrators().list().size() >= kMaxAdministrators)
    return make_error(ErrorCode::kErrLimitExceeded,
                      {{"limit", std::to_string(kMaxAdministrators)}, {"what", "administrators"}});
  if (!transaction.administrators().insert(administrator))
    return make_error(ErrorCode::kErrAdminAlreadyExists, {{"email", administrator.email}});
  record_in_server_log(transaction, administrator.created_at, actor,
                       AuditAction::administrator_created, administrator.id,
                       {{"role", to_string(administrator.role)}});
  return {};
}

/// Not stored yet, and without a password.
Administrator new_administrator(const Environment& environment, AdministratorDraft draft) {
  const auto now = environment.clock.now();
  return {.id = crypto::new_id(environment.random, "adm_"),
          .email = normalize_email(draft.email),
          .name = std::move(draft.name),
          .role = draft.role,
          .password_hash = {},
          .created_at = now,
          .updated_at = now,
          .last_signed_in_at = kNever};
}

CreatedLink record_and_make_link(Transaction& transaction, const Environment& environment,
                                 const Actor& actor, const Administrator& administrator) {
  record_in_server_log(transaction, environment.clock.now(), actor,
                       AuditAction::administrator_link_created, administrator.id);
  return make_link(transaction, environment, administrator);
}

}  // namespace

AdministratorService::AdministratorService(Environment environment, PasswordHasher& passwords)
    : environment_(environment), passwords_(passwords) {}

Task<Result<Administrator>> AdministratorService::create(Actor actor, AdministratorDraft draft,
                                                         std::optional<SecretString> password) {
  auto administrator = new_administrator(environment_, std::move(draft));
  if (auto valid = validate(administrator); !valid) co_return valid.error();
  if (password) {
    if (auto valid = validate_password("password", *password, administrator); !valid)
      co_return valid.error();
    auto hash = co_await passwords_.hash(std::move(*password));
    if (!hash) co_return hash.error();
    administrator.password_hash = std::move(*hash);
  }
  const Status stored = co_await environment_.store.write([&](Transaction& transaction) -> Status {
    return insert(transaction, actor, administrator);
  });
  if (!stored) co_return stored.error();
  co_return administrator;
}

Task<Result<InvitedAdministrator>> AdministratorService::invite(Actor actor,
                                                                AdministratorDraft draft) {
  auto administrator = new_administrator(environment_, std::move(draft));
  if (auto valid = validate(administrator); !valid) co_return valid.error();
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<InvitedAdministrator> {
        if (auto stored = insert(transaction, actor, administrator); !stored) return stored.error();
        auto link = record_and_make_link(transaction, environment_, actor, administrator);
        return InvitedAdministrator{administrator, std::move(link)};
      });
}

Task<Result<std::vector<Administrator>>> AdministratorService::list() {
  co_return co_await environment_.store.read(
      [](Transaction& transaction) -> Result<std::vector<Administrator>> {
        return transaction.administrators().list();
      });
}

Task<Result<Administrator>> AdministratorService::find(std::string id) {
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) { return find_administrator(transaction, id); });
}

Task<Result<Administrator>> AdministratorService::find_by_email(std::string email) {
  const auto normalized = normalize_email(email);
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<Administrator> {
        auto found = transaction.administrators().find_by_email(normalized);
        if (!found) return administrator_not_found(normalized);
        return std::move(*found);
      });
}

Task<Result<Administrator>> AdministratorService::update(Actor actor, std::string id,
                                                         AdministratorChange change) {
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<Administrator> {
        auto administrator = find_administrator(transaction, id);
        if (!administrator) return administrator;
        const auto before = *administrator;
        if (change.email && normalize_email(*change.email) != administrator->email)
          return bad_request("email", "can't be changed");
        if (change.role && *change.role != administrator->role) {
          if (auto free = check_not_last_owner(transaction, *administrator); !free)
            return free.error();
          administrator->role = *change.role;
        }
        if (change.name) administrator->name = *change.name;
        const auto changes = changed_fields({{"name", administrator->name != before.name},
                                             {"role", administrator->role != before.role}});
        if (auto valid = of_changed_fields(validate(*administrator), changes); !valid)
          return valid.error();
        administrator->updated_at = environment_.clock.now();
        transaction.administrators().update(*administrator);
        record_in_server_log(transaction, administrator->updated_at, actor,
                             AuditAction::administrator_updated, id, changes);
        return administrator;
      });
}

Task<Status> AdministratorService::remove(Actor actor, std::string id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto administrator = find_administrator(transaction, id);
    if (!administrator) return administrator.error();
    if (auto free = check_not_last_owner(transaction, *administrator); !free) return free;
    transaction.administrators().remove(id);
    record_in_server_log(transaction, environment_.clock.now(), actor,
                         AuditAction::administrator_deleted, id);
    return {};
  });
}

Task<Status> AdministratorService::set_password(Actor actor, std::string id,
                                                SecretString password) {
  const auto administrator = co_await find(id);
  if (!administrator) co_return administrator.error();
  if (auto valid = validate_password("password", password, *administrator); !valid) co_return valid;
  auto hash = co_await passwords_.hash(std::move(password));
  if (!hash) co_return hash.error();
  co_return co_await environment_.store.write([&](Transaction& transaction) {
    return store_password(transaction, environment_, actor, id, *hash, "");
  });
}

Task<Result<CreatedLink>> AdministratorService::reset(Actor actor, std::string id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<CreatedLink> {
    const auto administrator = find_administrator(transaction, id);
    if (!administrator) return administrator.error();
    if (auto taken = store_password(transaction, environment_, actor, id, "", ""); !taken)
      return taken.error();
    return make_link(transaction, environment_, *administrator);
  });
}

Task<Result<CreatedLink>> AdministratorService::create_link(Actor actor, std::string id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<CreatedLink> {
    const auto administrator = find_administrator(transaction, id);
    if (!administrator) return administrator.error();
    return record_and_make_link(transaction, environment_, actor, *administrator);
  });
}

SecretString AdministratorService::generate_password() {
  constexpr std::size_t kLength = 20;
  return SecretString(crypto::random_base62(environment_.random, kLength));
}

}  // namespace parley::core
