#include "core/administrator/session_service.hpp"

#include <utility>

#include "base/client_network.hpp"
#include "base/limit.hpp"
#include "core/administrator/in_transaction.hpp"

namespace parley::core {
namespace {

Error session_not_found() { return make_error(ErrorCode::kAuthErrAdminSessionNotFound); }

}  // namespace

AdminSessionService::AdminSessionService(Environment environment, PasswordHasher& passwords)
    : environment_(environment),
      passwords_(passwords),
      failed_sign_ins_(environment.steady_clock) {}

/// Counts the attempt. Takes the same time for every `account`. The views in `attempt` must stay
/// valid until this completes.
Task<Result<PasswordCheck>> AdminSessionService::check_password(const Administrator& account,
                                                                const SecretString& password,
                                                                SignInTry attempt) {
  const auto wait = failed_sign_ins_.begin(attempt);
  if (wait.count() > 0) co_return too_many_requests(Limit::failed_sign_ins, wait);
  SecretString copy(password.expose());
  auto check =
      co_await passwords_.verify(std::move(copy), account.password_hash,
                                 attempt.is_known ? HashedFor::administrator : HashedFor::stranger);
  if (!check) {
    failed_sign_ins_.withdraw(attempt);
    co_return check.error();
  }
  if (!check->matches) co_return make_error(ErrorCode::kAuthErrSignInFailed);
  failed_sign_ins_.succeeded(attempt);
  co_return check;
}

Task<Result<SignedIn>> AdminSessionService::sign_in(std::string email, SecretString password,
                                                    SignInOrigin origin) {
  Administrator account;
  account.email = normalize_email(email);
  const auto network = client_network(origin.address);
  const auto since = environment_.clock.now() - kKnownAddressesKept;
  bool is_known = false;
  const Status looked_up =
      co_await environment_.store.read([&](Transaction& transaction) -> Status {
        auto found = transaction.administrators().find_by_email(account.email);
        if (found) account = std::move(*found);
        // Asked even if nobody has this email, so that both cases take as long.
        is_known = transaction.administrators().knows_address(account.id, network, since);
        return {};
      });
  if (!looked_up) co_return looked_up.error();
  const auto check =
      co_await check_password(account, password, {account.email, origin.address, is_known});
  if (!check) co_return check.error();
  const auto checked_hash = account.password_hash;
  if (check->needs_rehash) {
    // Without a new hash the old one keeps working, so a failure here is not a reason to refuse.
    auto hash = co_await passwords_.hash(std::move(password));
    if (hash) account.password_hash = std::move(*hash);
  }
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<SignedIn> {
    auto now = transaction.administrators().find(account.id);
    // The administrator was removed, or got another password, during the check.
    if (!now || now->password_hash != checked_hash)
      return make_error(ErrorCode::kAuthErrSignInFailed);
    now->password_hash = account.password_hash;
    return begin_session(transaction, environment_, std::move(*now), origin);
  });
}

Task<Result<SignedIn>> AdminSessionService::sign_in_by_link(SecretString link_token,
                                                            SignInOrigin origin) {
  if (!is_sign_in_link_token(link_token))
    co_return make_error(ErrorCode::kAuthErrSignInLinkNotFound);
  const auto digest = crypto::sha256(link_token);
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<SignedIn> {
    const auto link = transaction.administrators().take_link(digest);
    if (!link || environment_.clock.now() >= link->expires_at)
      return make_error(ErrorCode::kAuthErrSignInLinkNotFound);
    auto administrator = find_administrator(transaction, link->administrator_id);
    if (!administrator) return administrator.error();
    return begin_session(transaction, environment_, std::move(*administrator), origin);
  });
}

Task<Result<AdminCaller>> AdminSessionService::authenticate(SecretString token,
                                                            std::string address) {
  if (!is_admin_session_token(token)) co_return session_not_found();
  const auto digest = crypto::sha256(token);
  const auto now = environment_.clock.now();
  auto caller =
      co_await environment_.store.read([&](Transaction& transaction) -> Result<AdminCaller> {
        auto session = transaction.administrators().find_session(digest);
        if (!session || !is_live(*session, now)) return session_not_found();
        auto administrator = find_administrator(transaction, session->administrator_id);
        if (!administrator) return administrator.error();
        return AdminCaller{std::move(*administrator), std::move(*session), csrf_token_of(token)};
      });
  if (!caller || now - caller->session.last_used_at < kAdminUseNotedEvery) co_return caller;
  auto& session = caller->session;
  session.last_used_at = now;
  session.last_ip = std::move(address);
  // Best effort: while nothing can be written, the dashboard can still be read.
  static_cast<void>(co_await environment_.store.write([&](Transaction& transaction) -> Status {
    transaction.administrators().touch_session(session);
    return {};
  }));
  co_return caller;
}

Task<Status> AdminSessionService::sign_out(Actor actor, AdminSession session) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto& id = session.administrator_id;
    if (transaction.administrators().remove_session(id, session.id))
      record_in_server_log(transaction, environment_.clock.now(), actor,
                           AuditAction::administrator_signed_out, id, {{"sessionId", session.id}});
    return {};
  });
}

Task<Status> AdminSessionService::sign_out_everywhere(Actor actor, std::string administrator_id,
                                                      std::string except_id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    transaction.administrators().remove_sessions(administrator_id, except_id);
    record_in_server_log(transaction, environment_.clock.now(), actor,
                         AuditAction::administrator_signed_out, administrator_id,
                         {{"everywhere", true}});
    return {};
  });
}

Task<Result<std::vector<AdminSession>>> AdminSessionService::list_sessions(
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

Task<Status> AdminSessionService::end_session(Actor actor, std::string administrator_id,
                                              std::string session_id) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    if (!transaction.administrators().remove_session(administrator_id, session_id))
      return make_error(ErrorCode::kErrAdminSessionNotFound);
    record_in_server_log(transaction, environment_.clock.now(), actor,
                         AuditAction::administrator_signed_out, administrator_id,
                         {{"sessionId", session_id}});
    return {};
  });
}

Task<Status> AdminSessionService::change_own_password(Actor actor, AdminSession session,
                                                      SecretString current, SecretString password) {
  const auto administrator = co_await environment_.store.read([&](Transaction& transaction) {
    return find_administrator(transaction, session.administrator_id);
  });
  if (!administrator) {
    const bool was_removed = administrator.error().code == ErrorCode::kErrAdminNotFound;
    co_return was_removed ? session_not_found() : administrator.error();
  }
  if (auto valid = validate_password("password", password, *administrator); !valid) co_return valid;
  if (!administrator->password_hash.empty()) {
    // The holder of a session is not a stranger, whatever their address.
    const auto check = co_await check_password(*administrator, current,
                                               {administrator->email, session.last_ip, true});
    if (!check) co_return check.error();
  }
  auto hash = co_await passwords_.hash(std::move(password));
  if (!hash) co_return hash.error();
  co_return co_await environment_.store.write([&](Transaction& transaction) {
    return store_password(transaction, environment_, actor, session.administrator_id, *hash,
                          session.id);
  });
}

Task<Status> AdminSessionService::purge() {
  const auto now = environment_.clock.now();
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    transaction.administrators().purge(now - kAdminIdleTimeout, now - kKnownAddressesKept, now);
    return {};
  });
}

}  // namespace parley::core
