#include "core/user/service.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "core/field_checks.hpp"

namespace parley::core {
namespace {

// Users per transaction in calls with any number of users. Few, so that they delay other writes by
// only a few milliseconds.
constexpr std::size_t kUsersAtOnce = 100;

/// While the app of the actor is being removed, its roles are gone before its users.
Error unknown_role_of_user(Transaction& transaction, const Actor& actor,
                           const std::string& app_id) {
  if (actor.app_epoch != 0 && !transaction.apps().epoch_of(app_id)) throw StaleActor(actor.kind);
  return bad_request("role", "does not exist");
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

/// A user to be stored, and the result: first that of the checks, then that of insert().
struct Draft {
  User user;
  Status status;
};

/// Stores the users that passed the checks, and records each as `action`. Sets the status of those
/// whose uid is taken.
void insert(Transaction& transaction, const Actor& actor, const std::string& app_id,
            AuditAction action, std::vector<Draft>& drafts) {
  std::vector<User> users;  // Moved there and back: they may be many, with much metadata.
  for (auto& draft : drafts) {
    if (draft.status) users.push_back(std::move(draft.user));
  }
  const auto inserted = transaction.users().insert(app_id, users);
  std::size_t next = 0;
  for (auto& [user, status] : drafts) {
    if (!status) continue;
    user = std::move(users[next]);
    if (!inserted[next++]) {
      status = make_error(ErrorCode::kErrUidAlreadyExists, {{"uid", user.uid}});
      continue;
    }
    append(transaction, EventKind::user_changed, app_id, user.uid);
    record(transaction, actor, app_id, action, user);
  }
}

std::vector<User> only_active(std::vector<User> users) {
  std::erase_if(users, [](const User& user) { return !user.is_active(); });
  return users;
}

std::vector<std::string> uids_of(const std::vector<User>& users) {
  std::vector<std::string> uids;
  std::ranges::transform(users, std::back_inserter(uids), &User::uid);
  return uids;
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
    auto status = validate(user);
    if (status && !transaction.roles().has(app->id, user.role))
      status = unknown_role_of_user(transaction, actor, app->id);
    std::vector<Draft> drafts{{user, std::move(status)}};
    insert(transaction, actor, app->id, AuditAction::user_created, drafts);
    if (!drafts.front().status) return drafts.front().status.error();
    CreatedUser result{user, std::nullopt};
    if (session)
      result.session = begin_session(transaction, environment_, actor, *app, user.uid, *session);
    return result;
  });
}

Task<Result<std::vector<Imported>>> UserService::import(Actor actor, std::shared_ptr<const App> app,
                                                        std::vector<User> users, ImportMode mode) {
  const auto insert_all = [&, now = environment_.clock.now()](
                              Transaction& transaction) -> Result<std::vector<Imported>> {
    const auto roles = transaction.roles().list(app->id);
    std::vector<Draft> drafts;
    for (const auto& user : users) {
      auto draft = completed(user, now);
      auto status = validate_times(draft, now);
      if (status) status = validate(draft);
      if (status && std::ranges::find(roles, draft.role, &Role::id) == roles.end())
        status = unknown_role_of_user(transaction, actor, app->id);
      drafts.push_back({std::move(draft), std::move(status)});
    }
    insert(transaction, actor, app->id, AuditAction::user_imported, drafts);
    std::vector<Imported> all;
    for (auto& [user, status] : drafts) {
      auto uid = user.uid;
      all.push_back(
          {std::move(uid), status ? Result<User>(std::move(user)) : Result<User>(status.error())});
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
          if (change.role) return unknown_role_of_user(transaction, actor, app_id);
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

/// One transaction of deactivate(): as many of the users as it may change. A user is deactivated
/// together with the last of its sessions.
UserService::Deactivated UserService::deactivate_some(Transaction& transaction, const Actor& actor,
                                                      const std::string& app_id,
                                                      std::span<const std::string> uids) const {
  const auto users = only_active(transaction.users().find(app_id, uids));
  const auto active = uids_of(users);
  const auto sessions =
      transaction.sessions().remove_some(app_id, active, {kEndOfTime}, {}, kSessionsEndedAtOnce);
  append_ended(transaction, sessions, EndReason::deactivated);
  std::map<std::string_view, std::size_t> ended;  // Per user.
  for (const auto& session : sessions) ++ended[session.uid];
  // The user of the last session may have more of them.
  const auto last = sessions.size() < kSessionsEndedAtOnce
                        ? active.end()
                        : std::ranges::find(active, sessions.back().uid);
  Deactivated result{.count = uids.size(), .uids = {active.begin(), last}};
  const auto now = environment_.clock.now();
  transaction.users().set_deactivated_at(app_id, result.uids, now, now);
  for (const auto& uid : result.uids) {
    append(transaction, EventKind::user_deactivated, app_id, uid);
    transaction.audit().append(audit_event(app_id, now, actor, AuditAction::user_deactivated, uid,
                                           {{"sessions", ended[uid]}}));
  }
  if (last != active.end()) {
    record_ended(transaction, actor, app_id, *last, ended[*last]);
    result.count = static_cast<std::size_t>(std::ranges::find(uids, *last) - uids.begin());
  }
  return result;
}

Task<Result<std::vector<std::string>>> UserService::deactivate(Actor actor, std::string app_id,
                                                               std::vector<std::string> uids) {
  uids = without_duplicates(std::move(uids));
  std::vector<std::string> deactivated;
  for (std::span<const std::string> remaining = uids; !remaining.empty();) {
    auto step =
        co_await environment_.store.write([&](Transaction& transaction) -> Result<Deactivated> {
          return deactivate_some(transaction, actor, app_id,
                                 remaining.first(std::min(remaining.size(), kUsersAtOnce)));
        });
    if (!step) co_return step.error();
    std::ranges::move(step->uids, std::back_inserter(deactivated));
    remaining = remaining.subspan(step->count);
  }
  co_return deactivated;
}

Task<Result<Activation>> UserService::activate(Actor actor, std::string app_id,
                                               std::vector<std::string> uids) {
  uids = without_duplicates(std::move(uids));
  std::vector<std::string> activated;
  for (std::span<const std::string> remaining = uids; !remaining.empty();) {
    const auto batch = remaining.first(std::min(remaining.size(), kUsersAtOnce));
    auto changed = co_await environment_.store.write(
        [&](Transaction& transaction) -> Result<std::vector<std::string>> {
          auto users = transaction.users().find(app_id, batch);
          std::erase_if(users, [](const User& user) { return user.is_active(); });
          auto inactive = uids_of(users);
          const auto now = environment_.clock.now();
          transaction.users().set_deactivated_at(app_id, inactive, kNever, now);
          for (auto& user : users) {
            user.updated_at = now;
            append(transaction, EventKind::user_changed, app_id, user.uid);
            record(transaction, actor, app_id, AuditAction::user_reactivated, user);
          }
          return inactive;
        });
    if (!changed) co_return changed.error();
    std::ranges::move(*changed, std::back_inserter(activated));
    remaining = remaining.subspan(batch.size());
  }
  Activation result{.activated = std::move(activated)};
  auto next = result.activated.begin();  // In the order of `uids`.
  for (auto& uid : uids) {
    if (next != result.activated.end() && *next == uid) {
      ++next;
    } else {
      result.unchanged.push_back(std::move(uid));
    }
  }
  co_return result;
}

Task<Status> UserService::remove(Actor actor, std::string app_id, std::string uid) {
  for (bool is_removed = false; !is_removed;) {
    const auto step =
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
            if (!ended.empty()) record_ended(transaction, actor, app_id, uid, ended.size());
            return false;
          }
          transaction.users().remove(app_id, uid);
          append(transaction, EventKind::user_removed, app_id, uid);
          transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                                 AuditAction::user_deleted, uid,
                                                 {{"sessions", ended.size()}}));
          return true;
        });
    if (!step) co_return step.error();
    is_removed = *step;
  }
  co_return Status{};
}

/// Deactivates the user, so that nobody sees it after its blocks have been removed.
void UserService::hide(Transaction& transaction, const std::string& app_id,
                       const User& user) const {
  if (!user.is_active()) return;
  const auto now = environment_.clock.now();
  transaction.users().set_deactivated_at(app_id, std::span(&user.uid, 1), now, now);
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
