#include "core/administrator/service.hpp"

#include <algorithm>
#include <utility>

namespace parley::core {
namespace {

Error not_found(std::string_view administrator) {
  return make_error(ErrorCode::kErrAdminNotFound, {{"administrator", administrator}});
}

Error session_not_found() { return make_error(ErrorCode::kAuthErrAdminSessionNotFound); }

Error too_many_failures(std::chrono::seconds wait) {
  auto error =
      make_error(ErrorCode::kErrTooManyRequests, {{"seconds", std::to_string(wait.count())}});
  error.retry_after = wait.count();
  return error;
}

Result<Administrator> find_in(Transaction& transaction, const std::string& id) {
  auto found = transaction.administrators().find(id);
  if (!found) return not_found(id);
  return std::move(*found);
}

/// ERR_LAST_OWNER when there would be no owner without this one.
Status check_not_last_owner(Transaction& transaction, const Administrator& administrator) {
  if (administrator.role != AdminRole::owner) return {};
  const auto all = transaction.administrators().list();
  const auto owners = std::ranges::count(all, AdminRole::owner, &Administrator::role);
  if (owners < 2) return make_error(ErrorCode::kErrLastOwner);
  return {};
}

/// In the log of the server: administrators belong to no app.
void record(Transaction& transaction, Time at, const Actor& actor, AuditAction action,
            std::string_view id, const json::object& details = {}) {
  transaction.audit().append(audit_event({}, at, actor, action, id, details));
}

Status insert(Transaction& transaction, const Actor& actor, const Administrator& administrator) {
  if (transaction.administrators().list().size() >= kMaxAdministrators)
    return make_error(ErrorCode::kErrLimitExceeded,
                      {{"limit", std::to_string(kMaxAdministrators)}, {"what", "administrators"}});
  if (!transaction.administrators().insert(administrator))
    return make_error(ErrorCode::kErrAdminAlreadyExists, {{"email", administrator.email}});
  record(transaction, administrator.created_at, actor, AuditAction::administrator_created,
         administrator.id, {{"role", to_string(administrator.role)}});
  return {};
}

/// Sets the password, and ends what the old one opened.
Status store_password(Transaction& transaction, const Environment& environment, const Actor& actor,
                      const std::string& id, const std::string& hash,
                      std::string_view kept_session_id) {
  auto administrator = find_in(transaction, id);
  if (!administrator) return administrator.error();
  administrator->password_hash = hash;
  administrator->updated_at = environment.clock.now();
  transaction.administrators().update(*administrator);
  transaction.administrators().remove_sessions(id, kept_session_id);
  transaction.administrators().remove_links(id);
  record(transaction, administrator->updated_at, actor, AuditAction::administrator_password_changed,
         id);
  return {};
}

}  // namespace

AdministratorService::AdministratorService(Environment environment, PasswordHasher& passwords)
    : environment_(environment), passwords_(passwords), failed_sign_ins_(environment.clock) {}

Task<Result<Administrator>> AdministratorService::create(Actor actor, AdministratorDraft draft,
                                                         std::optional<SecretString> password) {
  const auto now = environment_.clock.now();
  Administrator administrator{.id = crypto::new_id(environment_.random, "adm_"),
                              .email = normalize_email(draft.email),
                              .name = std::move(draft.name),
                              .role = draft.role,
                              .password_hash = {},
                              .created_at = now,
                              .updated_at = now,
                              .last_signed_in_at = kNever};
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

Task<Result<std::vector<Administrator>>> AdministratorService::list() {
  co_return co_await environment_.store.read(
      [](Transaction& transaction) -> Result<std::vector<Administrator>> {
        return transaction.administrators().list();
      });
}

Task<Result<Administrator>> AdministratorService::find(std::string id) {
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) { return find_in(transaction, id); });
}

Task<Result<Administrator>> AdministratorService::find_by_email(std::string email) {
  const auto normalized = normalize_email(email);
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<Administrator> {
        auto found = transaction.administrators().find_by_email(normalized);
        if (!found) return not_found(normalized);
        return std::move(*found);
      });
}

Task<Result<Administrator>> AdministratorService::update(Actor actor, std::string id,
                                                         AdministratorChange change) {
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<Administrator> {
        auto administrator = find_in(transaction, id);
        if (!administrator) return administrator;
        if (change.role && *change.role != administrator->role) {
          if (auto free = check_not_last_owner(transaction, *administrator); !free)
            return free.error();
          administrator->role = *change.role;
        }
        if (change.name) administrator->name = *change.name;
        if (auto valid = validate(*administrator); !valid) return valid.error();
        administrator->updated_at = environment_.clock.now();
        transaction.administrators().update(*administrator);
        record(
            transaction, administrator->updated_at, actor, AuditAction::administrator_updated, id,
            changed_fields({{"name", change.name.has_value()}, {"role", change.role.has_value()}}));
        return administrator;
      });
}

Task<Status> AdministratorService::remove(Actor actor, std::string id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto administrator = find_in(transaction, id);
    if (!administrator) return administrator.error();
    if (auto free = check_not_last_owner(transaction, *administrator); !free) return free;
    transaction.administrators().remove(id);
    record(transaction, environment_.clock.now(), actor, AuditAction::administrator_deleted, id);
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
  std::string keep_none;
  co_return co_await replace_password(std::move(actor), std::move(id), std::move(*hash),
                                      std::move(keep_none));
}

Task<Status> AdministratorService::replace_password(Actor actor, std::string id, std::string hash,
                                                    std::string kept_session_id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) {
    return store_password(transaction, environment_, actor, id, hash, kept_session_id);
  });
}

Task<Result<CreatedLink>> AdministratorService::reset(Actor actor, std::string id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<CreatedLink> {
    const auto administrator = find_in(transaction, id);
    if (!administrator) return administrator.error();
    if (auto taken = store_password(transaction, environment_, actor, id, "", ""); !taken)
      return taken.error();
    return make_link(transaction, environment_, *administrator);
  });
}

Task<Result<CreatedLink>> AdministratorService::create_link(Actor actor, std::string id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<CreatedLink> {
    const auto administrator = find_in(transaction, id);
    if (!administrator) return administrator.error();
    record(transaction, environment_.clock.now(), actor, AuditAction::administrator_link_created,
           id);
    return make_link(transaction, environment_, *administrator);
  });
}

/// Counts the try, and takes as long whatever `account` is.
Task<Result<PasswordCheck>> AdministratorService::check_password(const Administrator& account,
                                                                 const SecretString& password,
                                                                 const std::string& address) {
  const auto wait = failed_sign_ins_.begin(account.email, address);
  if (wait.count() > 0) co_return too_many_failures(wait);
  SecretString copy(password.expose());
  auto check = co_await passwords_.verify(std::move(copy), account.password_hash);
  if (!check) co_return check.error();
  if (!check->matches) co_return make_error(ErrorCode::kAuthErrSignInFailed);
  failed_sign_ins_.succeeded(account.email, address);
  co_return check;
}

Task<Result<SignedIn>> AdministratorService::sign_in(std::string email, SecretString password,
                                                     SignInOrigin origin) {
  const auto found = co_await find_by_email(email);
  if (!found && found.error().code != ErrorCode::kErrAdminNotFound) co_return found.error();
  Administrator account;
  account.email = normalize_email(email);
  if (found) account = *found;
  const auto check = co_await check_password(account, password, origin.address);
  if (!check) co_return check.error();
  const auto checked_hash = account.password_hash;
  if (check->needs_rehash) {
    // With the old hash the password works as well: no reason to refuse anybody.
    auto hash = co_await passwords_.hash(std::move(password));
    if (hash) account.password_hash = std::move(*hash);
  }
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<SignedIn> {
    auto now = transaction.administrators().find(account.id);
    // Removed, or given another password, while this one was being checked.
    if (!now || now->password_hash != checked_hash)
      return make_error(ErrorCode::kAuthErrSignInFailed);
    now->password_hash = account.password_hash;
    return begin_session(transaction, environment_, std::move(*now), origin);
  });
}

Task<Result<SignedIn>> AdministratorService::sign_in_by_link(SecretString link_token,
                                                             SignInOrigin origin) {
  const auto digest = crypto::sha256(link_token);
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<SignedIn> {
    const auto link = transaction.administrators().take_link(digest);
    if (!link || environment_.clock.now() >= link->expires_at)
      return make_error(ErrorCode::kAuthErrSignInLinkNotFound);
    auto administrator = find_in(transaction, link->administrator_id);
    if (!administrator) return administrator.error();
    return begin_session(transaction, environment_, std::move(*administrator), origin);
  });
}

Task<Result<AdminCaller>> AdministratorService::authenticate(SecretString token,
                                                             std::string address) {
  const auto digest = crypto::sha256(token);
  const auto now = environment_.clock.now();
  auto caller =
      co_await environment_.store.read([&](Transaction& transaction) -> Result<AdminCaller> {
        auto session = transaction.administrators().find_session(digest);
        if (!session || !is_live(*session, now)) return session_not_found();
        auto administrator = find_in(transaction, session->administrator_id);
        if (!administrator) return administrator.error();
        return AdminCaller{std::move(*administrator), std::move(*session), csrf_token_of(token)};
      });
  if (!caller || now - caller->session.last_used_at < kAdminUseNotedEvery) co_return caller;
  auto& session = caller->session;
  session.last_used_at = now;
  session.last_ip = std::move(address);
  const Status noted = co_await environment_.store.write([&](Transaction& transaction) -> Status {
    transaction.administrators().touch_session(session);
    return {};
  });
  if (!noted) co_return noted.error();
  co_return caller;
}

Task<Status> AdministratorService::sign_out(Actor actor, AdminSession session) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto& id = session.administrator_id;
    if (transaction.administrators().remove_session(id, session.id))
      record(transaction, environment_.clock.now(), actor, AuditAction::administrator_signed_out,
             id, {{"sessionId", session.id}});
    return {};
  });
}

Task<Status> AdministratorService::sign_out_everywhere(Actor actor, std::string administrator_id,
                                                       std::string except_id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    transaction.administrators().remove_sessions(administrator_id, except_id);
    record(transaction, environment_.clock.now(), actor, AuditAction::administrator_signed_out,
           administrator_id, {{"everywhere", true}});
    return {};
  });
}

Task<Result<std::vector<AdminSession>>> AdministratorService::list_sessions(
    std::string administrator_id) {
  auto sessions = co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<std::vector<AdminSession>> {
        return transaction.administrators().list_sessions(administrator_id);
      });
  const auto now = environment_.clock.now();
  if (sessions)
    std::erase_if(*sessions, [&](const AdminSession& session) { return !is_live(session, now); });
  co_return sessions;
}

Task<Status> AdministratorService::end_session(Actor actor, std::string administrator_id,
                                               std::string session_id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    if (!transaction.administrators().remove_session(administrator_id, session_id))
      return make_error(ErrorCode::kErrAdminSessionNotFound);
    record(transaction, environment_.clock.now(), actor, AuditAction::administrator_signed_out,
           administrator_id, {{"sessionId", session_id}});
    return {};
  });
}

Task<Status> AdministratorService::change_own_password(Actor actor, AdminSession session,
                                                       SecretString current,
                                                       SecretString password) {
  const auto administrator = co_await find(session.administrator_id);
  if (!administrator) co_return session_not_found();
  if (auto valid = validate_password("password", password, *administrator); !valid) co_return valid;
  if (!administrator->password_hash.empty()) {
    const auto check = co_await check_password(*administrator, current, session.last_ip);
    if (!check) co_return check.error();
  }
  auto hash = co_await passwords_.hash(std::move(password));
  if (!hash) co_return hash.error();
  co_return co_await replace_password(std::move(actor), session.administrator_id, std::move(*hash),
                                      session.id);
}

SecretString AdministratorService::generate_password() {
  constexpr std::size_t kLength = 20;
  return SecretString(crypto::random_base62(environment_.random, kLength));
}

Task<Status> AdministratorService::purge() {
  const auto now = environment_.clock.now();
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    transaction.administrators().purge(now - kAdminIdleTimeout, now);
    return {};
  });
}

}  // namespace parley::core
