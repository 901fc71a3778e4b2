#include "core/session/service.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "core/field_checks.hpp"
#include "crypto/token_format.hpp"

namespace parley::core {
namespace {

constexpr std::uint32_t kPurgedAtOnce = 1000;

// Few, so that storing many uses, or ending the sessions of an app, delays other writes by only a
// millisecond or two.
constexpr std::size_t kFlushedAtOnce = 200;
constexpr std::uint32_t kEndedAtOnce = 200;
constexpr std::size_t kCheckedAtOnce = 1000;

constexpr std::size_t kMostUnwritten = 50'000;

Error token_not_found() { return make_error(ErrorCode::kAuthErrAuthTokenNotFound); }

// How often the use of a session is stored: rarely enough to be cheap, often enough that a crash
// does not shorten an idle timeout much.
Time::duration note_interval(const Session& session) {
  const Time::duration minute = std::chrono::minutes{1};
  if (session.idle_timeout.count() == 0) return minute;
  return std::min(minute, Time::duration{session.idle_timeout} / 4);
}

// A cutoff is given in seconds, so it cannot tell whether a login within the current second came
// before or after it. Then the order of the calls decides: the cutoff covers all logins so far.
bool covers_all_so_far(Time issued_before, Time now) {
  return issued_before >= std::chrono::floor<std::chrono::seconds>(now);
}

bool is_live(const CachedSession& session, Time now) {
  return state_of(session.session(), session.last_used_at(), now) == SessionState::live;
}

// The audit log distinguishes users who end their own sessions from others who end them.
AuditAction ending_by(const Actor& actor, AuditAction by_others) {
  return actor.kind == ActorKind::user ? AuditAction::session_ended : by_others;
}

// The session of this user with the given id or token, live or not.
Result<Session> find_stored(Transaction& transaction, std::string_view app_id, std::string_view uid,
                            std::string_view id_or_token,
                            Error (*unknown_user)(std::string_view uid) = unknown_uid) {
  if (!transaction.users().has_active(app_id, uid)) return unknown_user(uid);
  auto& sessions = transaction.sessions();
  auto found = crypto::uid_of_auth_token(id_or_token)
                   ? sessions.find_by_digest(crypto::sha256(id_or_token))
                   : sessions.find(app_id, uid, id_or_token);
  if (!found || found->app_id != app_id || found->uid != uid)
    return make_error(ErrorCode::kErrAuthTokenNotFound);
  return std::move(*found);
}

Result<Session> find_live(Transaction& transaction, std::string_view app_id, std::string_view uid,
                          std::string_view id_or_token, Time now) {
  auto found = find_stored(transaction, app_id, uid, id_or_token);
  if (found && state_of(*found, found->last_used_at, now) != SessionState::live)
    return make_error(ErrorCode::kErrAuthTokenNotFound);
  return found;
}

}  // namespace

SessionService::SessionService(Environment environment, std::size_t cache_capacity)
    : environment_(environment), cache_(environment.bus, cache_capacity), uses_(kMostUnwritten) {}

void SessionService::record(Transaction& transaction, const Actor& actor, std::string_view app_id,
                            std::string_view uid, AuditAction action,
                            const json::object& details) const {
  transaction.audit().append(
      audit_event(app_id, environment_.clock.now(), actor, action, uid, details));
}

Task<Result<IssuedSession>> SessionService::log_in(Actor actor, std::shared_ptr<const App> app,
                                                   std::string uid, SessionRequest request) {
  if (auto valid = validate(request); !valid) co_return valid.error();
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<IssuedSession> {
        const auto deactivated_at = transaction.users().deactivated_at(app->id, uid);
        if (!deactivated_at) return unknown_uid(uid);
        if (*deactivated_at != kNever)
          return make_error(ErrorCode::kErrUserDeactivated, {{"uid", uid}});
        return begin_session(transaction, environment_, actor, *app, uid, request);
      });
}

Task<Result<SessionPtr>> SessionService::authenticate(std::string token, std::string ip) {
  auto session = co_await inspect(std::move(token));
  if (session) note_use(*session, ip, environment_.clock.now());
  co_return session;
}

SessionPtr SessionService::authenticate_in_memory(std::string_view token, std::string_view ip) {
  if (!crypto::uid_of_auth_token(token)) return nullptr;
  auto session = cache_.find(crypto::sha256(token));
  const auto now = environment_.clock.now();
  if (!session || !is_live(*session, now)) return nullptr;
  note_use(session, ip, now);
  return session;
}

Task<Result<SessionPtr>> SessionService::inspect(std::string token) {
  const auto uid = crypto::uid_of_auth_token(token);
  if (!uid) co_return token_not_found();
  const auto digest = crypto::sha256(token);
  if (auto session = live_in_memory(digest)) co_return session;
  co_return co_await load_live(digest);
}

Task<Result<SessionPtr>> SessionService::inspect_by_id(std::string app_id, std::string uid,
                                                       std::string id) {
  const auto digest =
      co_await environment_.store.read([&](Transaction& transaction) -> Result<crypto::Sha256> {
        const auto session = transaction.sessions().find(app_id, uid, id);
        if (!session) return token_not_found();
        return session->digest;
      });
  if (!digest) co_return digest.error();
  if (auto session = live_in_memory(*digest)) co_return session;
  co_return co_await load_live(*digest);
}

Task<Result<SessionPtr>> SessionService::refresh(SessionPtr session) {
  const auto& digest = session->session().digest;
  if (auto current = live_in_memory(digest)) co_return current;
  co_return co_await load_live(digest);
}

/// Returns the session if memory shows that it is live, otherwise nullptr. Memory never shows that
/// a session was idle for too long: another process may have stored a later use.
SessionPtr SessionService::live_in_memory(const crypto::Sha256& digest) {
  auto session = cache_.find(digest);
  return session && is_live(*session, environment_.clock.now()) ? session : nullptr;
}

Task<Result<SessionPtr>> SessionService::load_live(const crypto::Sha256& digest) {
  auto loaded = co_await load(digest);
  if (!loaded) co_return loaded.error();
  if (!is_live(**loaded, environment_.clock.now()))
    co_return make_error(ErrorCode::kAuthErrAuthTokenExpired);
  co_return loaded;
}

Task<Result<SessionPtr>> SessionService::load(const crypto::Sha256& digest) {
  const auto as_of = environment_.bus.now();
  co_return co_await environment_.store.read([&](Transaction& transaction) -> Result<SessionPtr> {
    auto session = transaction.sessions().find_by_digest(digest);
    if (!session) return token_not_found();
    const auto app_epoch = transaction.apps().epoch_of(session->app_id);
    if (!app_epoch) return token_not_found();
    auto user = transaction.users().find(session->app_id, session->uid);
    if (!user || !user->is_active()) return token_not_found();
    return cache_.insert(std::move(*session), *app_epoch, std::move(*user), as_of,
                         environment_.clock.now());
  });
}

Task<Result<std::vector<SessionPtr>>> SessionService::find_ended(std::vector<SessionPtr> sessions) {
  std::vector<SessionPtr> ended;
  for (std::span<const SessionPtr> remaining = sessions; !remaining.empty();) {
    const auto batch = remaining.first(std::min(remaining.size(), kCheckedAtOnce));
    auto found = co_await environment_.store.read(
        [&](Transaction& transaction) -> Result<std::vector<SessionPtr>> {
          std::vector<SessionPtr> missing;
          std::ranges::copy_if(batch, std::back_inserter(missing), [&](const SessionPtr& session) {
            return !transaction.sessions().find_by_digest(session->session().digest) ||
                   transaction.apps().epoch_of(session->session().app_id) != session->app_epoch();
          });
          return missing;
        });
    if (!found) co_return found.error();
    std::ranges::move(*found, std::back_inserter(ended));
    remaining = remaining.subspan(batch.size());
  }
  co_return ended;
}

void SessionService::use(SessionPtr& session, std::string_view ip) {
  if (auto current = cache_.find(session->session().digest)) session = std::move(current);
  note_use(session, ip, environment_.clock.now());
}

void SessionService::note_use(const SessionPtr& session, std::string_view ip, Time now) {
  if (!session->use(now, note_interval(session->session()))) return;
  uses_.add({session, std::string(ip)});
}

Task<Status> SessionService::flush_activity() {
  Unwritten<Use>::Taken uses(uses_);
  // Write neighbouring rows one after the other.
  std::ranges::sort(uses.all(), {}, [](const Use& use) {
    const auto& session = use.session->session();
    return std::tie(session.app_id, session.uid);
  });
  while (!uses.empty()) {
    const auto batch = uses.next(kFlushedAtOnce);
    const Status written =
        co_await environment_.store.write([&](Transaction& transaction) -> Status {
          const auto now = environment_.clock.now();
          std::vector<SessionUse> all;
          all.reserve(batch.size());
          // A use in the future was recorded before the clock was set back.
          for (const auto& [live, ip] : batch) {
            mark_used(transaction, live->session(), ip);
            all.push_back({live->session(), std::min(live->last_used_at(), now), ip});
          }
          transaction.sessions().touch(all, now);
          return {};
        });
    if (written) continue;
    uses.not_written();
    co_return written;
  }
  co_return Status{};
}

Task<Result<DeviceSession>> SessionService::record_device(SessionPtr session, Device device,
                                                          std::string ip) {
  if (auto valid = validate(device); !valid) co_return valid.error();
  auto started = session->session();
  started.last_ip = std::move(ip);
  started.device = std::move(device);
  auto as_of = environment_.bus.now();
  auto user = co_await environment_.store.write([&](Transaction& transaction) -> Result<User> {
    started.last_used_at = environment_.clock.now();
    if (!transaction.sessions().update(started)) return token_not_found();
    auto& users = transaction.users();
    users.touch(started.app_id, started.uid, started.last_used_at);
    auto found = users.find(started.app_id, started.uid);
    if (!found || !found->is_active()) return token_not_found();
    mark_used(transaction, started, started.last_ip);
    as_of.event = transaction.events().append(
        {.kind = EventKind::user_active, .app_id = started.app_id, .uid = started.uid});
    return std::move(*found);
  });
  if (!user) co_return user.error();
  started.used = true;
  auto live = cache_.insert(std::move(started), session->app_epoch(), *user, as_of,
                            environment_.clock.now());
  co_return DeviceSession{std::move(live), std::move(*user)};
}

Task<Status> SessionService::logout(Actor actor, SessionPtr session) {
  const auto& key = session->session();
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    if (!transaction.sessions().remove(key)) return token_not_found();
    append_ended(transaction, {&key, 1}, EndReason::logout);
    record(transaction, actor, key.app_id, key.uid, AuditAction::session_ended,
           {{"sessionId", key.id}});
    return {};
  });
}

Task<Result<SessionPage>> SessionService::list(std::string app_id, std::string uid,
                                               std::uint32_t per_page, std::uint32_t page) {
  co_return co_await environment_.store.walk(
      [&](Transaction& transaction, WalkPermit permit) -> Result<SessionPage> {
        if (!transaction.users().has_active(app_id, uid)) return unknown_uid(uid);
        return transaction.sessions().list_live(permit, app_id, uid, environment_.clock.now(),
                                                per_page, page);
      });
}

Task<Result<Session>> SessionService::find(std::string app_id, std::string uid,
                                           std::string id_or_token) {
  co_return co_await environment_.store.read([&](Transaction& transaction) -> Result<Session> {
    return find_live(transaction, app_id, uid, id_or_token, environment_.clock.now());
  });
}

Task<Result<Session>> SessionService::update_device(Actor actor, std::string app_id,
                                                    std::string uid, std::string id_or_token,
                                                    DeviceChange change) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<Session> {
    auto session = find_live(transaction, app_id, uid, id_or_token, environment_.clock.now());
    if (!session) return session;
    if (auto same = check_fixed_fields(*session, change); !same) return same.error();
    const auto before = *session;
    session->device = apply(std::move(session->device), change);
    const auto changes = changed_fields(before, *session);
    if (auto valid = of_changed_fields(validate(session->device), changes); !valid)
      return valid.error();
    transaction.sessions().update(*session);
    transaction.events().append({.kind = EventKind::user_active, .app_id = app_id, .uid = uid});
    record(transaction, actor, app_id, uid, AuditAction::auth_token_updated, changes);
    return session;
  });
}

Task<Status> SessionService::end(Actor actor, std::string app_id, std::string uid,
                                 std::string id_or_token) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    const auto session = find_stored(transaction, app_id, uid, id_or_token, unknown_uid_to_delete);
    if (!session) return session.error();
    transaction.sessions().remove(*session);
    append_ended(transaction, {&*session, 1}, EndReason::revoked);
    record(transaction, actor, app_id, uid, ending_by(actor, AuditAction::auth_token_deleted),
           {{"sessionId", session->id}});
    return {};
  });
}

Task<Result<std::size_t>> SessionService::end_all(Actor actor, std::string app_id, std::string uid,
                                                  Time issued_before, std::string except_id) {
  // The first step covers all sessions there are; later steps cover none that was issued meanwhile.
  const bool all = covers_all_so_far(issued_before, environment_.clock.now());
  IssuedBefore covered{all ? kEndOfTime : issued_before};
  std::size_t count = 0;
  for (bool is_first = true;; is_first = false) {
    IssuedBefore covered_later = covered;
    const auto ended =
        co_await environment_.store.write([&](Transaction& transaction) -> Result<std::size_t> {
          if (!transaction.users().has_active(app_id, uid)) return unknown_uid_to_delete(uid);
          if (is_first && all)
            covered_later = {environment_.clock.now(), transaction.sessions().newest_number()};
          const auto sessions = transaction.sessions().remove_some(app_id, uid, covered, except_id,
                                                                   kSessionsEndedAtOnce);
          append_ended(transaction, sessions, EndReason::revoked);
          record(transaction, actor, app_id, uid,
                 ending_by(actor, AuditAction::auth_tokens_flushed),
                 {{"sessions", sessions.size()}});
          return sessions.size();
        });
    if (!ended) co_return ended.error();
    count += *ended;
    if (*ended < kSessionsEndedAtOnce) co_return count;
    covered = covered_later;
  }
}

/// Records in the audit log that a flush begins. Returns which sessions it covers: none that is
/// issued later.
Task<Result<IssuedBefore>> SessionService::record_flush(Actor actor, std::string app_id,
                                                        Time issued_before) {
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<IssuedBefore> {
        const auto now = environment_.clock.now();
        transaction.audit().append(audit_event(app_id, now, actor,
                                               AuditAction::app_auth_tokens_flushed, app_id,
                                               {{"issuedBefore", to_unix_seconds(issued_before)}}));
        if (!covers_all_so_far(issued_before, now)) return IssuedBefore{issued_before, 0};
        return IssuedBefore{now, transaction.sessions().newest_number()};
      });
}

/// Ends the sessions. Returns how many had not ended already.
Task<Result<std::size_t>> SessionService::revoke(const std::vector<Session>& sessions) {
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<std::size_t> {
    const auto removed = transaction.sessions().remove(sessions);
    append_ended(transaction, removed, EndReason::revoked);
    return removed.size();
  });
}

Task<Result<std::uint64_t>> SessionService::end_all_of_app(Actor actor, std::string app_id,
                                                           Time issued_before) {
  const auto covered = co_await record_flush(std::move(actor), app_id, issued_before);
  if (!covered) co_return covered.error();
  std::uint64_t count = 0;
  std::string next_uid;
  do {
    const auto found = co_await environment_.store.read(
        [&](Transaction& transaction) -> Result<SessionsOfSomeUsers> {
          return transaction.sessions().list_issued_before(app_id, next_uid, *covered,
                                                           kEndedAtOnce);
        });
    if (!found) co_return found.error();
    if (!found->sessions.empty()) {
      const auto ended = co_await revoke(found->sessions);
      if (!ended) co_return ended.error();
      count += *ended;
    }
    next_uid = found->next_uid;
  } while (!next_uid.empty());
  co_return count;
}

Task<Result<bool>> SessionService::purge() {
  const auto cutoff = environment_.clock.now() - kExpiredSessionsKept;
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<bool> {
    return transaction.sessions().purge_ended(cutoff, kPurgedAtOnce) == kPurgedAtOnce;
  });
}

}  // namespace parley::core
