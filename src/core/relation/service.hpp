// Blocking and friendship between the users of an app.
#pragma once

#include <string>
#include <vector>

#include "base/task.hpp"
#include "core/audit/audit.hpp"
#include "core/environment.hpp"
#include "core/relation/relation.hpp"

namespace parley::core {

/// Each call changes the relations of `uid` to `others` in one transaction, and returns a result
/// for each of them, in the same order. An error for one does not affect the others. Callers pass
/// normalised uids. A deactivated user counts as absent.
///
/// Each actual change is published on the event bus. Unless `actor` is a user, it is also recorded
/// in the app's audit log in the same transaction.
///
/// Errors of each call: ERR_UID_NOT_FOUND (`uid`), ERR_LIMIT_EXCEEDED (more than kMaxRelatedAtOnce
/// others), ERR_SERVICE_UNAVAILABLE (the store fails). Errors per user: ERR_UID_NOT_FOUND and those
/// listed.
class RelationService {
 public:
  using Changes = std::vector<RelationChange>;

  explicit RelationService(Environment environment) : environment_(environment) {}

  /// Blocking a user again is not an error. Errors per user: ERR_CANNOT_BLOCK_SELF.
  Task<Result<Changes>> block(Actor actor, std::string app_id, std::string uid,
                              std::vector<std::string> others);

  /// Unblocking a user who is not blocked is not an error.
  Task<Result<Changes>> unblock(Actor actor, std::string app_id, std::string uid,
                                std::vector<std::string> others);

  /// Errors per user: ERR_CANNOT_FORM_SELF_RELATION, ERR_ALREADY_FRIEND.
  Task<Result<Changes>> befriend(Actor actor, std::string app_id, std::string uid,
                                 std::vector<std::string> others);

  /// Errors per user: ERR_NOT_A_FRIEND.
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
