#include "core/relation/service.hpp"

#include <utility>

#include <boost/json/value_from.hpp>

namespace parley::core {
namespace {

AuditAction action_of(RelationEvent event) {
  switch (event) {
    case RelationEvent::blocked: return AuditAction::user_blocked;
    case RelationEvent::unblocked: return AuditAction::user_unblocked;
    case RelationEvent::befriended: return AuditAction::friends_added;
    case RelationEvent::unfriended:
    case RelationEvent::none: break;
  }
  return AuditAction::friends_removed;
}

// Blocks and friendships of a user that does not exist need not be removed.
Error unknown_user(RelationEvent event, std::string_view uid) {
  const bool removes = event == RelationEvent::unblocked || event == RelationEvent::unfriended;
  return removes ? unknown_uid_to_delete(uid) : unknown_uid(uid);
}

}  // namespace

// Runs `change(RelationStore&, other) -> Result<bool>` for each of `others` that exists. It returns
// whether it made a difference.
template <class Change>
Task<Result<RelationService::Changes>> RelationService::change_each(RelationEvent event,
                                                                    Actor actor, std::string app_id,
                                                                    std::string uid,
                                                                    std::vector<std::string> others,
                                                                    Change change) {
  if (others.size() > kMaxRelatedAtOnce)
    co_return make_error(
        ErrorCode::kErrLimitExceeded,
        {{"limit", std::to_string(kMaxRelatedAtOnce)}, {"what", "users per call"}});
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<Changes> {
    if (!transaction.users().has_active(app_id, uid)) return unknown_user(event, uid);
    Changes done;
    std::vector<std::string> changed;
    for (const auto& other : others) {
      Result<bool> made = unknown_user(event, other);
      if (transaction.users().has_active(app_id, other))
        made = change(transaction.relations(), other);
      if (made && *made) {
        changed.push_back(other);
        transaction.events().append({.kind = EventKind::relation_changed,
                                     .app_id = app_id,
                                     .uid = uid,
                                     .other_uid = other,
                                     .relation = event});
      }
      done.push_back({other, made ? Status() : Status(made.error())});
    }
    if (!changed.empty() && actor.kind != ActorKind::user)
      transaction.audit().append(audit_event(app_id, environment_.clock.now(), actor,
                                             action_of(event), uid,
                                             {{"uids", json::value_from(changed)}}));
    return done;
  });
}

Task<Result<RelationService::Changes>> RelationService::block(Actor actor, std::string app_id,
                                                              std::string uid,
                                                              std::vector<std::string> others) {
  const auto now = environment_.clock.now();
  co_return co_await change_each(
      RelationEvent::blocked, std::move(actor), app_id, uid, std::move(others),
      [&](RelationStore& relations, const std::string& other) -> Result<bool> {
        if (other == uid) return make_error(ErrorCode::kErrCannotBlockSelf);
        return relations.block(app_id, uid, other, now);
      });
}

Task<Result<RelationService::Changes>> RelationService::unblock(Actor actor, std::string app_id,
                                                                std::string uid,
                                                                std::vector<std::string> others) {
  co_return co_await change_each(
      RelationEvent::unblocked, std::move(actor), app_id, uid, std::move(others),
      [&](RelationStore& relations, const std::string& other) -> Result<bool> {
        return relations.unblock(app_id, uid, other);
      });
}

Task<Result<RelationService::Changes>> RelationService::befriend(Actor actor, std::string app_id,
                                                                 std::string uid,
                                                                 std::vector<std::string> others) {
  const auto now = environment_.clock.now();
  co_return co_await change_each(
      RelationEvent::befriended, std::move(actor), app_id, uid, std::move(others),
      [&](RelationStore& relations, const std::string& other) -> Result<bool> {
        if (other == uid) return make_error(ErrorCode::kErrCannotFormSelfRelation);
        if (!relations.befriend(app_id, uid, other, now))
          return make_error(ErrorCode::kErrAlreadyFriend, {{"uid", other}});
        return true;
      });
}

Task<Result<RelationService::Changes>> RelationService::unfriend(Actor actor, std::string app_id,
                                                                 std::string uid,
                                                                 std::vector<std::string> others) {
  co_return co_await change_each(
      RelationEvent::unfriended, std::move(actor), app_id, uid, std::move(others),
      [&](RelationStore& relations, const std::string& other) -> Result<bool> {
        if (!relations.unfriend(app_id, uid, other))
          return make_error(ErrorCode::kErrNotAFriend, {{"uid", other}});
        return true;
      });
}

}  // namespace parley::core
