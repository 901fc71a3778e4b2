#include "core/relation/service.hpp"

#include <utility>

namespace parley::core {

// `change(RelationStore&, other) -> Status` runs for each of `others` who is there.
template <class Change>
Task<Result<RelationService::Changes>> RelationService::change_each(std::string app_id,
                                                                    std::string uid,
                                                                    std::vector<std::string> others,
                                                                    Change change) {
  if (others.size() > kMaxRelatedAtOnce)
    co_return make_error(ErrorCode::kErrLimitExceeded,
                         {{"limit", std::to_string(kMaxRelatedAtOnce)}, {"what", "users a call"}});
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Result<Changes> {
    if (!transaction.users().has_active(app_id, uid)) return unknown_uid(uid);
    Changes changes;
    for (const auto& other : others) {
      const bool there = transaction.users().has_active(app_id, other);
      changes.push_back(
          {other, there ? change(transaction.relations(), other) : Status(unknown_uid(other))});
    }
    return changes;
  });
}

Task<Result<RelationService::Changes>> RelationService::block(std::string app_id, std::string uid,
                                                              std::vector<std::string> others) {
  const auto now = environment_.clock.now();
  co_return co_await change_each(app_id, uid, std::move(others),
                                 [&](RelationStore& relations, const std::string& other) -> Status {
                                   if (other == uid)
                                     return make_error(ErrorCode::kErrCannotBlockSelf);
                                   relations.block(app_id, uid, other, now);
                                   return {};
                                 });
}

Task<Result<RelationService::Changes>> RelationService::unblock(std::string app_id, std::string uid,
                                                                std::vector<std::string> others) {
  co_return co_await change_each(app_id, uid, std::move(others),
                                 [&](RelationStore& relations, const std::string& other) -> Status {
                                   relations.unblock(app_id, uid, other);
                                   return {};
                                 });
}

Task<Result<RelationService::Changes>> RelationService::befriend(std::string app_id,
                                                                 std::string uid,
                                                                 std::vector<std::string> others) {
  const auto now = environment_.clock.now();
  co_return co_await change_each(
      app_id, uid, std::move(others),
      [&](RelationStore& relations, const std::string& other) -> Status {
        if (other == uid) return make_error(ErrorCode::kErrCannotFormSelfRelation);
        if (!relations.befriend(app_id, uid, other, now))
          return make_error(ErrorCode::kErrAlreadyFriend, {{"uid", other}});
        return {};
      });
}

Task<Result<RelationService::Changes>> RelationService::unfriend(std::string app_id,
                                                                 std::string uid,
                                                                 std::vector<std::string> others) {
  co_return co_await change_each(app_id, uid, std::move(others),
                                 [&](RelationStore& relations, const std::string& other) -> Status {
                                   if (!relations.unfriend(app_id, uid, other))
                                     return make_error(ErrorCode::kErrNotAFriend, {{"uid", other}});
                                   return {};
                                 });
}

}  // namespace parley::core
