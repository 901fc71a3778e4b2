// Blocking and friendship between the users of an app.
#pragma once

#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/relation/relation.hpp"

namespace parley::core {

/// uids are normalised. Each call changes what `uid` is to `others`, in one transaction, and
/// answers what became of each, in their order: what is wrong with one does not keep out the
/// others. The event bus is told of each true change, and so is the audit log, in the same
/// transaction: who, the `actor`, did it; but not of whom users block by themselves. A deactivated
/// user counts as absent. Errors of each call: ERR_UID_NOT_FOUND (`uid`), ERR_LIMIT_EXCEEDED (more
/// than kMaxRelatedAtOnce others), ERR_SERVICE_UNAVAILABLE, when the store fails. Of each user:
/// ERR_UID_NOT_FOUND and those named.
class RelationService {
 public:
  using Changes = std::vector<RelationChange>;

  explicit RelationService(Environment environment) : environment_(environment) {}

  /// Blocking again is no error. Of a user: ERR_CANNOT_BLOCK_SELF.
  Task<Result<Changes>> block(Actor actor, std::string app_id, std::string uid,
                              std::vector<std::string> others);

  /// Of a user who is not blocked there is nothing to undo, and no error.
  Task<Result<Changes>> unblock(Actor actor, std::string app_id, std::string uid,
                                std::vector<std::string> others);

  /// Of a user: ERR_CANNOT_FORM_SELF_RELATION, ERR_ALREADY_FRIEND.
  Task<Result<Changes>> befriend(Actor actor, std::string app_id, std::string uid,
                                 std::vector<std::string> others);

  /// Of a user: ERR_NOT_A_FRIEND.
  Task<Result<Changes>> unfriend(Actor actor, std::string app_id, std::string uid,
                                 std::vector<std::string> others);

 private:
  template <class Change>
  Task<Result<Changes>> change_each(RelationEvent event, Actor actor, std::string app_id,
                                    std::string uid, std::vector<std::string> others,
                                    Change change);

  Environment environment_;
};

}  // namespace parley::core
