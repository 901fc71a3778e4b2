#include "core/user/service.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "core/field_checks.hpp"

namespace parley::core {
namespace {

// Users per transaction in calls with any number of users. Few, so that they delay other writes by
// only a few milliseconds.
constexpr std::size_t kUsersAtOnce = 100;

Error unknown_role_of_user() { return bad_request("role", "does not exist"); }

Status insert(Transaction& transaction, const std::string& app_id, const User& user) {
  if (auto valid = validate(user); !valid) return valid;
  if (!transaction.roles().has(app_id, user.role)) return unknown_role_of_user();
  if (!transaction.users().insert(app_id, user))
    return make_error(ErrorCode::kErrUidAlreadyExists, {{"uid", user.uid}});
  transaction.events().append({.kind = EventKind::user_changed, .app_id = app_id, .uid = user.uid});
  return {};
}

// `user`: as it is after the change.
void record(Transaction& transaction, const Actor& actor, std::string_view app_id,
            AuditAction action, const User& user, const json::object& details = {}) {
  transaction.audit().append(
      audit_event(app_id, user.updated_at, actor, action, user.uid, details));
}

bool may_list_friends_only(Transaction& transaction, std::string_view app_id,
                           std::string_view role) {
  if (role.empty()) return false;
  auto found = transaction.roles().find(app_id, role);
  if (!found) found = transaction.roles().find(app_id, kDefaultRole);  // The role is being removed.
  return found && found->settings.list_users == Audience::friends_only;
}

void append(Transaction& transaction, EventKind kind, const std::string& app_id,
            const std::string& uid) {
  transaction.events().append({.kind = kind, .app_id = app_id, .uid = uid});
}

User completed(User draft, Time now) {
  if (draft.role.empty()) draft.role = kDefaultRole;
  if (draft.created_at == kNever) draft.created_at = now;
  draft.updated_at = now;
  draft.tags = without_duplicates(std::move(draft.tags));
  return draft;
}

}  // namespace

Task<Result<CreatedUser>> UserService::create(Actor actor, std::shared_ptr<const App> app,
                                              User draft, std::optional<SessionRequest> session) {
  const auto user = completed(std::move(draft), environment_.clock.now());
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<CreatedUser> {
    if (auto inserted = insert(transaction, app->id, user); !inserted) return inserted.error();
    record(transaction, actor, app->id, AuditAction::user_created, user);
    CreatedUser result{user, std::nullopt};
    if (session)
      result.session = begin_session(transaction, environment_, actor, *app, user.uid, *session);
    return result;
  });
}

Task<Result<std::vector<Imported>>> UserService::import(Actor actor, std::shared_ptr<const App> app,
                                                        std::vector<User> drafts, ImportMode mode) {
  const auto insert_all = [&, now = environment_.clock.now()](
                              Transaction& transaction) -> Result<std::vector<Imported>> {
    std::vector<Imported> all;
    for (const auto& draft : drafts) {
      auto user = completed(draft, now);
      auto inserted = validate_times(user, now);
      if (inserted) inserted = insert(transaction, app->id, user);
      if (inserted) record(transaction, actor, app->id, AuditAction::user_imported, user);
      all.push_back(
          {user.uid, inserted ? Result<User>(std::move(user)) : Result<User>(inserted.error())});
    }
    return all;
  };
  if (mode == ImportMode::rehearse) co_return co_await environment_.store.rehearse(insert_all);
  co_return co_await environment_.store.write(insert_all);
}

Task<Result<User>> UserService::find(std::string app_id, std::string uid) {
  co_return co_await environment_.store.read([&](Transaction& transaction) -> Result<User> {
    auto user = transaction.users().find(app_id, uid);
    if (!user || !user->is_active()) return unknown_uid(uid);
    return std::move(*user);
  });
}

Task<Result<UserForViewer>> UserService::find_for(std::string app_id, std::string uid,
                                                  std::string viewer) {
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<UserForViewer> {
        auto user = transaction.users().find(app_id, uid);
        if (!user || !user->is_active()) return unknown_uid(uid);
        return for_viewer(transaction, app_id, viewer, std::move(*user));
      });
}

Task<Result<std::vector<User>>> UserService::newest(std::string app_id, std::uint32_t limit) {
  co_return co_await environment_.store.read(
      [&](Transaction& transaction) -> Result<std::vector<User>> {
        return transaction.users().newest(app_id, limit);
      });
}

Task<Result<PageForViewer>> UserService::list(std::string app_id, UserQuery query,
                                              std::string role) {
  co_return co_await environment_.store.read_list(
      [&](Transaction& transaction, ListPermit permit) -> Result<PageForViewer> {
        if (may_list_friends_only(transaction, app_id, role))
          query.relation_filter = RelationFilter::friends;
        return for_viewer(transaction, app_id, query.viewer,
                          transaction.users().list(permit, app_id, query));
      });
}

Task<Result<PageForViewer>> UserService::list_related(std::string app_id, UserQuery query) {
  co_return co_await environment_.store.read_list(
      [&](Transaction& transaction, ListPermit permit) -> Result<PageForViewer> {
        if (!transaction.users().has_active(app_id, query.viewer)) return unknown_uid(query.viewer);
        return for_viewer(transaction, app_id, query.viewer,
                          transaction.users().list(permit, app_id, query));
      });
}

Task<Result<UserForViewer>> UserService::update(Actor actor, std::string app_id, std::string uid,
                                                UserChange change, std::string viewer) {
  co_return co_await environment_.store.write(
      [&](Transaction& transaction) -> Result<UserForViewer> {
        const auto before = transaction.users().find(app_id, uid);
        if (!before || !before->is_active()) return unknown_uid(uid);
        auto user = apply(*before, change);
        user.updated_at = environment_.clock.now();
        const auto changes = changed_fields(*before, user);
        if (auto valid = of_changed_fields(validate(user), changes); !valid) return valid.error();
        if (auto few = validate_tag_count(user); !few) return few.error();
        if (!transaction.roles().has(app_id, user.role)) {
          if (change.role) return unknown_role_of_user();
          user.role = kDefaultRole;  // The role is being removed, and the user was not moved yet.
        }
        transaction.users().update(app_id, user);
        record(transaction, actor, app_id, AuditAction::user_updated, user, changes);
        transaction.events().append({.kind = EventKind::user_changed,
                                     .app_id = app_id,
                                     .uid = uid,
                                     .role_changed = user.role != before->role});
        return for_viewer(transaction, app_id, viewer, std::move(user));
      });
}

/// One transaction of deactivate(): as many of the users from `first` on as it may change.
UserService::Deactivated UserService::deactivate_some(Transaction& transaction, const Actor& actor,
                                                      const std::string& app_id,
                                                      const std::vector<std::string>& uids,
                                                      std::size_t first) const {
  Deactivated done{.next = first};
  std::size_t ended = 0;
  for (; done.next < std::min(uids.size(), first + kUsersAtOnce); ++done.next) {
    const auto& uid = uids[done.next];
    auto user = transaction.users().find(app_id, uid);
    if (!user || !user->is_active()) continue;
    const auto most = static_cast<std::uint32_t>(kSessionsEndedAtOnce - ended);
    const auto sessions = transaction.sessions().remove_some(app_id, uid, {kEndOfTime}, {}, most);
    append_ended(transaction, sessions, EndReason::deactivated);
    const auto count = sessions.size();
    ended += count;
    if (count == most) {  // There may be more. The user is deactivated with the last one.
      record_ended(transaction, actor, app_id, uid, count);
      return done;
    }
    user->deactivated_at = user->updated_at = environment_.clock.now();
    transaction.users().set_deactivated_at(app_id, uid, user->deactivated_at, user->updated_at);
    append(transaction, EventKind::user_deactivated, app_id, uid);
    record(transaction, actor, app_id, AuditAction::user_deactivated, *user, {{"sessions", count}});
    done.uids.push_back(uid);
  }
  return done;
}

Task<Result<std::vector<std::string>>> UserService::deactivate(Actor actor, std::string app_id,
                                                               std::vector<std::string> uids) {
  std::vector<std::string> all;
  for (std::size_t next = 0; next < uids.size();) {
    auto some =
        co_await environment_.store.write([&](Transaction& transaction) -> Result<Deactivated> {
          return deactivate_some(transaction, actor, app_id, uids, next);
        });
    if (!some) co_return some.error();
    std::move(some->uids.begin(), some->uids.end(), std::back_inserter(all));
    next = some->next;
  }
  co_return all;
}

Task<Result<Activation>> UserService::activate(Actor actor, std::string app_id,
                                               std::vector<std::string> uids) {
  Activation all;
  for (std::span<const std::string> left = uids; !left.empty();) {
    const auto some = left.first(std::min(left.size(), kUsersAtOnce));
    auto activation =
        co_await environment_.store.write([&](Transaction& transaction) -> Result<Activation> {
          Activation done;
          for (const auto& uid : some) {
            auto user = transaction.users().find(app_id, uid);
            if (!user || user->is_active()) {
              done.unchanged.push_back(uid);
              continue;
            }
            user->updated_at = environment_.clock.now();
            transaction.users().set_deactivated_at(app_id, uid, kNever, user->updated_at);
            append(transaction, EventKind::user_changed, app_id, uid);
            record(transaction, actor, app_id, AuditAction::user_reactivated, *user);
            done.activated.push_back(uid);
          }
          return done;
        });
    if (!activation) co_return activation;
    std::ranges::move(activation->activated, std::back_inserter(all.activated));
    std::ranges::move(activation->unchanged, std::back_inserter(all.unchanged));
    left = left.subspan(some.size());
  }
  co_return all;
}

Task<Status> UserService::remove(Actor actor, std::string app_id, std::string uid) {
  for (bool removed = false; !removed;) {
    const auto done =
        co_await environment_.store.write([&](Transaction& transaction) -> Result<bool> {
          auto user = transaction.users().find(app_id, uid);
          if (!user) return unknown_uid_to_delete(uid);
          const auto ended = transaction.sessions().remove_some(app_id, uid, {kEndOfTime}, {},
                                                                kSessionsEndedAtOnce);
          append_ended(transaction, ended, EndReason::deleted);
          const bool has_more =
              ended.size() == kSessionsEndedAtOnce ||
              transaction.relations().remove_some(app_id, uid, kRelationsRemovedAtOnce) ==
                  kRelationsRemovedAtOnce;
          if (has_more) {  // The user is removed with the last ones.
            hide(transaction, app_id, *user);
            record_ended(transaction, actor, app_id, uid, ended.size());
            return false;
          }
          transaction.users().remove(app_id, uid);
          append(transaction, EventKind::user_removed, app_id, uid);
          transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                                 AuditAction::user_deleted, uid,
                                                 {{"sessions", ended.size()}}));
          return true;
        });
    if (!done) co_return done.error();
    removed = *done;
  }
  co_return Status{};
}

/// Deactivates the user, so that nobody sees it after its blocks have been removed.
void UserService::hide(Transaction& transaction, const std::string& app_id,
                       const User& user) const {
  if (!user.is_active()) return;
  const auto now = environment_.clock.now();
  transaction.users().set_deactivated_at(app_id, user.uid, now, now);
  append(transaction, EventKind::user_deactivated, app_id, user.uid);
}

void UserService::record_ended(Transaction& transaction, const Actor& actor,
                               const std::string& app_id, const std::string& uid,
                               std::size_t sessions) const {
  transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                         AuditAction::auth_tokens_flushed, uid,
                                         {{"sessions", sessions}}));
}

}  // namespace parley::core
