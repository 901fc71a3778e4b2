// Shared code of the calls for blocked users and friends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/call.hpp"

namespace parley::api {

/// A method of RelationService that changes the relations of a user.
using RelationCall = Task<Result<core::RelationService::Changes>> (core::RelationService::*)(
    core::Actor actor, std::string app_id, std::string uid, std::vector<std::string> others);

/// The user that a call changes or lists relations of: the logged-in user, or else the one in the
/// path.
[[nodiscard]] std::string subject(const Call& call);

/// Changes the relation of subject() to the users listed in the array `field` of the body. Returns
/// `{"<uid>": {"success", "message", "error"?}}`. `field` and `done` have static storage; `done` is
/// the message of a success, with {} for the uid.
[[nodiscard]] Task<Result<json::object>> change_relations(Call& call, std::string_view field,
                                                          RelationCall relation_call,
                                                          std::string_view done);

/// A page of the users that are friends of subject(), or are blocked by or block it, as
/// `relation_filter` says. Query parameters: searchKey, withTags, cursor, perPage and page.
[[nodiscard]] Task<Result<Response>> list_related(Call& call, Query& query,
                                                  core::RelationFilter relation_filter);

}  // namespace parley::api
